import { isInside } from '../drawing/inside.ts'
import type { Point } from './frames.ts'
import type { Plot } from './ground.ts'

/** The contour of a level in which a point lies; islands and lakes by the even-odd rule. */
export function plotAt(plots: readonly Plot[], at: Point): Plot | undefined {
  return plots.find(({ box, rings }) => {
    if (at.x < box.left || at.x > box.right || at.y < box.top || at.y > box.bottom) return false
    return rings.filter((ring) => isInside(ring, at)).length % 2 === 1
  })
}
