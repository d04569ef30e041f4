import Graph from 'graphology'
import { adjacency, at, reversed, type Adjacency } from './adjacency.ts'
import type { Links } from './snapshot.ts'

/**
 * Partners and initiatives as the nodes of one graph, linked where one takes part in the other, which is how two-mode
 * data are measured: S. P. Borgatti and M. G. Everett, Network analysis of 2-mode data, Social Networks 19(3), 1997.
 * Partners come first; initiative `i` is node `partners + i`.
 */
export function partnerGraph({ partners, initiatives, partnerships }: Links): Adjacency {
  const pairs = partnerships.map((place, at) => (at % 2 === 0 ? partners + place : place))
  const both = new Int32Array(pairs.length * 2)
  both.set(pairs)
  both.set(reversed(pairs), pairs.length)
  return adjacency(partners + initiatives, both)
}

/** The same for graphology, nodes named by their place; more pairs of nodes may be linked, each once. */
export function asGraph({ count, starts, ends }: Adjacency, more = new Int32Array()): Graph {
  const graph = new Graph({ type: 'undirected', multi: false, allowSelfLoops: false })
  for (let node = 0; node < count; node++) graph.addNode(node)
  for (let node = 0; node < count; node++) {
    for (let edge = at(starts, node); edge < at(starts, node + 1); edge++) {
      if (at(ends, edge) > node) graph.addEdge(node, at(ends, edge))
    }
  }
  for (let pair = 0; pair < more.length; pair += 2) graph.mergeEdge(at(more, pair), at(more, pair + 1))
  return graph
}

/** Which connected part each node belongs to, and the nodes of each part. */
export function parts({ count, starts, ends }: Adjacency): number[][] {
  const isIn = new Uint8Array(count)
  const found: number[][] = []
  for (let root = 0; root < count; root++) {
    if (at(isIn, root)) continue
    isIn[root] = 1
    const part = [root]
    for (const node of part) {
      for (let edge = at(starts, node); edge < at(starts, node + 1); edge++) {
        const next = at(ends, edge)
        if (at(isIn, next)) continue
        isIn[next] = 1
        part.push(next)
      }
    }
    found.push(part)
  }
  return found
}
