import { costs, type Costs } from './arcCosts.ts'
import { curveOf, pathOf, type Point, type Way } from './curves.ts'
import { detours } from './detours.ts'
import type { Pair } from './others.ts'
import type { Tree } from './tree.ts'

/** A dashed curve from another parent to its child. */
export type Arc = Pair & { path: string; crossings: number }
type Priced = { way: Way; price: number }

const mostStarts = 8
// A point that bends a curve may lie outside, not the curve.
const outside = 90
const coarse = [-0.25, 0, 0.25, 0.5, 0.8, 1.15]
// Farther round, for when no nearer curve is free.
const wider = [-1.1, -0.6, 0, 1.6, 2.2, 3]

/** What draws the arcs of a tree, one after the other. */
export function arcsOn(tree: Tree): (pair: Pair) => Arc {
  const priced = costs(tree)
  return (pair) => arcOf(tree, pair, priced)
}

/** The way of one arc: of many curves the smoothest and shortest that meets no label, no foreign disc, and runs along no arm. */
export function arcOf(tree: Tree, between: Pair, { price, hidden, dear }: Costs = costs(tree)): Arc {
  const { parent, child } = between
  const width = (tree.labelColumn ?? tree.width) - 8
  const inside = (point: Point): Point => ({
    x: Math.min(width, Math.max(-outside, point.x)),
    y: Math.min(tree.height - 2, Math.max(2, point.y)),
  })
  const priced = (way: Way, limit: number): Priced => ({
    way,
    price: price(parent, child, curveOf(parent, child, way), limit),
  })
  // The best are all bettered: the way to the free ones often starts from another than the first.
  const best = (ways: Iterable<Way>, most: number): Priced => {
    let starts: Priced[] = []
    for (const way of ways) {
      const limit = starts[most - 1]?.price ?? Infinity
      const found = priced(way.map(inside), limit)
      if (found.price < limit)
        starts = [...starts, found].sort((one, other) => one.price - other.price).slice(0, most)
    }
    return starts
      .map((start) => bettered(start, priced, inside))
      .reduce((one, other) => (other.price < one.price ? other : one), straight)
  }
  const straight: Priced = { way: [parent, child], price: Infinity }
  let found = best(bends(parent, child, coarse), mostStarts)
  for (const more of [() => bends(parent, child, wider), () => detours(tree, parent, child)]) {
    if (found.price <= dear) break
    const other = best(more(), mostStarts)
    if (other.price < found.price) found = other
  }
  const curve = curveOf(parent, child, found.way)
  return { ...between, path: pathOf(curve), crossings: hidden(parent, child, curve) }
}

function* bends(parent: Point, child: Point, steps: readonly number[]): Iterable<Way> {
  const tall = (child.y < parent.y ? -1 : 1) * Math.max(90, Math.abs(child.y - parent.y))
  const wide = Math.max(60, Math.abs(child.x - parent.x))
  for (const across of steps)
    for (const down of coarse)
      for (const back of steps)
        for (const up of [0, 0.35, 0.75, 1])
          yield [
            { x: parent.x + (across - 0.25) * wide, y: parent.y + down * tall },
            { x: child.x - back * wide, y: child.y - up * tall },
          ]
}

const moves = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const

/** The same way with its points moved while that makes it cheaper. */
function bettered(
  start: Priced,
  priced: (way: Way, limit: number) => Priced,
  inside: (point: Point) => Point,
): Priced {
  let best = start
  for (let reach = 64; reach >= 4; reach /= 2)
    for (let at = 0; at < start.way.length; at += 1)
      for (const [x, y] of moves) {
        const moved = shifted(best.way, at, { x: x * reach, y: y * reach }).map(inside)
        const found = priced(moved, best.price)
        if (found.price < best.price) best = found
      }
  return best
}

/** One point elsewhere; where the curve passes takes its heading along. */
function shifted(way: Way, at: number, by: Point): Point[] {
  const isPassed = at % 2 === 1 && at < way.length - 1
  return way.map((point, place) =>
    place === at || (isPassed && place === at + 1) ? { x: point.x + by.x, y: point.y + by.y } : point,
  )
}
