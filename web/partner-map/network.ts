import { standing, type Standing } from '../drawing/time.ts'
import { roleFamilies, roleFamily, type RoleFamily } from '../ui/roles.ts'
import type { MapLink, MapNode, MapRows } from './query.ts'

/** One partner or initiative of the map. `stage` 0 came with the question, n with the n-th opened node. */
export type Mark = {
  id: string
  name: string
  node: MapNode
  isInitiative: boolean
  isFocus: boolean
  stage: number
  /** The group it belongs to; null for who belongs to several or to none. */
  group: string | null
  /** True for a partner that joins groups. */
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

/** By what marks are gathered, and what their size tells. */
export const groupings = ['family', 'network', 'territory', 'community'] as const
export type Grouping = (typeof groupings)[number]
export const sizings = ['links', 'betweenness', 'reach'] as const
export type Sizing = (typeof sizings)[number]

/** `count` is how many marks of the network belong to it. */
export type Group = { id: string; name: string; count: number }
export type Network = { marks: Mark[]; ties: Tie[]; groups: Group[]; by: Grouping; sizedBy: Sizing }

export type Rows = Pick<MapRows, 'nodes' | 'links'>
/** A node that was opened: it brings its neighbours; alone, it only comes itself. */
export type Opening = { id: string; isAlone: boolean }
export type Asked = { of: readonly string[]; opened?: readonly Opening[]; on?: string }

/** The rows of both answers as one network; what an opened node brings is its direct neighbours. */
export function network(answer: Rows, { of, opened = [], on }: Asked, besides?: Rows | null): Network {
  const nodes = new Map(answer.nodes.map((node) => [node.id, node]))
  const stages = new Map(answer.nodes.map((node) => [node.id, 0]))
  const links = new Map([...answer.links, ...(besides?.links ?? [])].map((link) => [link.id, link]))
  const others = new Map(besides?.nodes.map((node) => [node.id, node]))
  const bring = (id: string, stage: number) => {
    const node = others.get(id)
    if (!node || nodes.has(id)) return
    nodes.set(id, node)
    stages.set(id, stage)
  }
  opened.forEach(({ id, isAlone }, index) => {
    if (isAlone) return bring(id, index + 1)
    // What was opened on the way to a node that is gone again brings nothing.
    if (!nodes.has(id)) return
    for (const { partner, initiative } of besides?.links ?? [])
      if (partner === id) bring(initiative, index + 1)
      else if (initiative === id) bring(partner, index + 1)
  })
  return described([...nodes.values()], tiesOf(links.values(), nodes, on), of, stages)
}

function tiesOf(links: Iterable<MapLink>, nodes: ReadonlyMap<string, unknown>, on?: string): Tie[] {
  const ties = new Map<string, Tie>()
  for (const link of links) {
    const { partner, initiative } = link
    if (!nodes.has(partner) || !nodes.has(initiative)) continue
    const id = `${partner} ${initiative}`
    const tie = ties.get(id)
    if (tie) tie.links.push(link)
    else ties.set(id, { id, partner, initiative, links: [link], strands: [] })
  }
  for (const tie of ties.values()) tie.strands = strands(tie.links, on)
  return [...ties.values()]
}

/** The network as it was before the later nodes were opened: what they bring changes nothing of it. */
export function upTo(whole: Network, stage: number): Network {
  const marks = whole.marks.filter((mark) => mark.stage <= stage)
  const ids = new Set(marks.map((mark) => mark.id))
  const before = described(
    marks.map((mark) => mark.node),
    whole.ties.filter((tie) => ids.has(tie.partner) && ids.has(tie.initiative)),
    marks.filter((mark) => mark.isFocus).map((mark) => mark.id),
    new Map(marks.map((mark) => [mark.id, mark.stage])),
  )
  if (whole.by === 'family' && whole.sizedBy === 'links') return before
  const now = new Map(marks.map((mark) => [mark.id, mark]))
  const kept = before.marks.map((mark) => {
    const { group, isBridge, size } = now.get(mark.id) ?? mark
    const grouped = whole.by === 'family' ? mark : { ...mark, group, isBridge }
    return whole.sizedBy === 'links' ? grouped : { ...grouped, size }
  })
  const groups = whole.by === 'family' ? before.groups : whole.groups
  return { ...before, marks: kept, groups: counted(groups, kept), by: whole.by, sizedBy: whole.sizedBy }
}

function described(
  rows: readonly MapNode[],
  ties: Tie[],
  of: readonly string[],
  stages: ReadonlyMap<string, number>,
): Network {
  const nodes = new Map(rows.map((node) => [node.id, node]))
  const around = tiesAround(ties)

  const groupOf = (node: MapNode): string | null => {
    if (node.kind === 'INITIATIVE') return node.familyId ?? node.id
    const groups = new Set(
      (around.get(node.id) ?? []).map((tie) => nodes.get(tie.initiative)?.familyId ?? tie.initiative),
    )
    return groups.size === 1 ? ([...groups][0] ?? null) : null
  }

  const starts = new Set(of)
  const marks = rows.map((node): Mark => {
    const own = around.get(node.id) ?? []
    const isFocus = starts.has(node.id)
    const isLarge = isFocus && of.length <= 4
    const isInitiative = node.kind === 'INITIATIVE'
    const group = groupOf(node)
    const roles = new Set(own.flatMap((tie) => tie.strands.map((strand) => strand.family)))
    return {
      id: node.id,
      name: node.name,
      node,
      isInitiative,
      isFocus,
      stage: stages.get(node.id) ?? 0,
      group: isLarge && !isInitiative ? null : group,
      isBridge: !isInitiative && own.length > 1 && group === null,
      families: roleFamilies.filter((family) => roles.has(family)),
      isPast: isInitiative ? isOver(node) : own.length > 0 && own.every(hasEnded),
      shown: own.length,
      missing: Math.max(0, node.degree - own.length),
      size: isLarge ? 17 : sizeByLinks(isInitiative, own.length),
    }
  })
  const named = new Map<string, string>()
  for (const { familyId, familyName } of rows) if (familyId && familyName) named.set(familyId, familyName)
  const groups = counted(
    [...named].map(([id, name]) => ({ id, name })),
    marks,
  )
  return { marks, ties, groups, by: 'family', sizedBy: 'links' }
}

const isOver = ({ status }: MapNode) => status === 'ENDED' || status === 'ABANDONED'
export const hasEnded = (tie: Tie): boolean => tie.strands.every(({ standing }) => standing === 'ended')

function sizeByLinks(isInitiative: boolean, links: number): number {
  if (links <= 1) return isInitiative ? 6.5 : 7
  const size = isInitiative ? Math.min(13, 8 + 0.55 * links) : Math.min(16, 8.2 + 0.4 * links)
  return Math.round(size * 100) / 100
}

/** Each group with how many of these marks belong to it; those that nobody belongs to are left out. */
export function counted(groups: readonly { id: string; name: string }[], marks: readonly Mark[]): Group[] {
  const counts = new Map<string, number>()
  for (const { group } of marks) if (group !== null) counts.set(group, (counts.get(group) ?? 0) + 1)
  return groups.flatMap(({ id, name }) => {
    const count = counts.get(id)
    return count ? [{ id, name, count }] : []
  })
}

/** The ties of each mark. */
export function tiesAround(ties: readonly Tie[]): Map<string, Tie[]> {
  const around = new Map<string, Tie[]>()
  const add = (end: string, tie: Tie) => {
    const own = around.get(end)
    if (own) own.push(tie)
    else around.set(end, [tie])
  }
  for (const tie of ties) {
    add(tie.partner, tie)
    add(tie.initiative, tie)
  }
  return around
}

/** One line for each family of roles and each standing; two roles of one family make it stronger. */
export function strands(links: readonly MapLink[], on?: string): Strand[] {
  return roleFamilies.flatMap((family) => {
    const own = links.filter((link) => roleFamily(link.role) === family)
    if (own.length === 0) return []
    const standings = own.map((link) => standing(link, on))
    const best = (['inForce', 'unknown', 'ended'] as const).find((one) => standings.includes(one))
    return [{ family, standing: best ?? 'unknown', isStrong: own.length > 1 }]
  })
}

export function neighbours(whole: Network, id: string): Set<string> {
  return new Set(
    whole.ties.flatMap((tie) =>
      tie.partner === id ? [tie.initiative] : tie.initiative === id ? [tie.partner] : [],
    ),
  )
}
