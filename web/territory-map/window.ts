import type { Bounds } from '../drawing/bounds.ts'
import type { View } from '../drawing/camera.ts'

/** What the address says of a view: the middle of the window in map units, and the zoom. */
export type Looking = { x: number; y: number; k: number }
type Size = { width: number; height: number }

/** The view in which a box fills the window. */
export function fitted({ left, top, right, bottom }: Bounds, { width, height }: Size): View {
  const k = Math.min(width / (right - left), height / (bottom - top)) * 0.97
  return centred({ x: (left + right) / 2, y: (top + bottom) / 2, k }, { width, height })
}

/** The view that has a point of the map in its middle. */
export const centred = ({ x, y, k }: Looking, { width, height }: Size): View => ({
  k,
  x: width / 2 - x * k,
  y: height / 2 - y * k,
})

/** What an address says of a view. */
export function lookingAt({ x, y, k }: View, { width, height }: Size): Looking {
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    x: round((width / 2 - x) / k),
    y: round((height / 2 - y) / k),
    k: Math.round(k * 1000) / 1000,
  }
}

/** The view in which a point of the map is seen, clear of the window's edge: the same one when it is already. */
export function seeing(at: { x: number; y: number }, view: View, { width, height }: Size): View {
  const [x, y] = [at.x * view.k + view.x, at.y * view.k + view.y]
  const isSeen = x > 24 && y > 24 && x < width - 24 && y < height - 24
  return isSeen ? view : { ...view, x: view.x + width / 2 - x, y: view.y + height / 2 - y }
}
