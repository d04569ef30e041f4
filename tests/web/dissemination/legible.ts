import type { Arc } from '../../../web/dissemination/layout/arcs.ts'
import type { Placed, Tree } from '../../../web/dissemination/layout/tree.ts'

type Box = { of: Placed; left: number; right: number; top: number; bottom: number }
type Point = { x: number; y: number }

/** The words of each row as they are written, a box a line. */
function linesOf(tree: Tree): Box[] {
  return tree.placed.flatMap((of) => {
    const { label, x, y } = tree.lettering(of)
    const line = (down: number, width: number) => ({
      of,
      left: x,
      right: x + width,
      top: y + down - 10,
      bottom: y + down + 3,
    })
    const lines = [line(0, label.rest.length > 0 || label.placeLine > 0 ? label.width : label.lineWidth)]
    for (let at = 1; at <= Math.max(label.rest.length, label.placeLine); at += 1)
      lines.push(line(at * 14, label.lineWidth))
    if (label.under) lines.push(line(16, label.width))
    return lines
  })
}

const told = ({ entry }: Placed) => entry.member.row.name

/** Names that another name lies over, or a line that leads to a child. */
export function namesMet(tree: Tree): string[] {
  const boxes = linesOf(tree)
  const inside = ({ left, right, top, bottom }: Box, x1: number, y1: number, x2: number, y2: number) =>
    x2 > left && x1 < right && y2 > top && y1 < bottom
  const met = boxes.flatMap((box) => {
    const { left, right, top, bottom } = box
    const over = boxes.filter((other) => other.of !== box.of && inside(other, left, top, right, bottom))
    const arms = tree.arms.filter((arm) => arm && inside(box, arm.from, arm.child.y, arm.until, arm.child.y))
    const stems = tree.stems.filter((stem) => inside(box, stem.x, stem.top, stem.x, stem.bottom))
    return [
      ...over.map((other) => `${told(box.of)} over ${told(other.of)}`),
      ...arms.map((arm) => `the way to ${arm ? told(arm.child) : ''} through ${told(box.of)}`),
      ...stems.map((stem) => `the ways from ${told(stem.parent)} through ${told(box.of)}`),
    ]
  })
  return met
}

/** Names and foreign discs that an arc runs through. */
export function hiddenBy(tree: Tree, { path, parent, child }: Arc): string[] {
  const points = alongPath(path)
  const boxes = linesOf(tree).filter(({ left, right, top, bottom }) =>
    points.some(({ x, y }) => x > left && x < right && y > top && y < bottom),
  )
  const discs = tree.placed.filter(
    (one) =>
      one !== parent &&
      one !== child &&
      points.some(({ x, y }) => Math.hypot(x - one.x, y - one.y) < one.radius),
  )
  return [...boxes.map(({ of }) => told(of)), ...discs.map(told)]
}

/** The sharpest turn of a path within some four pixels, in degrees. */
export function sharpestTurn(path: string): number {
  const steps: Point[] = []
  for (const point of alongPath(path)) {
    const last = steps.at(-1)
    if (!last || Math.hypot(point.x - last.x, point.y - last.y) >= 4) steps.push(point)
  }
  const headings = steps.slice(1).map((point, at) => {
    const from = steps[at] ?? point
    return Math.atan2(point.y - from.y, point.x - from.x)
  })
  const turns = headings.slice(1).map((heading, at) => {
    const turn = Math.abs(heading - (headings[at] ?? heading))
    return Math.min(turn, 2 * Math.PI - turn)
  })
  return (Math.max(0, ...turns) * 180) / Math.PI
}

/** Points of a chain of cubics, close to each other. */
function alongPath(path: string): Point[] {
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number)
  const points: Point[] = []
  let [x = 0, y = 0] = numbers
  for (let at = 2; at + 5 < numbers.length; at += 6) {
    const [ax = 0, ay = 0, bx = 0, by = 0, nextX = 0, nextY = 0] = numbers.slice(at, at + 6)
    for (let step = 0; step <= 400; step += 1) {
      const t = step / 400
      const u = 1 - t
      points.push({
        x: u * u * u * x + 3 * u * u * t * ax + 3 * u * t * t * bx + t * t * t * nextX,
        y: u * u * u * y + 3 * u * u * t * ay + 3 * u * t * t * by + t * t * t * nextY,
      })
    }
    ;[x, y] = [nextX, nextY]
  }
  return points
}
