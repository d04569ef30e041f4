import type { At } from './address.ts'
import type { Figures } from './query.ts'
import type { Figure } from './sizes.ts'

export type MapFigures = {
  byId: ReadonlyMap<string, Figure>
  communities: ReadonlyMap<string, { id: string; name: string }>
  /** Where nodes stand on the picture of everything, y downwards. */
  positions: ReadonlyMap<string, At>
}

/** The figures of a map by the ids of its nodes. */
export function figuresById({ nodes, communities }: Figures): MapFigures {
  const named = new Map(communities.map((community) => [community.id, community]))
  const found = { byId: new Map(), communities: new Map(), positions: new Map() }
  for (const { id, x, y, communityId, betweenness, reach } of nodes) {
    found.byId.set(id, { betweenness, reach })
    const community = communityId ? named.get(communityId) : undefined
    if (community) found.communities.set(id, community)
    if (typeof x === 'number' && typeof y === 'number') found.positions.set(id, { x, y: -y })
  }
  return found
}
