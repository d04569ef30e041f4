import { at } from './adjacency.ts'
import type { Answer, Positions } from './keeper.ts'

/** A community of the figures by its number, with all its partners, the best connected first. */
export function communityOf({ graph, figures: { communities } }: Answer, number: number) {
  const members = communities.members[number]
  const ids = graph.partners.ids
  const best = members?.[0]
  if (!members || best === undefined) return null
  return {
    id: ids[best] ?? '',
    name: members
      .slice(0, 3)
      .map((member) => graph.names[member])
      .join(' · '),
    size: members.length,
    members: members.slice(0, 100).map((member) => ({ id: ids[member] ?? '' })),
  }
}

/** How central the partner at a place is. */
export const centralityOf = ({ figures: { centrality } }: Answer, place: number) => ({
  degree: at(centrality.degree, place),
  betweenness: at(centrality.betweenness, place),
  isEstimated: at(centrality.isEstimated, place) === 1,
  pageRank: at(centrality.pageRank, place),
  rank: at(centrality.rank, place),
})

/** What came of the initiative at a place. */
export function reachOf({ figures: { reach } }: Answer, place: number) {
  const population = at(reach.population, place)
  return {
    descendants: at(reach.descendants, place),
    generations: at(reach.generations, place),
    territories: at(reach.territories, place),
    population: Number.isNaN(population) ? null : population,
  }
}

/** The share of what the initiative at a place kept of its parents. */
export function fidelityOf({ graph: { changes } }: Answer, place: number) {
  const [kept, adapted, dropped] = [0, 1, 2].map((change) => at(changes, 3 * place + change))
  const known = (kept ?? 0) + (adapted ?? 0) + (dropped ?? 0)
  return known === 0 ? null : (kept ?? 0) / known
}

/** Where a record stands on a picture of everything. */
export function positionOf({ graph, places }: Positions, kind: 'partners' | 'initiatives', id: string) {
  const place = graph[kind].of(id)
  if (place === undefined) return null
  const node = kind === 'partners' ? place : graph.partners.ids.length + place
  return { x: at(places, 2 * node), y: at(places, 2 * node + 1) }
}
