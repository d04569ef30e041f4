import type { Point, Rect } from './hulls.ts'

/** A window lies, a phone stands. */
export type Shape = 'wide' | 'tall'
export type Line = {
  from: Point
  to: Point
  ends: readonly [string, string]
  /** How far its ink reaches from its middle. */
  reach: number
  /** The point that bends it, as the middle one of a quadratic curve. */
  by?: Point | undefined
}

export function overlap(a: Rect, b: Rect, distance = 0): boolean {
  return (
    a.x < b.x + b.width + distance &&
    b.x < a.x + a.width + distance &&
    a.y < b.y + b.height + distance &&
    b.y < a.y + a.height + distance
  )
}

export const contains = (outer: Rect, inner: Rect) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

/** The box with as much more on each side, or less. */
export const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + by * 2,
  height: height + by * 2,
})

/** Of a bent line, its bend lies in it. */
export function boxOf({ from, to, by }: Pick<Line, 'from' | 'to' | 'by'>): Rect {
  const left = Math.min(from.x, to.x, by?.x ?? Infinity)
  const top = Math.min(from.y, to.y, by?.y ?? Infinity)
  const right = Math.max(from.x, to.x, by?.x ?? -Infinity)
  const bottom = Math.max(from.y, to.y, by?.y ?? -Infinity)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Does the segment touch the box? */
export const crosses = (line: Pick<Line, 'from' | 'to'>, box: Rect): boolean => chord(line, box) !== null

/** How much of the segment lies in the box; null when it does not touch it. */
export function chord({ from, to }: Pick<Line, 'from' | 'to'>, box: Rect): number | null {
  const ends = chordEnds({ from, to }, box)
  return ends && (ends[1] - ends[0]) * Math.hypot(to.x - from.x, to.y - from.y)
}

/** The parts of the segment, from 0 to 1, where it enters the box and leaves it; null without. After Liang and Barsky. */
export function chordEnds(
  { from, to }: Pick<Line, 'from' | 'to'>,
  box: Rect,
): readonly [enter: number, leave: number] | null {
  const dx = to.x - from.x
  const dy = to.y - from.y
  let enter = 0
  let leave = 1
  const edges: [number, number][] = [
    [-dx, from.x - box.x],
    [dx, box.x + box.width - from.x],
    [-dy, from.y - box.y],
    [dy, box.y + box.height - from.y],
  ]
  for (const [speed, room] of edges) {
    if (speed === 0) {
      if (room < 0) return null
      continue
    }
    const time = room / speed
    if (speed < 0) enter = Math.max(enter, time)
    else leave = Math.min(leave, time)
    if (enter > leave) return null
  }
  return [enter, leave]
}
