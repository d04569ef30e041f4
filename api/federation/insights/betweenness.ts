import { at, type Adjacency } from './adjacency.ts'
import { parts } from './partnerGraph.ts'
import { sameRandom } from './random.ts'

export type Betweenness = {
  /** Of each node: the share of all pairs of other nodes whose shortest ways pass it, each way by its weight. */
  share: Float64Array
  /** 1 for nodes of a part so big that only some of its nodes were taken as starts. */
  isEstimated: Uint8Array
}

/**
 * U. Brandes, A Faster Algorithm for Betweenness Centrality, Journal of Mathematical Sociology 25(2), 2001. In parts for
 * which this takes more than `patience` steps, from as many starts as that allows: U. Brandes and C. Pich, Centrality
 * Estimation in Large Networks, International Journal of Bifurcation and Chaos 17(7), 2007.
 */
export function betweenness(graph: Adjacency, patience = 60_000_000): Betweenness {
  const { count, starts } = graph
  const share = new Float64Array(count)
  const isEstimated = new Uint8Array(count)
  const random = sameRandom()
  const addFrom = accumulation(graph, share)
  for (const part of parts(graph)) {
    if (part.length < 3) continue
    const links = part.reduce((sum, node) => sum + at(starts, node + 1) - at(starts, node), 0)
    const affordable = Math.max(fewestStarts, Math.floor(patience / (part.length + links)))
    if (part.length <= affordable) {
      for (const node of part) addFrom(node, 1)
      continue
    }
    for (const node of drawn(part, affordable, random)) addFrom(node, part.length / affordable)
    for (const node of part) isEstimated[node] = 1
  }
  const pairs = (count - 1) * (count - 2)
  if (pairs > 0) for (let node = 0; node < count; node++) share[node] = at(share, node) / pairs
  return { share, isEstimated }
}

const fewestStarts = 200

/** Adds to each node's sum what all shortest ways from one start owe it. Ways are counted as floats: they can be 10²⁰. */
function accumulation({ count, starts, ends }: Adjacency, sums: Float64Array) {
  const distance = new Int32Array(count).fill(-1)
  const ways = new Float64Array(count)
  const owed = new Float64Array(count)
  const order = new Int32Array(count)
  return (start: number, weight: number) => {
    distance[start] = 0
    ways[start] = 1
    order[0] = start
    let known = 1
    for (let next = 0; next < known; next++) {
      const node = at(order, next)
      for (let edge = at(starts, node); edge < at(starts, node + 1); edge++) {
        const neighbour = at(ends, edge)
        if (at(distance, neighbour) === -1) {
          distance[neighbour] = at(distance, node) + 1
          order[known++] = neighbour
        }
        if (at(distance, neighbour) === at(distance, node) + 1) {
          ways[neighbour] = at(ways, neighbour) + at(ways, node)
        }
      }
    }
    for (let next = known - 1; next > 0; next--) {
      const node = at(order, next)
      const each = (1 + at(owed, node)) / at(ways, node)
      for (let edge = at(starts, node); edge < at(starts, node + 1); edge++) {
        const neighbour = at(ends, edge)
        if (at(distance, neighbour) === at(distance, node) - 1) {
          owed[neighbour] = at(owed, neighbour) + at(ways, neighbour) * each
        }
      }
      sums[node] = at(sums, node) + weight * at(owed, node)
    }
    for (let next = 0; next < known; next++) {
      const node = at(order, next)
      distance[node] = -1
      ways[node] = 0
      owed[node] = 0
    }
  }
}

/** So many different ones, drawn by Fisher and Yates. */
function drawn(nodes: number[], howMany: number, random: () => number): number[] {
  const left = [...nodes]
  for (let place = 0; place < howMany; place++) {
    const other = place + Math.floor(random() * (left.length - place))
    const moved = left[place] as number
    left[place] = left[other] as number
    left[other] = moved
  }
  return left.slice(0, howMany)
}
