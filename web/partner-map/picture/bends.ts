import type { Point, Rect } from './hulls.ts'
import { Grid } from './grid.ts'
import { boxOf, contains, crosses, grown, type Line } from './rects.ts'

type Block = { id: string; box: Rect }

const pieces = 14
/** How far the middle of a line may leave its straight way, in pixels and as a part of its length. */
const farthest = 72
const farthestPart = 0.2
const step = 6
/** Where along the line it is bent most. */
const tops = [0.5, 0.3, 0.7]
/** Pixels between a bend and names, and marks. */
const air = 2
const clear = 3

/** The points of a line from end to end: two when it is straight, more along its bend. */
export function wayOf({ from, to, by }: Pick<Line, 'from' | 'to' | 'by'>): Point[] {
  if (!by) return [from, to]
  return Array.from({ length: pieces + 1 }, (_, index) => {
    const [t, s] = [index / pieces, 1 - index / pieces]
    return {
      x: s * s * from.x + 2 * s * t * by.x + t * t * to.x,
      y: s * s * from.y + 2 * s * t * by.y + t * t * to.y,
    }
  })
}

/** True where a way that has this much ink beside its middle comes nearer to the box than `air`. */
export function isOn(way: readonly Point[], box: Rect, ink: number): boolean {
  const wider = grown(box, ink)
  return way.some((to, index) => {
    const from = way[index - 1]
    return from !== undefined && crosses({ from, to }, wider)
  })
}

/**
 * Lines that would strike out a name go around it in the least bend that meets neither a name nor a mark of others. Those
 * that find none stay straight; `struck` are the names that they cross. What lies within `bounds` stays there.
 */
export function bent(
  lines: readonly Line[],
  names: readonly Block[],
  marks: readonly Block[],
  bounds: Rect,
): { lines: Line[]; struck: Set<string> } {
  const struck = new Set<string>()
  const grid = { names: new Grid(names), marks: new Grid(marks) }
  const found = lines.map(({ from, to, ends, reach }): Line => {
    const line = { from, to, ends, reach }
    const crossed = grid.names
      .near(grown(boxOf(line), reach))
      .filter(({ box }) => isOn([from, to], box, reach))
    if (crossed.length === 0) return line
    const by = bendOf(line, grid, bounds)
    if (by) return { ...line, by }
    for (const { id } of crossed) struck.add(id)
    return line
  })
  return { lines: found, struck }
}

function bendOf(
  line: Line,
  { names, marks }: { names: Grid<Block>; marks: Grid<Block> },
  bounds: Rect,
): Point | null {
  const { from, to, reach } = line
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const across = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length }
  const most = Math.min(farthest, length * farthestPart)
  const ground = grown(boxOf(line), most + reach + clear)
  const others = marks
    .near(ground)
    .filter(({ id, box }) => !line.ends.includes(id) && !isOn([from, to], box, reach))
  const near = names.near(ground)
  const isWithin = contains(bounds, boxOf(line))
  for (let aside = step; aside <= most; aside += step)
    for (const top of tops)
      for (const side of [1, -1]) {
        // A quadratic curve goes half as far as the point that bends it.
        const away = aside * 2 * side
        const by = {
          x: from.x + (to.x - from.x) * top + across.x * away,
          y: from.y + (to.y - from.y) * top + across.y * away,
        }
        const way = wayOf({ from, to, by })
        // Outside the window nobody could follow it.
        if (isWithin && !way.every(({ x, y }) => contains(bounds, { x, y, width: 0, height: 0 }))) continue
        const isFree =
          near.every(({ box }) => !isOn(way, box, reach + air)) &&
          others.every(({ box }) => !isOn(way, box, reach + clear))
        if (isFree) return by
      }
  return null
}
