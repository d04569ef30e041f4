import { adjacency, at, degreeOf, reversed, type Adjacency } from './adjacency.ts'
import type { Links } from './snapshot.ts'

/** What came of each initiative, over all that came from it directly or through others. */
export type Reach = {
  descendants: Int32Array
  /** How many replications away the farthest descendant is, each by its shortest way. */
  generations: Int32Array
  /** How many territories the descendants act in. */
  territories: Int32Array
  /** How many people live there; NaN when nobody said. */
  population: Float64Array
}

/**
 * The reach of every initiative. 32 descendants climb at once, as 32 bits, so that a family in which every path counts
 * costs its links and not its paths: M. Then et al., The More the Merrier: Efficient Multi-Source Graph Traversal,
 * PVLDB 8(4), 2014.
 */
export function reachOf({ initiatives, territories, replications, ...places }: Links): Reach {
  const parents = adjacency(initiatives, replications)
  const climb = climber(parents)
  const reach: Reach = {
    descendants: new Int32Array(initiatives),
    generations: new Int32Array(initiatives),
    territories: new Int32Array(initiatives),
    population: new Float64Array(initiatives).fill(NaN),
  }
  const order = fromRoots(parents, adjacency(initiatives, reversed(replications)))
  for (let from = 0; from < order.length; from += 32) {
    const marks = order.slice(from, from + 32).map((node, bit): [number, number] => [node, 1 << bit])
    climb(marks, (above, bits, height) => {
      reach.descendants[above] = at(reach.descendants, above) + bitCount(bits)
      reach.generations[above] = Math.max(at(reach.generations, above), height)
    })
  }

  const actors = adjacency(territories, reversed(places.presences))
  const around = adjacency(territories, places.within)
  // Half of the bits say that somebody acts in a territory, the other half that somebody acts in one around it.
  for (let from = 0; from < territories; from += 16) {
    const block = Array.from({ length: Math.min(16, territories - from) }, (_, bit) => from + bit)
    const marks = block.flatMap((territory, bit) => [
      ...neighbours(actors, territory).map((actor): [number, number] => [actor, 1 << bit]),
      ...neighbours(around, territory)
        .filter((wider) => !Number.isNaN(at(places.populations, wider)))
        .flatMap((wider) => neighbours(actors, wider))
        .map((actor): [number, number] => [actor, 1 << (16 + bit)]),
    ])
    climb(marks, (above, bits) => {
      const present = bits & 0xffff
      reach.territories[above] = at(reach.territories, above) + bitCount(present)
      for (let left = present & ~(bits >>> 16); left !== 0; left &= left - 1) {
        const people = at(places.populations, from + 31 - Math.clz32(left & -left))
        if (Number.isNaN(people)) continue
        const before = at(reach.population, above)
        reach.population[above] = (Number.isNaN(before) ? 0 : before) + people
      }
    })
  }
  return reach
}

type Marks = Iterable<readonly [node: number, bits: number]>

/** A climb tells each node above the marked ones once: with all the bits that reach it, and how far the last one came. */
function climber({ count, starts, ends }: Adjacency) {
  const seen = new Int32Array(count)
  const carried = new Int32Array(count)
  const arriving = new Int32Array(count)
  const height = new Int32Array(count)
  return (marks: Marks, tell: (node: number, bits: number, height: number) => void) => {
    let frontier: number[] = []
    const touched: number[] = []
    for (const [node, bits] of marks) {
      if (at(carried, node) === 0) frontier.push(node)
      carried[node] = at(carried, node) | bits
    }
    for (let level = 1; frontier.length > 0; level++) {
      const reached: number[] = []
      for (const node of frontier) {
        const bits = at(carried, node)
        carried[node] = 0
        for (let edge = at(starts, node); edge < at(starts, node + 1); edge++) {
          const parent = at(ends, edge)
          if (at(arriving, parent) === 0) reached.push(parent)
          arriving[parent] = at(arriving, parent) | bits
        }
      }
      frontier = []
      for (const node of reached) {
        const bits = at(arriving, node) & ~at(seen, node)
        arriving[node] = 0
        if (bits === 0) continue
        if (at(seen, node) === 0) touched.push(node)
        seen[node] = at(seen, node) | bits
        carried[node] = bits
        height[node] = level
        frontier.push(node)
      }
    }
    for (const node of touched) {
      tell(node, at(seen, node), at(height, node))
      seen[node] = 0
    }
  }
}

/** All initiatives, layer by layer from those that came from none: neighbours in it have their ancestors in common. */
function fromRoots(parents: Adjacency, children: Adjacency): number[] {
  const order: number[] = []
  const isIn = new Uint8Array(parents.count)
  const enter = (node: number) => {
    if (at(isIn, node)) return
    isIn[node] = 1
    order.push(node)
  }
  for (let node = 0; node < parents.count; node++) if (degreeOf(parents, node) === 0) enter(node)
  for (const node of order) for (const child of neighbours(children, node)) enter(child)
  // A circle has no root; the graph has none, but it is not computed here that it has none.
  for (let node = 0; node < parents.count; node++) enter(node)
  return order
}

const neighbours = ({ starts, ends }: Adjacency, node: number): number[] => [
  ...ends.subarray(at(starts, node), at(starts, node + 1)),
]

function bitCount(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}
