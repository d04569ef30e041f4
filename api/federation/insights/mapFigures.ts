import { rows, type Read } from '../../read.ts'
import { givenStatement } from '../../statements.ts'
import { at, degreeOf, type Adjacency } from './adjacency.ts'
import type { Answer, Positions } from './keeper.ts'
import { communityOf, positionOf } from './ofRecord.ts'

type Arguments = { of: string[]; depth: number; first: number }
type Group = { id: string; name: string; count: number }

const startsText = givenStatement('insights/mapStarts.cypher')

/**
 * The rows of `Query.mapFigures`: the nodes that a partner map without filters has, out of the graph that the figures are
 * of. One statement says what a network, a territory or a theme stands for; all else is read off the figures.
 */
export async function mapFigures(
  read: Read,
  { of, depth, first }: Arguments,
  answer: Answer,
  positions: Positions | undefined,
) {
  const { graph, figures } = answer
  const partners = graph.partners.ids.length
  const idOf = (node: number) =>
    (node < partners ? graph.partners.ids[node] : graph.initiatives.ids[node - partners]) ?? ''
  const found = await rows<{ id: string }>(read, startsText, { of })
  const starts = found.flatMap(({ id }) => {
    const initiative = graph.initiatives.of(id)
    return graph.partners.of(id) ?? (initiative === undefined ? [] : partners + initiative)
  })
  const all = around(figures.neighbours, starts, depth, idOf)
  const shown = all.slice(0, first)

  const groups = new Map<number, Group | null>()
  const groupOf = (node: number): Group | null => {
    const number = at(figures.communities.of, node)
    const known = groups.get(number)
    if (known !== undefined) return known
    const community = communityOf(answer, number)
    const group = community && { id: community.id, name: community.name, count: 0 }
    groups.set(number, group)
    return group
  }
  const nodes = shown.map((node) => {
    const id = idOf(node)
    const isPartner = node < partners
    const place = positions && positionOf(positions, isPartner ? 'partners' : 'initiatives', id)
    const group = groupOf(node)
    if (group) group.count += 1
    return {
      id,
      x: place?.x,
      y: place?.y,
      communityId: group?.id,
      betweenness: at(figures.centrality.betweenness, node),
      pageRank: at(figures.centrality.pageRank, node),
      reach: isPartner ? null : at(figures.reach.descendants, node - partners),
    }
  })
  return {
    total: all.length,
    truncated: nodes.length < all.length,
    isEstimated: shown.some((node) => at(figures.centrality.isEstimated, node) === 1),
    communities: [...groups.values()]
      .filter((group) => group !== null)
      .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)),
    nodes,
  }
}

/** Those within so many links, the nearest first, among these the best connected: the order of a partner map. */
function around(links: Adjacency, starts: number[], depth: number, idOf: (node: number) => string): number[] {
  const isIn = new Uint8Array(links.count)
  const enter = (node: number) => (at(isIn, node) ? false : (isIn[node] = 1) === 1)
  const rings = [starts.filter(enter)]
  for (let ring = rings[0]; ring && ring.length > 0 && rings.length <= depth; ring = rings.at(-1)) {
    const next: number[] = []
    for (const node of ring) {
      for (let edge = at(links.starts, node); edge < at(links.starts, node + 1); edge++) {
        if (enter(at(links.ends, edge))) next.push(at(links.ends, edge))
      }
    }
    rings.push(next)
  }
  const byDegree = (a: number, b: number) =>
    degreeOf(links, b) - degreeOf(links, a) || (idOf(a) < idOf(b) ? -1 : 1)
  return rings.flatMap((ring) => ring.sort(byDegree))
}
