import type { Point } from '../picture/hulls.ts'

/** Above this many marks a map is a crowd: arranged by forces on the whole, not by trying places one by one. */
export const largestTried = 300

/** Room that a mark of a crowd has at zoom 1, in pixels from side to side. */
const room = 46

/** By how much places are to be multiplied so that marks have their room; those far out do not count. */
export function crowdSpacing(places: readonly Point[]): number {
  if (places.length < 2) return 1
  const span = (values: Float64Array) => {
    values.sort()
    const at = (part: number) => values[Math.floor((values.length - 1) * part)] ?? 0
    return Math.max(1e-9, at(0.97) - at(0.03))
  }
  const ground = span(Float64Array.from(places, ({ x }) => x)) * span(Float64Array.from(places, ({ y }) => y))
  return (room * Math.sqrt(places.length)) / Math.sqrt(ground)
}

/** Whole pixels: what is written down and compared must not depend on the last digits. */
export function rounded(
  marks: readonly { id: string }[],
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): Map<string, Point> {
  const places = new Map<string, Point>()
  marks.forEach(({ id }, one) => {
    places.set(id, { x: Math.round(x[one] ?? 0), y: Math.round(y[one] ?? 0) })
  })
  return places
}
