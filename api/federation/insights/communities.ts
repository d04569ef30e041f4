import louvain from 'graphology-communities-louvain'
import type Graph from 'graphology'
import { at, degreeOf, type Adjacency } from './adjacency.ts'
import { sameRandom } from './random.ts'

/** Groups whose members are linked more closely among themselves than with others. */
export type Communities = {
  /** Of each node, partners first: its community, -1 for those without a link. */
  of: Int32Array
  /** The partners of each community, the best connected first. */
  members: number[][]
  /** How far the links lie within communities rather than between them: Newman's modularity, below 1. */
  modularity: number
}

/**
 * V. D. Blondel et al., Fast unfolding of communities in large networks, Journal of Statistical Mechanics, 2008 (the
 * Louvain method), at resolution 1. A partner's score orders members with as many initiatives.
 */
export function communities(
  partners: number,
  links: Adjacency,
  graph: Graph,
  score: Float64Array,
): Communities {
  const of = new Int32Array(graph.order).fill(-1)
  if (graph.size === 0) return { of, members: [], modularity: 0 }
  const found = louvain.detailed(graph, { rng: sameRandom(), getEdgeWeight: null })
  // Labels are numbered by the first partner in them, whatever the method calls them.
  const numbers = new Map<number, number>()
  const members: number[][] = []
  for (let node = 0; node < graph.order; node++) {
    if (degreeOf(links, node) === 0) continue
    const label = found.communities[node] ?? -1
    const number = numbers.get(label) ?? numbers.size
    numbers.set(label, number)
    of[node] = number
    if (node < partners) (members[number] ??= []).push(node)
  }
  for (const partnersThere of members) {
    partnersThere.sort(
      (a, b) => degreeOf(links, b) - degreeOf(links, a) || at(score, b) - at(score, a) || a - b,
    )
  }
  return { of, members, modularity: found.modularity }
}
