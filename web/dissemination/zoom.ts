export const step = 1.4

/** A zoom in its bounds, rounded as the address says it; nearly 1 is 1. */
export function within(zoom: number): number {
  const bounded = Math.min(12, Math.max(0.1, Number.isFinite(zoom) ? zoom : 1))
  return Math.abs(bounded - 1) < 0.06 ? 1 : Math.round(bounded * 100) / 100
}
