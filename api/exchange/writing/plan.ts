import { isDeepStrictEqual } from 'node:util'
import neo4j from 'neo4j-driver'
import type { Integer, Point } from 'neo4j-driver'
import type { Fault, Value } from '../record.ts'
import { searched, searchText, sortKey } from '../searchText.ts'
import type { Properties } from '../vocabulary.ts'

export type Stored = Record<string, string | number | boolean | readonly string[] | Integer | Point>
type Row = { id: string; properties: Record<string, Value> }
export type Planned<R extends Row> = R & { properties: Stored }
export type Changed<R extends Row> = Planned<R> & { before: Stored }
export type Plan<R extends Row> = {
  create: Planned<R>[]
  change: Changed<R>[]
  unchanged: number
  faults: Fault[]
}

/**
 * Sorts rows into new, changed and as they were. A record belongs to the network that recorded it: another one can't
 * change it, but may fill the gaps of what all networks share (territories, themes).
 */
export function plan<R extends Row>(
  rows: readonly R[],
  known: ReadonlyMap<string, Stored>,
  propertiesOf: (row: R) => Properties,
  isShared: (row: R) => boolean,
): Plan<R> {
  const result: Plan<R> = { create: [], change: [], unchanged: 0, faults: [] }
  const given = new Map<string, Stored>()
  for (const row of rows) {
    const next = stored(row, propertiesOf(row))
    const twin = given.get(row.id)
    if (twin) {
      if (!says(twin, next))
        result.faults.push({ ids: [row.id], says: `${row.id}: given twice, not in the same words` })
      continue
    }
    given.set(row.id, next)
    const before = known.get(row.id)
    if (!before) {
      result.create.push({ ...row, properties: next })
      continue
    }
    const isForeign = before['recordedBy'] !== next['recordedBy']
    if (isForeign && !isShared(row)) {
      const owner = String(before['recordedBy'])
      const says = `${row.id}: recorded by ${owner}, ${String(next['recordedBy'])} can't change it`
      result.faults.push({ ids: [row.id], says })
      continue
    }
    const after = isForeign ? { ...next, ...before } : next
    if (says(before, after)) result.unchanged++
    else result.change.push({ ...row, properties: after, before })
  }
  return result
}

/** The properties as the database keeps them: whole numbers as integers, positions as points, what nobody said left out. */
export function stored(row: Row, properties: Properties): Stored {
  const result: Stored = { id: row.id }
  // A list that the schema promises is there even when nobody said anything: the library would give null.
  for (const [name, { isList, required }] of properties) if (isList && required) result[name] = []
  for (const [name, value] of Object.entries(row.properties)) {
    if (value == null) continue
    if (typeof value === 'object' && 'latitude' in value) {
      result[name] = new neo4j.types.Point(neo4j.int(4326), value.longitude, value.latitude)
    } else {
      result[name] = properties.get(name)?.type === 'Int' ? neo4j.int(value as number) : value
    }
  }
  return result
}

/** The names of a record as search and lists read them, for the kinds that people look for. */
export function withSearchText(label: string, properties: Stored): Stored {
  if (!searched.includes(label)) return properties
  const names = ['name', 'acronym', 'familyName'].map((name) => properties[name])
  return {
    ...properties,
    searchText: searchText(...names.map((name) => name?.toString())),
    sortKey: sortKey(String(properties['name']), String(properties['id'])),
  }
}

/** True when both say the same, whenever it was recorded. */
function says(one: Stored, other: Stored): boolean {
  return isDeepStrictEqual(comparable(one), comparable(other))
}

function comparable(properties: Stored): Record<string, unknown> {
  const entries = Object.entries(properties)
    .filter(([name]) => !['recordedOn', 'searchText', 'sortKey'].includes(name))
    .map(([name, value]) => [name, plain(value)] as const)
  return Object.fromEntries(entries)
}

function plain(value: Stored[string]): unknown {
  if (neo4j.isInt(value)) return value.toNumber()
  return neo4j.isPoint(value) ? [value.x, value.y] : value
}
