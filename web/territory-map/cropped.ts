import { isSeen, type Bounds } from '../drawing/bounds.ts'
import type { Scene, Shape } from '../drawing/ink.ts'

// Beyond what title and legend of a saved figure take.
const far = 4000

/** The part of a scene that lies in a window; paper covers what reaches out of it. */
export function cropped({ box, shapes }: Scene, window: Bounds): Scene {
  const left = Math.max(box.x, window.left)
  const top = Math.max(box.y, window.top)
  const right = Math.min(box.x + box.width, window.right)
  const bottom = Math.min(box.y + box.height, window.bottom)
  const [width, height] = [right - left, bottom - top]
  if (width <= 0 || height <= 0 || (width === box.width && height === box.height)) return { box, shapes }
  const cover = (x: number, y: number, wide: number, high: number): Shape => ({
    is: 'box',
    x,
    y,
    width: wide,
    height: high,
    fill: 'paper',
  })
  return {
    box: { x: left, y: top, width, height },
    shapes: [
      ...shapes.filter((shape) => isSeen(shape, { left, top, right, bottom })),
      cover(left - far, top - far, far, height + far * 2),
      cover(right, top - far, far, height + far * 2),
      cover(left, top - far, width, far),
      cover(left, bottom, width, far),
    ],
  }
}
