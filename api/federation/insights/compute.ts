import type { Adjacency } from './adjacency.ts'
import { bridges, type Bridge } from './bridges.ts'
import { centrality, type Centrality } from './centrality.ts'
import { communities, type Communities } from './communities.ts'
import { layout } from './layout.ts'
import { asGraph, partnerGraph } from './partnerGraph.ts'
import { reachOf, type Reach } from './reach.ts'
import type { Links } from './snapshot.ts'

/** What the algorithms say of a graph; partners and initiatives by their places in the snapshot. */
export type Figures = {
  /** Who takes part in what, as `partnerGraph` has it. */
  neighbours: Adjacency
  centrality: Centrality
  communities: Communities
  bridges: Bridge[]
  reach: Reach
}

/** As many rows as an answer may have. */
export const mostBridges = 100

export function compute(links: Links): Figures {
  const neighbours = partnerGraph(links)
  const graph = asGraph(neighbours)
  const found = centrality(links.partners, neighbours, graph)
  const groups = communities(links.partners, neighbours, graph, found.pageRank)
  return {
    neighbours,
    centrality: found,
    communities: groups,
    bridges: bridges(links.partners, neighbours, groups.of, mostBridges),
    reach: reachOf(links),
  }
}

/** Where partners and, after them, initiatives stand on a big picture: x and y in turn. */
export const positions = (links: Links, { communities: { of } }: Figures): Float32Array =>
  layout(links, partnerGraph(links), of)
