import type { Bounds } from '../drawing/bounds.ts'
import type { Point } from './frames.ts'

export const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y)

/** The smallest box around points. */
export function boxOf(points: readonly Point[]): Bounds {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { x, y } of points) {
    box.left = Math.min(box.left, x)
    box.top = Math.min(box.top, y)
    box.right = Math.max(box.right, x)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}
