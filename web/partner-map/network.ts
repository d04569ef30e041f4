import { standing, today, type Standing } from '../drawing/time.ts'
import { roleFamilies, roleFamily, type RoleFamily } from '../ui/roles.ts'
import type { MapLink, MapNode, MapRows, Membership, Start } from './query.ts'

/** One partner or initiative of the map. `stage` 0 came with the question, n with the n-th opened node. */
export type Mark = {
  id: string
  name: string
  node: MapNode
  isInitiative: boolean
  isFocus: boolean
  /** True for a member of the network that one came for. */
  isMember?: boolean
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
export type Asked = {
  of: readonly string[]
  opened?: readonly Opening[]
  on?: string
  /** The members of the network that one came for; who only heads it is none. */
  members?: ReadonlySet<string>
}

/** The rows of both answers as one network; what an opened node brings is its direct neighbours. */
export function network(
  answer: Rows,
  { of, opened = [], on, members }: Asked,
  besides?: Rows | null,
): Network {
  const spots = new Map<string, Spot>()
  for (const node of answer.nodes) spots.set(node.id, spotOf(node))
  const stages = new Map<string, number>()
  const links = besides ? byId([...answer.links, ...besides.links]).values() : answer.links
  const others = new Map(besides?.nodes.map((node) => [node.id, node]))
  const bring = (id: string, stage: number) => {
    const node = others.get(id)
    if (!node || spots.has(id)) return
    spots.set(id, spotOf(node))
    stages.set(id, stage)
  }
  opened.forEach(({ id, isAlone }, index) => {
    if (isAlone) return bring(id, index + 1)
    // What was opened on the way to a node that is gone again brings nothing.
    if (!spots.has(id)) return
    for (const { partner, initiative } of besides?.links ?? [])
      if (partner === id) bring(initiative, index + 1)
      else if (initiative === id) bring(partner, index + 1)
  })
  const made = described(spots, tiesOf(links, spots, on), of, stages)
  if (members?.size) for (const mark of made.marks) mark.isMember = members.has(mark.id)
  return made
}

// Of fifty thousand rows there are no copies beside the ones that stay.
function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  const found = new Map<string, Row>()
  for (const row of rows) found.set(row.id, row)
  return found
}

/** A node, the ties it has, and the only group of what they lead to; null when there are several, or none. */
type Spot = { node: MapNode; ties: Tie[]; group: string | null }

const spotOf = (node: MapNode): Spot => ({ node, ties: [], group: null })

/** The members of the network that one came for; nobody where it is not one network alone. */
export function membersOf(
  [only, ...others]: readonly Start[],
  memberships: readonly Membership[],
): ReadonlySet<string> {
  if (only?.kind !== 'NETWORK' || others.length > 0) return new Set()
  return new Set(
    memberships.flatMap(({ node, network, isHead }) => (network === only.id && !isHead ? node : [])),
  )
}

const familyOf = ({ id, familyId }: MapNode) => familyId ?? id

function join(tie: Tie, partner: Spot, initiative: Spot): void {
  const group = familyOf(initiative.node)
  partner.group = partner.ties.length === 0 || partner.group === group ? group : null
  partner.ties.push(tie)
  initiative.ties.push(tie)
}

function tiesOf(links: Iterable<MapLink>, spots: ReadonlyMap<string, Spot>, on = today()): Tie[] {
  const ties: Tie[] = []
  for (const link of links) {
    const { partner, initiative } = link
    const [from, to] = [spots.get(partner), spots.get(initiative)]
    if (!from || !to) continue
    // Who has the fewer ties knows sooner whether this one is there.
    const known = from.ties.length < to.ties.length ? from.ties : to.ties
    const tie = known.find((one) => one.partner === partner && one.initiative === initiative)
    if (tie) {
      tie.links.push(link)
      continue
    }
    const next = { id: `${partner} ${initiative}`, partner, initiative, links: [link], strands: [] }
    ties.push(next)
    join(next, from, to)
  }
  for (const tie of ties) tie.strands = strands(tie.links, on)
  return ties
}

/** The network as it was before the later nodes were opened: what they bring changes nothing of it. */
export function upTo(whole: Network, stage: number): Network {
  const marks = whole.marks.filter((mark) => mark.stage <= stage)
  const spots = new Map(marks.map(({ id, node }) => [id, spotOf(node)]))
  const ties = whole.ties.filter((tie) => {
    const [partner, initiative] = [spots.get(tie.partner), spots.get(tie.initiative)]
    if (!partner || !initiative) return false
    join(tie, partner, initiative)
    return true
  })
  const before = described(
    spots,
    ties,
    marks.filter((mark) => mark.isFocus).map((mark) => mark.id),
    new Map(marks.map((mark) => [mark.id, mark.stage])),
  )
  const now = new Map(marks.map((mark) => [mark.id, mark]))
  for (const mark of before.marks) mark.isMember = now.get(mark.id)?.isMember ?? false
  if (whole.by === 'family' && whole.sizedBy === 'links') return before
  const kept = before.marks.map((mark) => {
    const { group, isBridge, size } = now.get(mark.id) ?? mark
    const grouped = whole.by === 'family' ? mark : { ...mark, group, isBridge }
    return whole.sizedBy === 'links' ? grouped : { ...grouped, size }
  })
  const groups = whole.by === 'family' ? before.groups : whole.groups
  return { ...before, marks: kept, groups: counted(groups, kept), by: whole.by, sizedBy: whole.sizedBy }
}

function described(
  spots: ReadonlyMap<string, Spot>,
  ties: Tie[],
  of: readonly string[],
  stages: ReadonlyMap<string, number>,
): Network {
  const starts = new Set(of)
  const marks: Mark[] = []
  const named = new Map<string, string>()
  for (const { node, ties: own, group: only } of spots.values()) {
    const { familyId, familyName } = node
    if (familyId && familyName) named.set(familyId, familyName)
    const isFocus = starts.has(node.id)
    const isLarge = isFocus && of.length <= 4
    const isInitiative = node.kind === 'INITIATIVE'
    const group = isInitiative ? familyOf(node) : only
    marks.push({
      id: node.id,
      name: node.name,
      node,
      isInitiative,
      isFocus,
      stage: stages.get(node.id) ?? 0,
      group: isLarge && !isInitiative ? null : group,
      isBridge: !isInitiative && own.length > 1 && group === null,
      families: familiesInOrder(own),
      isPast: isInitiative ? isOver(node) : own.length > 0 && own.every(hasEnded),
      shown: own.length,
      missing: Math.max(0, node.degree - own.length),
      size: isLarge ? 17 : sizeByLinks(isInitiative, own.length),
    })
  }
  const groups = counted(
    [...named].map(([id, name]) => ({ id, name })),
    marks,
  )
  return { marks, ties, groups, by: 'family', sizedBy: 'links' }
}

// Most marks of a crowd have one link: they need no set.
function familiesInOrder(ties: readonly Tie[]): RoleFamily[] {
  const [tie] = ties
  const strand = tie?.strands[0]
  if (strand && ties.length === 1 && tie.strands.length === 1) return [strand.family]
  const found = familiesOf(ties)
  return roleFamilies.filter((family) => found.has(family))
}

/** The families of roles that these ties are. */
export function familiesOf(ties: readonly Tie[]): Set<RoleFamily> {
  const found = new Set<RoleFamily>()
  for (const tie of ties) for (const { family } of tie.strands) found.add(family)
  return found
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
    return count ? { id, name, count } : []
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
export function strands(links: readonly MapLink[], on = today()): Strand[] {
  const [first] = links
  if (first && links.length === 1)
    return [{ family: roleFamily(first.role), standing: standing(first, on), isStrong: false }]
  return roleFamilies.flatMap((family) => {
    const own = links.filter((link) => roleFamily(link.role) === family)
    if (own.length === 0) return []
    const standings = own.map((link) => standing(link, on))
    const best = (['inForce', 'unknown', 'ended'] as const).find((one) => standings.includes(one))
    return [{ family, standing: best ?? 'unknown', isStrong: own.length > 1 }]
  })
}

export function neighbours(whole: Network, id: string): Set<string> {
  const found = new Set<string>()
  for (const { partner, initiative } of whole.ties)
    if (partner === id) found.add(initiative)
    else if (initiative === id) found.add(partner)
  return found
}
