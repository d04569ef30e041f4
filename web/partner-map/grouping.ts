import { roleFamily } from '../ui/roles.ts'
import { counted, tiesAround, type Grouping, type Mark, type Network } from './network.ts'
import type { Membership } from './query.ts'

type Named = { id: string; name: string }
export type Facts = {
  memberships: readonly Membership[]
  /** The networks that the map starts from: when there are several, they are what is compared. */
  compared: readonly Named[]
  /** The community of each node; null while nobody has worked it out. */
  communities: ReadonlyMap<string, Named> | null
}

/** The same network with its marks gathered otherwise; families of initiatives are how it comes. */
export function grouped(whole: Network, by: Grouping, facts: Facts): Network {
  if (by === 'family') return whole
  const named = new Map<string, string>()
  const groupOf = { network: byNetwork, territory: byTerritory, community: byCommunity }[by](
    whole,
    facts,
    named,
  )
  const around = tiesAround(whole.ties)
  const marks = whole.marks.map((mark): Mark => {
    const isCentre = mark.isFocus && !mark.isInitiative && mark.size === 17
    const group = groupOf(mark)
    const reached = new Set((around.get(mark.id) ?? []).map((tie) => tie.initiative))
    const isBridge = !mark.isInitiative && joins([...reached], group, groupOf, whole)
    return { ...mark, group: isCentre ? null : group, isBridge }
  })
  const groups = counted(
    [...named].map(([id, name]) => ({ id, name })),
    marks,
  )
  return { ...whole, marks, groups, by }
}

/**
 * What gathers the marks unless somebody chose: families of initiatives, or places where all are of one family. What is
 * opened later changes nothing of it.
 */
export function usualGrouping({ marks }: Network): Grouping {
  const first = marks.filter(({ stage }) => stage === 0)
  const families = new Set(first.flatMap(({ group }) => group ?? []))
  const places = new Map<string, number>()
  for (const { node } of first)
    if (node.withinCode) places.set(node.withinCode, (places.get(node.withinCode) ?? 0) + 1)
  const placed = [...places.values()].reduce((sum, count) => sum + count, 0)
  const isTold = [...places.values()].filter((count) => count > 1).length > 1 && placed * 2 > first.length
  return families.size === 1 && isTold ? 'territory' : 'family'
}

type GroupOf = (mark: Mark) => string | null

const byIds = new WeakMap<Network, Map<string, Mark>>()
function markOf(whole: Network, id: string): Mark | undefined {
  const known = byIds.get(whole) ?? new Map(whole.marks.map((mark) => [mark.id, mark]))
  byIds.set(whole, known)
  return known.get(id)
}

function joins(reached: string[], group: string | null, groupOf: GroupOf, whole: Network) {
  const groups = new Set(group ? [group] : [])
  for (const id of reached) {
    const other = markOf(whole, id)
    const theirs = other ? groupOf(other) : null
    if (theirs) groups.add(theirs)
  }
  return groups.size > 1
}

/** A partner is where it is a member or heads; an initiative where those who carry it are. */
function byNetwork(whole: Network, { memberships, compared }: Facts, named: Map<string, string>): GroupOf {
  const isAsked = new Set(compared.map(({ id }) => id))
  const joined = new Map<string, Set<string>>()
  for (const { node, network, name } of memberships) {
    if (compared.length > 1 && !isAsked.has(network)) continue
    named.set(network, name)
    joined.set(node, (joined.get(node) ?? new Set()).add(network))
  }
  const both = compared.length > 1 ? together(compared) : null
  if (both) named.set(both.id, both.name)
  const ofPartner = (id: string): string | null => {
    const [first, ...others] = joined.get(id) ?? []
    if (first === undefined) return null
    return others.length === 0 ? first : (both?.id ?? null)
  }
  const carried = new Map<string, Set<string>>()
  for (const tie of whole.ties) {
    const group = ofPartner(tie.partner)
    if (group === null || !tie.links.some(({ role }) => roleFamily(role) === 'carries')) continue
    carried.set(tie.initiative, (carried.get(tie.initiative) ?? new Set()).add(group))
  }
  return (mark) => {
    if (!mark.isInitiative) return ofPartner(mark.id)
    const groups = [...(carried.get(mark.id) ?? [])]
    if (groups.length === 1) return groups[0] ?? null
    return groups.length > 1 ? (both?.id ?? null) : null
  }
}

/** The group of what belongs to several of the networks that are compared. */
export const together = (compared: readonly Named[]): Named => ({
  id: compared.map(({ id }) => id).join(' '),
  name: compared.map(({ name }) => name).join(' + '),
})

function byTerritory(whole: Network, _: Facts, named: Map<string, string>): GroupOf {
  for (const { node } of whole.marks)
    if (node.withinCode && node.within) named.set(node.withinCode, node.within)
  return ({ node }) => node.withinCode ?? null
}

function byCommunity(_: Network, { communities }: Facts, named: Map<string, string>): GroupOf {
  for (const { id, name } of communities?.values() ?? []) named.set(id, name)
  return (mark) => communities?.get(mark.id)?.id ?? null
}
