import { round } from '../../drawing/yearLine.ts'
import type { Placed } from './marks.ts'
import type { LinkRow } from '../query.ts'
import type { Tree } from './tree.ts'

/** A dashed curve from another parent to its child. */
export type Arc = { link: LinkRow; parent: Placed; child: Placed; path: string; crossings: number }
type Point = { x: number; y: number }
/** The two points that bend it, and what it costs. */
type Curve = { first: Point; second: Point; price: number }

const mostStarts = 8
// A point that bends a curve may lie outside, not the curve.
const outside = 90

const samples = 96
const coarse = [-0.25, 0, 0.25, 0.5, 0.8, 1.15]
// Farther round, for when no nearer curve is free.
const wider = [-1.1, -0.6, 0, 1.6, 2.2, 3]
const crossing = 4000
// Along an arm a curve can't be told from it; a thick arm swallows it.
const along = 16
const alongThick = 70
const alongStem = 50
const beyond = 90
const backwards = 3

/** The links to other parents among the rows drawn, in reading order. */
export function otherLinks(tree: Tree): { link: LinkRow; parent: Placed; child: Placed }[] {
  const children = tree.placed.filter(({ entry }) => !entry.isGroup && entry.member.others.length > 0)
  if (children.length === 0) return []
  const byId = new Map(tree.placed.map((one) => [one.entry.id, one]))
  return children.flatMap((child) =>
    child.entry.member.others.flatMap((link) => {
      const parent = byId.get(link.parent)
      return parent ? [{ link, parent, child }] : []
    }),
  )
}

/** The way of one arc: among some hundreds of curves the shortest that meets no label, no foreign disc, and runs along no arm. */
export function arcOf(
  tree: Tree,
  between: { link: LinkRow; parent: Placed; child: Placed },
  { price: cost, hidden }: Costs = costs(tree),
): Arc {
  const { parent, child } = between
  const width = (tree.labelColumn ?? tree.width) - 8
  const tall = (child.y < parent.y ? -1 : 1) * Math.max(90, Math.abs(child.y - parent.y))
  const wide = Math.max(60, Math.abs(child.x - parent.x))
  const inside = (point: Point): Point => ({
    x: Math.min(width, Math.max(-outside, point.x)),
    y: Math.min(tree.height - 2, Math.max(2, point.y)),
  })
  const priced = (a: Point, b: Point, limit: number): Curve => {
    const [first, second] = [inside(a), inside(b)]
    return { first, second, price: cost(parent, child, first, second, limit) }
  }
  // The best of the grid are all bettered: the way to the free ones often starts from another than the first.
  let starts: Curve[] = []
  const search = (steps: readonly number[]) => {
    for (const across of steps)
      for (const down of coarse)
        for (const back of steps)
          for (const up of [0, 0.35, 0.75, 1]) {
            const limit = (starts[mostStarts - 1] ?? straight).price
            const found = priced(
              { x: parent.x + (across - 0.25) * wide, y: parent.y + down * tall },
              { x: child.x - back * wide, y: child.y - up * tall },
              limit,
            )
            if (found.price < limit)
              starts = [...starts, found].sort((one, other) => one.price - other.price).slice(0, mostStarts)
          }
  }
  const straight = { first: parent, second: child, price: Infinity }
  search(coarse)
  if ((starts[0] ?? straight).price > crossing) search(wider)
  const best = starts
    .map((start) => bettered(start, priced))
    .reduce<Curve>((one, other) => (other.price < one.price ? other : one), straight)
  const { first, second } = best
  const path = `M${round(parent.x)},${round(parent.y)}C${round(first.x)},${round(first.y)} ${round(second.x)},${round(second.y)} ${round(child.x)},${round(child.y)}`
  return { ...between, path, crossings: hidden(parent, child, first, second) }
}

/** The same curve with its points moved while that makes it cheaper. */
function bettered(start: Curve, priced: (a: Point, b: Point, limit: number) => Curve): Curve {
  let best = start
  for (let reach = 64; reach >= 5; reach /= 2)
    for (const [x, y] of [
      [reach, 0],
      [-reach, 0],
      [0, reach],
      [0, -reach],
    ] as const) {
      const { first, second } = best
      for (const moved of [
        priced({ x: first.x + x, y: first.y + y }, second, best.price),
        priced(first, { x: second.x + x, y: second.y + y }, best.price),
      ])
        if (moved.price < best.price) best = moved
    }
  return best
}

type Costs = {
  /** Its length, and dear what it would hide; endless once it is above the limit. */
  price: (parent: Placed, child: Placed, a: Point, b: Point, limit: number) => number
  /** At how many of its points it would hide a label or a foreign disc. */
  hidden: (parent: Placed, child: Placed, a: Point, b: Point) => number
}

function pointOf(parent: Point, child: Point, a: Point, b: Point, t: number): Point {
  const u = 1 - t
  return {
    x: u * u * u * parent.x + 3 * u * u * t * a.x + 3 * u * t * t * b.x + t * t * t * child.x,
    y: u * u * u * parent.y + 3 * u * u * t * a.y + 3 * u * t * t * b.y + t * t * t * child.y,
  }
}

/** What a curve costs on this tree. */
export function costs(tree: Tree): Costs {
  const { placed, rowHeight } = tree
  const tops = placed.map((one) => one.y - rowHeight / 2)
  const stems = new Map<number, Tree['stems']>()
  for (const stem of tree.stems)
    for (const bucket of [-1, 0, 1]) {
      const key = Math.round(stem.x / 6) + bucket
      const list = stems.get(key)
      if (list) list.push(stem)
      else stems.set(key, [stem])
    }
  const rowAt = (y: number) => {
    let low = 0
    let high = tops.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((tops[middle] ?? 0) <= y) low = middle
      else high = middle - 1
    }
    return low
  }
  const hides = (one: Placed, { x, y }: Point) => {
    const letters = tree.lettering(one)
    const top = letters.y - 12.5
    const bottom = letters.y + (letters.label.under ? 20 : tree.labelColumn ? 18 : 5)
    const right = letters.x + letters.label.width + 2
    return x > letters.x - 2 && x < right && y > top && y < bottom
  }
  // Low rows leave less room beside what they hold.
  const clear = Math.min(6, rowHeight * 0.15)
  const beside = Math.min(8, rowHeight * 0.22)
  const hiddenAt = (point: Point, row: number, parent: Placed, child: Placed) => {
    let count = 0
    for (let near = row - 1; near <= row + 1; near += 1) {
      const one = placed[near]
      if (!one) continue
      if (tree.isWritten && hides(one, point)) count += 1
      const isEnd = one === parent || one === child
      if (!isEnd && Math.hypot(point.x - one.x, point.y - one.y) < one.radius + clear) count += 1
    }
    return count
  }
  // To cross an arm is clear, to run along it isn't.
  const alongAt = (point: Point, row: number) => {
    let price = 0
    for (let near = row - 1; near <= row + 1; near += 1) {
      const arm = tree.arms[near]
      if (!arm || Math.abs(point.y - arm.child.y) > beside || point.x < arm.from || point.x > arm.until)
        continue
      price += arm.child.entry.member.link?.level === 'SCALED' ? alongThick : along
    }
    return price
  }
  const price: Costs['price'] = (parent, child, a, b, limit) => {
    const rightmost = Math.max(parent.x, child.x) + 8
    const apart = child.x - parent.x
    const forwards = Math.abs(apart) < 40 ? 0 : apart
    let price = 0
    let last: Point = parent
    let way: Point = { x: 0, y: 0 }
    for (let at = 1; at < samples; at += 1) {
      const point = pointOf(parent, child, a, b, at / samples)
      const step = { x: point.x - last.x, y: point.y - last.y }
      const length = Math.hypot(step.x, step.y)
      price += length
      // A curve that turns sharply reads as two, one that turns much is hard to follow.
      if (at > 1 && length > 0) {
        const bend = Math.max(0, 1 - (step.x * way.x + step.y * way.y) / length)
        price += 1500 * bend + 260 * Math.sqrt(2 * bend)
      }
      way = length > 0 ? { x: step.x / length, y: step.y / length } : way
      last = point
      // Nothing runs back in time without need; names stand at the right, and what came later.
      if (step.x * forwards < 0) price += backwards * Math.abs(step.x)
      if (point.x > rightmost) price += beyond
      if (point.x < 3) price += crossing
      const row = rowAt(point.y)
      price += crossing * hiddenAt(point, row, parent, child)
      if (Math.abs(way.x) > 0.75) price += alongAt(point, row)
      for (const stem of stems.get(Math.round(point.x / 6)) ?? [])
        if (point.y > stem.top && point.y < stem.bottom && Math.abs(point.x - stem.x) < 6) price += alongStem
      if (price >= limit) return Infinity
    }
    return price
  }
  const hidden: Costs['hidden'] = (parent, child, a, b) => {
    let count = 0
    for (let at = 1; at < samples; at += 1) {
      const point = pointOf(parent, child, a, b, at / samples)
      count += hiddenAt(point, rowAt(point.y), parent, child)
    }
    return count
  }
  return { price, hidden }
}
