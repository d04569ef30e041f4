import type { Point } from './frames.ts'

export type Box = { left: number; top: number; right: number; bottom: number }

export const around = ({ x, y }: Point, wide: number, high: number): Box => ({
  left: x - wide / 2 - 2,
  right: x + wide / 2 + 2,
  top: y - high / 2,
  bottom: y + high / 2,
})
export const isApart = (one: Box, other: Box) =>
  one.right < other.left || one.left > other.right || one.bottom < other.top || one.top > other.bottom
export const isFree = (box: Box, taken: readonly Box[]) => taken.every((other) => isApart(box, other))
