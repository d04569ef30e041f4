import type { Standing } from '../drawing/time.ts'
import { roleFamilies, rolesOf } from '../ui/roles.ts'
import type { Filter, PartnerKind, Status } from './filter.ts'
import { groupings, sizings, type Grouping, type Opening, type Sizing } from './network.ts'

export type At = { x: number; y: number }

/** What the address says about a map: all that is needed to show the same again. */
export type MapAddress = Omit<Filter, 'hidden'> & {
  of: readonly string[]
  depth: number
  first: number
  opened: readonly Opening[]
  hidden: readonly string[]
  pins: ReadonlyMap<string, At>
  /** The last one is the main one. */
  selected: readonly string[]
  /** By what marks are gathered; null for what suits the starts. */
  grouping: Grouping | null
  sizing: Sizing
  /** The two whose ways to each other are told, and which of these ways, from 0. */
  path: { from: string; to: string; way: number } | null
  panel: Panel | null
  isTable: boolean
  /** The middle of the window in map units, and the zoom. */
  view: (At & { k: number }) | null
}

export const panels = ['settings', 'compare'] as const
export type Panel = (typeof panels)[number]

export const everyRole = roleFamilies.flatMap(rolesOf)
export const standings = ['inForce', 'ended', 'unknown'] as const satisfies readonly Standing[]
export const partnerKinds = [
  'ASSOCIATION',
  'COOPERATIVE',
  'FOUNDATION',
  'FEDERATION',
  'COMPANY',
  'LOCAL_AUTHORITY',
  'STATE',
  'SCHOOL_OR_RESEARCH',
  'INFORMAL_GROUP',
  'OTHER',
] as const satisfies readonly PartnerKind[]
export const statuses = [
  'IDEA',
  'EMERGING',
  'RUNNING',
  'CONSOLIDATING',
  'SPREADING',
  'ENDED',
  'ABANDONED',
  'UNKNOWN',
] as const satisfies readonly Status[]
/** How many nodes a map may ask for. */
export const sizesOfMaps = [120, 300, 1000, 10_000, 50_000] as const
export type SizeOfMap = (typeof sizesOfMaps)[number]
const most = 100

/** `usual`: how many nodes to ask for where the address does not say. */
export function mapAddress(query: URLSearchParams, usual: SizeOfMap = 300): MapAddress {
  const depth = Number(query.get('depth') ?? 2)
  const first = Number(query.get('first') ?? usual)
  const [from, to] = query.getAll('path')
  const way = Number(query.get('way') ?? 0)
  return {
    of: several(query, 'of'),
    depth: [1, 2, 3, 4].includes(depth) ? depth : 2,
    first: sizesOfMaps.find((size) => size === first) ?? usual,
    opened: openings(query),
    hidden: several(query, 'hidden', 1000),
    pins: pins(query.getAll('pin')),
    selected: several(query, 'selected', 1000),
    roles: some(query.get('roles'), everyRole),
    standings: some(query.get('standings'), standings),
    kinds: some(query.get('kinds'), partnerKinds),
    statuses: some(query.get('statuses'), statuses),
    on: partialDate(query.get('on')),
    grouping: groupings.find((one) => one === query.get('groups')) ?? null,
    sizing: sizings.find((one) => one === query.get('size')) ?? 'links',
    path: from && to && from !== to ? { from, to, way: Number.isInteger(way) && way > 0 ? way : 0 } : null,
    panel: panels.find((one) => one === query.get('panel')) ?? null,
    isTable: query.get('view') === 'table',
    view: lookedAt(query.get('at')),
  }
}

const several = (query: URLSearchParams, name: string, count = most) =>
  [...new Set(query.getAll(name).filter(Boolean))].slice(0, count)

/** Which of these a list names; null when there is no list, so that all count. */
function some<Value extends string>(text: string | null, all: readonly Value[]): ReadonlySet<Value> | null {
  if (text === null) return null
  const named = new Set(text.split(','))
  return new Set(all.filter((one) => named.has(one)))
}

// In the order in which it was opened: each comes to what was there before.
function openings(query: URLSearchParams): Opening[] {
  const found = new Map<string, Opening>()
  for (const [name, id] of query) {
    if (!id || found.has(`${name} ${id}`)) continue
    if (name === 'expanded' || name === 'with') found.set(`${name} ${id}`, { id, isAlone: name === 'with' })
  }
  return [...found.values()].slice(0, most)
}

function pins(texts: readonly string[]): Map<string, At> {
  return new Map(
    texts.slice(0, 1000).flatMap((text) => {
      const [, x, y, id] = /^(-?\d{1,6}),(-?\d{1,6}),(.+)$/.exec(text) ?? []
      return id ? [[id, { x: Number(x), y: Number(y) }] as const] : []
    }),
  )
}

function partialDate(text: string | null): string | null {
  return text && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) ? text : null
}

function lookedAt(text: string | null): MapAddress['view'] {
  const [x, y, k] = (text ?? '').split(',').map(Number)
  if (x === undefined || y === undefined || k === undefined) return null
  return [x, y, k].every(Number.isFinite) && k > 0 ? { x, y, k } : null
}

/** The names of the address that filter. */
export const filterNames = ['roles', 'standings', 'kinds', 'statuses', 'on', 'hidden'] as const

export const filterOf = ({ roles, standings, kinds, statuses, on, hidden }: MapAddress): Filter => ({
  roles,
  standings,
  kinds,
  statuses,
  on,
  hidden: new Set(hidden),
})
