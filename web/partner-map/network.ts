import { standing, type Standing } from '../drawing/time.ts'
import { roleFamilies, roleFamily, type PartnerRole, type RoleFamily } from '../ui/roles.ts'
import type { MapLink, MapNode, MapRows } from './query.ts'

/** One partner or initiative of the map. `stage` 0 came with the question, n with the n-th opened node. */
export type Mark = {
  id: string
  name: string
  node: MapNode
  isInitiative: boolean
  isFocus: boolean
  stage: number
  /** The family of initiatives it belongs to; null for a partner of several (a bridge) or of none. */
  group: string | null
  isBridge: boolean
  /** Families of its roles, for a partner. */
  families: RoleFamily[]
  isPast: boolean
  /** How many neighbours are on the map, and how many are left to open. */
  shown: number
  missing: number
  /** Radius of a disc, half the side of a square. */
  size: number
}

/** Everything that one partner is in one initiative. */
export type Tie = { id: string; partner: string; initiative: string; links: MapLink[]; strands: Strand[] }
export type Strand = { family: RoleFamily; standing: Standing; isStrong: boolean }
export type Group = { id: string; name: string }
export type Network = { marks: Mark[]; ties: Tie[]; groups: Group[] }

type Opened = Pick<MapRows, 'nodes' | 'links'>

/** The rows of both answers as one network; what an opened node brings is its direct neighbours. */
export function network(
  answer: Opened,
  of: readonly string[],
  expanded: readonly string[] = [],
  opened?: Opened | null,
  on?: string,
): Network {
  const nodes = new Map(answer.nodes.map((node) => [node.id, node]))
  const stages = new Map(answer.nodes.map((node) => [node.id, 0]))
  const links = new Map([...answer.links, ...(opened?.links ?? [])].map((link) => [link.id, link]))
  const others = new Map(opened?.nodes.map((node) => [node.id, node]))
  expanded.forEach((id, index) => {
    for (const { partner, initiative } of opened?.links ?? []) {
      const other = partner === id ? initiative : initiative === id ? partner : null
      const node = other ? others.get(other) : undefined
      if (!node || nodes.has(node.id)) continue
      nodes.set(node.id, node)
      stages.set(node.id, index + 1)
    }
  })

  const ties = new Map<string, Tie>()
  for (const link of links.values()) {
    if (!nodes.has(link.partner) || !nodes.has(link.initiative)) continue
    const id = `${link.partner} ${link.initiative}`
    const tie = ties.get(id) ?? {
      id,
      partner: link.partner,
      initiative: link.initiative,
      links: [],
      strands: [],
    }
    tie.links.push(link)
    ties.set(id, tie)
  }
  for (const tie of ties.values()) tie.strands = strands(tie.links, on)

  return described([...nodes.values()], [...ties.values()], of, stages)
}

/** The network as it was before the later nodes were opened: what they bring changes nothing of it. */
export function upTo(whole: Network, stage: number): Network {
  const marks = whole.marks.filter((mark) => mark.stage <= stage)
  const ids = new Set(marks.map((mark) => mark.id))
  return described(
    marks.map((mark) => mark.node),
    whole.ties.filter((tie) => ids.has(tie.partner) && ids.has(tie.initiative)),
    marks.filter((mark) => mark.isFocus).map((mark) => mark.id),
    new Map(marks.map((mark) => [mark.id, mark.stage])),
  )
}

function described(
  rows: readonly MapNode[],
  ties: Tie[],
  of: readonly string[],
  stages: ReadonlyMap<string, number>,
): Network {
  const nodes = new Map(rows.map((node) => [node.id, node]))
  const around = new Map<string, Tie[]>()
  for (const tie of ties)
    for (const end of [tie.partner, tie.initiative]) around.set(end, [...(around.get(end) ?? []), tie])

  const groupOf = (node: MapNode): string | null => {
    if (node.kind === 'INITIATIVE') return node.familyId ?? node.id
    const groups = new Set(
      (around.get(node.id) ?? []).map((tie) => nodes.get(tie.initiative)?.familyId ?? tie.initiative),
    )
    return groups.size === 1 ? ([...groups][0] ?? null) : null
  }

  const marks = [...nodes.values()].map((node): Mark => {
    const own = around.get(node.id) ?? []
    const isFocus = of.includes(node.id)
    const isLarge = isFocus && of.length <= 4
    const isInitiative = node.kind === 'INITIATIVE'
    const stage = stages.get(node.id) ?? 0
    const group = groupOf(node)
    const sizes = { initiative: Math.min(13, 8 + 0.55 * own.length), partner: own.length > 1 ? 9 : 7 }
    const roles = new Set(own.flatMap((tie) => tie.strands.map((strand) => strand.family)))
    return {
      id: node.id,
      name: node.name,
      node,
      isInitiative,
      isFocus,
      stage,
      group: isLarge && !isInitiative ? null : group,
      isBridge: !isInitiative && own.length > 1 && group === null,
      families: roleFamilies.filter((family) => roles.has(family)),
      isPast: isInitiative
        ? ['ENDED', 'ABANDONED'].includes(node.status ?? '')
        : own.length > 0 && own.every((tie) => tie.strands.every((strand) => strand.standing === 'ended')),
      shown: own.length,
      missing: Math.max(0, node.degree - own.length),
      size: isLarge ? 17 : isInitiative ? (own.length > 1 ? sizes.initiative : 6.5) : sizes.partner,
    }
  })
  const named = new Map<string, string>()
  for (const { familyId, familyName } of nodes.values())
    if (familyId && familyName) named.set(familyId, familyName)
  return { marks, ties, groups: [...named].map(([id, name]) => ({ id, name })) }
}

/** One line for each family of roles and each standing; two roles of one family make it stronger. */
function strands(links: MapLink[], on?: string): Strand[] {
  return roleFamilies.flatMap((family) => {
    const own = links.filter((link) => roleFamily(link.role) === family)
    if (own.length === 0) return []
    const standings = own.map((link) => standing(link, on))
    const best = (['inForce', 'unknown', 'ended'] as const).find((one) => standings.includes(one))
    return [{ family, standing: best ?? 'unknown', isStrong: own.length > 1 }]
  })
}

/** What is left of a network when only these roles are looked at; the ones you came for stay. */
export function withRoles(whole: Network, roles: ReadonlySet<PartnerRole> | null, on?: string): Network {
  if (!roles) return whole
  const ties = whole.ties.flatMap((tie) => {
    const links = tie.links.filter((link) => roles.has(link.role))
    return links.length ? [{ ...tie, links, strands: strands(links, on) }] : []
  })
  const kept = new Set(ties.flatMap((tie) => [tie.partner, tie.initiative]))
  const families = new Map<string, Set<RoleFamily>>()
  for (const { partner, strands: own } of ties)
    families.set(partner, new Set([...(families.get(partner) ?? []), ...own.map((strand) => strand.family)]))
  return {
    ...whole,
    ties,
    marks: whole.marks
      .filter((mark) => mark.isFocus || kept.has(mark.id))
      .map((mark) => ({
        ...mark,
        families: mark.families.filter((family) => mark.isInitiative || families.get(mark.id)?.has(family)),
      })),
  }
}

/** How many links each family of roles has. */
export function familyCounts(whole: Network): Record<RoleFamily, number> {
  const counts = { carries: 0, funds: 0, supports: 0, governs: 0, relays: 0 }
  for (const tie of whole.ties) for (const link of tie.links) counts[roleFamily(link.role)] += 1
  return counts
}

export function neighbours(whole: Network, id: string): Set<string> {
  return new Set(
    whole.ties.flatMap((tie) =>
      tie.partner === id ? [tie.initiative] : tie.initiative === id ? [tie.partner] : [],
    ),
  )
}
