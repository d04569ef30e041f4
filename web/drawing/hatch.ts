import { boundsOf } from './bounds.ts'
import type { Colour, Shape } from './ink.ts'

/** Stripes at 45°, `gap` from one to the next and `width` wide, over a ground where there is one. */
export type Hatch = { colour: Colour; ground: Colour | null; gap: number; width: number }

/** Marks are hatched densely, areas lightly; null for what is not hatched. */
export function hatchOf(shape: Shape): Hatch | null {
  if (shape.is === 'text' || !shape.hatch) return null
  const { left, top, right, bottom } = boundsOf(shape)
  const isArea = Math.max(right - left, bottom - top) > 48
  return {
    colour: shape.hatch,
    ground: shape.fill ?? null,
    gap: isArea ? 7 : 4,
    width: isArea ? 1 : 1.7,
  }
}

export const hatchKey = ({ colour, ground, gap }: Hatch) => `hatch-${colour}-${ground ?? 'none'}-${gap}`
