import { partialDate } from '../drawing/dates.ts'
import { levels as replicationLevels, type Level } from '../drawing/levels.ts'
import { roleFamilies, rolesOf, type PartnerRole } from '../ui/roles.ts'

export const counts = ['initiatives', 'partners', 'replications'] as const
export type Count = (typeof counts)[number]
/** Which territories are told apart. */
export type MapLevel = 'COUNTRY' | 'REGION' | 'DEPARTMENT' | 'MUNICIPALITY'
/** What is drawn over the territories. */
export const layers = ['points', 'arcs'] as const
export type Layer = (typeof layers)[number]

const france = 'iso:FR'
const everyRole = roleFamilies.flatMap(rolesOf)

/** Everything that the address says of the map; what is badly written there is as if it were not. */
export type MapAddress = {
  level: MapLevel
  /** The code that the map is inside of; null for the whole world. */
  inside: string | null
  /** Which contours lie under it. */
  ground: 'france' | 'world'
  count: Count
  on: string | null
  theme: string | null
  role: PartnerRole | null
  replication: Level | null
  by: string | null
  without: ReadonlySet<Layer>
  selected: string | null
  isTable: boolean
  /** The middle of the window in map units, and the zoom. */
  view: { x: number; y: number; k: number } | null
}

export function addressOf(query: URLSearchParams): MapAddress {
  const asked = query.get('inside')
  const level = query.get('level')
  const within = asked && asked !== france ? asked : null
  return {
    ...(within ? inside(within) : level === 'COUNTRY' ? world : whole(level)),
    count: counts.find((one) => one === query.get('count')) ?? 'initiatives',
    on: partialDate(query.get('on') ?? ''),
    theme: query.get('theme') || null,
    role: everyRole.find((role) => role === query.get('role')) ?? null,
    replication: replicationLevels.find((one) => one === query.get('replication')) ?? null,
    by: query.get('by') || null,
    without: new Set(layers.filter((layer) => query.getAll('without').includes(layer))),
    selected: query.get('selected') || null,
    isTable: query.get('view') === 'table',
    view: lookedAt(query.get('at')),
  }
}

type Where = Pick<MapAddress, 'level' | 'inside' | 'ground'>
const world: Where = { level: 'COUNTRY', inside: null, ground: 'world' }
const whole = (level: string | null): Where => ({
  level: level === 'DEPARTMENT' ? level : 'REGION',
  inside: france,
  ground: 'france',
})
function inside(code: string): Where {
  if (code.startsWith('reg:')) return { level: 'DEPARTMENT', inside: code, ground: 'france' }
  // Communes and their groups have no contours: they are seen in their département.
  if (/^(dep|cog|epci):/.test(code)) return { level: 'MUNICIPALITY', inside: code, ground: 'france' }
  return { level: 'MUNICIPALITY', inside: code, ground: 'world' }
}

function lookedAt(text: string | null): MapAddress['view'] {
  const [x, y, k] = (text ?? '').split(',').map(Number)
  if (x === undefined || y === undefined || k === undefined) return null
  return [x, y, k].every(Number.isFinite) && k > 0 ? { x, y, k } : null
}

/** The changes of the address that go into a territory, or back out to France or the world. */
export function goingTo(code: string | null): Record<string, string | null> {
  const out = { at: null, selected: null }
  if (code === null) return { ...out, inside: null, level: 'COUNTRY' }
  return { ...out, inside: code === france ? null : code, level: null }
}

/** From the world, which is null, to what a map is inside of; `within` says in which région each département lies. */
export function wayTo(
  { inside, ground }: Pick<MapAddress, 'inside' | 'ground'>,
  within: Readonly<Record<string, string>>,
): (string | null)[] {
  if (inside === null) return [null]
  if (ground === 'world' || inside === france) return [null, inside]
  const region = within[inside]
  return region ? [null, france, region, inside] : [null, france, inside]
}

/** True when one can go into a territory: its parts have contours, or its communes are points. */
export const canGoInto = (code: string) => /^(reg|dep|iso):/.test(code)

/** What of the address narrows what is counted, as the API takes it. */
export const narrowing = ({ theme, role, replication, by }: MapAddress) => ({
  theme,
  roles: role && [role],
  replications: replication && [replication],
  recordedBy: by,
})

/** A path with the query of now and these changes. */
export function hrefWith(
  path: string,
  query: URLSearchParams,
  changes: Record<string, string | null>,
): string {
  const kept = [...query].filter(([name]) => !Object.hasOwn(changes, name))
  const changed = Object.entries(changes).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
  const text = new URLSearchParams([...kept, ...changed]).toString()
  return path + (text ? `?${text}` : '')
}
