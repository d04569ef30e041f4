import { firstDay, hadBegun, lastDay, standing, today, type Standing } from '../drawing/time.ts'
import type { EnumOf } from '../graphql.ts'
import type { PartnerRole } from '../ui/roles.ts'
import { counted, familiesOf, hasEnded, strands, tiesAround, type Mark, type Network } from './network.ts'
import type { MapLink } from './query.ts'

export type PartnerKind = EnumOf<'PartnerKind'>
/** How far along an initiative is, or that nobody has said. */
export type Status = EnumOf<'InitiativeStatus'> | 'UNKNOWN'

/** What is looked at; each part is null for all. */
export type Filter = {
  roles: ReadonlySet<PartnerRole> | null
  standings: ReadonlySet<Standing> | null
  kinds: ReadonlySet<PartnerKind> | null
  statuses: ReadonlySet<Status> | null
  /** As it stood then: what began later is left out, what had ended by then is told as ended. */
  on: string | null
  hidden: ReadonlySet<string>
}

export const kindOf = ({ node }: Mark): PartnerKind => node.partnerKind ?? 'OTHER'
export const statusOf = ({ node }: Mark): Status => node.status ?? 'UNKNOWN'

/** A date stands for its whole span, so what lasted into it is in force. */
export const dayOf = (on: string | null): string | undefined => (on ? firstDay(on) : undefined)

/** What is left of a network when only this is looked at, with its places; the ones you came for stay. */
export function filtered(whole: Network, filter: Filter): Network {
  if (isOfAll(filter)) return whole
  const lookedAt = new Set<string>()
  for (const mark of whole.marks) if (isLookedAt(mark, filter)) lookedAt.add(mark.id)
  const day = dayOf(filter.on)
  const then = day ?? today()
  const ties = whole.ties.flatMap((tie) => {
    if (!lookedAt.has(tie.partner) || !lookedAt.has(tie.initiative)) return []
    const links = tie.links.filter((link) => holds(link, filter, then))
    if (links.length === 0) return []
    if (!day && links.length === tie.links.length) return tie
    return { ...tie, links, strands: strands(links, then) }
  })
  const own = tiesAround(ties)
  const left = whole.marks.flatMap((mark): Mark | [] => {
    const around = own.get(mark.id) ?? []
    if (!lookedAt.has(mark.id)) return []
    // Who had no link at all is no less there when links are left out.
    if (around.length === 0 && mark.shown > 0 && !mark.isFocus) return []
    const families = familiesOf(around)
    return {
      ...mark,
      shown: around.length,
      families: mark.isInitiative ? mark.families : mark.families.filter((family) => families.has(family)),
      isPast: mark.isInitiative ? isPastThen(mark, day) : around.length > 0 && around.every(hasEnded),
    }
  })
  return { ...whole, ties, marks: left, groups: counted(whole.groups, left) }
}

const isOfAll = ({ roles, standings, kinds, statuses, on, hidden }: Filter) =>
  [roles, standings, kinds, statuses, on].every((part) => part === null) && hidden.size === 0

/** An initiative is over when its end says so, or its status where no end is known. */
function isPastThen(mark: Mark, day: string | undefined): boolean {
  if (!day || !mark.node.endedOn) return mark.isPast
  return lastDay(mark.node.endedOn) < day
}

function isLookedAt(mark: Mark, { kinds, statuses, hidden, on }: Filter): boolean {
  if (hidden.has(mark.id)) return false
  if (mark.isFocus) return true
  if (!mark.isInitiative) return kinds === null || kinds.has(kindOf(mark))
  return (statuses === null || statuses.has(statusOf(mark))) && hadBegun(mark.node.startedOn, on)
}

function holds(link: MapLink, { roles, standings, on }: Filter, day: string): boolean {
  if (!hadBegun(link.since, on)) return false
  if (roles !== null && !roles.has(link.role)) return false
  return standings === null || standings.has(standing(link, day))
}

export type Counts = {
  roles: Map<PartnerRole, number>
  standings: Map<Standing, number>
  kinds: Map<PartnerKind, number>
  statuses: Map<Status, number>
  years: Map<number, number>
  /** Links that have no first date. */
  undated: number
}

/** How many links or marks each switch shows when it is on and the others stay as they are. */
export function counts(whole: Network, filter: Filter, visible = filtered(whole, filter)): Counts {
  const tally = <Key>(items: readonly Key[]) => {
    const found = new Map<Key, number>()
    for (const item of items) found.set(item, (found.get(item) ?? 0) + 1)
    return found
  }
  const without = (part: keyof Filter) =>
    filter[part] === null ? visible : filtered(whole, { ...filter, [part]: null })
  const linksOf = (part: keyof Filter) => without(part).ties.flatMap((tie) => tie.links)
  const marksOf = (part: keyof Filter) => without(part).marks
  const day = dayOf(filter.on) ?? today()
  const atAnyTime = linksOf('on')
  return {
    roles: tally(linksOf('roles').map(({ role }) => role)),
    standings: tally(linksOf('standings').map((link) => standing(link, day))),
    kinds: tally(
      marksOf('kinds')
        .filter((mark) => !mark.isInitiative)
        .map(kindOf),
    ),
    statuses: tally(
      marksOf('statuses')
        .filter((mark) => mark.isInitiative)
        .map(statusOf),
    ),
    years: tally(atAnyTime.flatMap(({ since }) => (since ? [Number(since.slice(0, 4))] : []))),
    undated: atAnyTime.filter(({ since }) => !since).length,
  }
}
