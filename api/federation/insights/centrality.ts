import pagerank from 'graphology-metrics/centrality/pagerank.js'
import type Graph from 'graphology'
import { at, degreeOf, type Adjacency } from './adjacency.ts'
import { betweenness } from './betweenness.ts'

/** How central each node is in the graph of partners and, after them, initiatives. */
export type Centrality = {
  /** Of partners only. */
  degree: Int32Array
  betweenness: Float64Array
  isEstimated: Uint8Array
  pageRank: Float64Array
  /** Its place among all partners by PageRank, from 1; equals share a place. */
  rank: Int32Array
}

export function centrality(partners: number, links: Adjacency, graph: Graph): Centrality {
  const { share, isEstimated } = betweenness(links)
  const pageRank = pageRanks(graph)
  return {
    degree: Int32Array.from({ length: partners }, (_, partner) => degreeOf(links, partner)),
    betweenness: share,
    isEstimated,
    pageRank,
    rank: ranks(pageRank.subarray(0, partners)),
  }
}

/** S. Brin and L. Page, The anatomy of a large-scale hypertextual Web search engine, 1998; damping 0.85. */
function pageRanks(graph: Graph): Float64Array {
  if (graph.order === 0) return new Float64Array()
  const found = pagerank(graph, { alpha: 0.85, tolerance: 1e-14, maxIterations: 1_000, getEdgeWeight: null })
  return Float64Array.from({ length: graph.order }, (_, node) => found[node] ?? 0)
}

function ranks(scores: Float64Array): Int32Array {
  const best = Int32Array.from(scores.keys()).sort((a, b) => at(scores, b) - at(scores, a) || a - b)
  const rank = new Int32Array(scores.length)
  for (const [place, node] of best.entries()) {
    const before = place > 0 ? at(best, place - 1) : node
    // What differs by less is the same figure, summed in another order.
    const isEqual = place > 0 && at(scores, before) - at(scores, node) < 1e-12
    rank[node] = isEqual ? at(rank, before) : place + 1
  }
  return rank
}
