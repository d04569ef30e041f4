import { isDeepStrictEqual } from 'node:util'
import neo4j from 'neo4j-driver'
import type { Integer, Point } from 'neo4j-driver'
import { bytes, Column } from '../kept/column.ts'
import type { Fault, Value } from '../record.ts'
import { searched, searchText, sortKey } from '../searchText.ts'
import type { Properties } from '../vocabulary.ts'

export type Stored = Record<string, string | number | boolean | readonly string[] | Integer | Point>
type Row = { id: string; properties: Record<string, Value> }
export type Changed<R extends Row> = { row: R; properties: Stored; before: Stored }

/**
 * Sorts rows into new, changed and as they were, batch by batch. A record belongs to the network that recorded it: another
 * one can't change it, but may fill the gaps of what all networks share (territories, themes). Of new rows only their
 * places are kept.
 */
export class Plan<R extends Row> {
  readonly faults: Fault[] = []
  created = 0
  changed = 0
  unchanged = 0
  private readonly isNew = new Column(bytes)

  constructor(
    private readonly propertiesOf: (row: R) => Properties,
    private readonly isShared: (row: R) => boolean,
    private readonly finish = (_: R, properties: Stored) => properties,
  ) {}

  /** `known` is what those of these rows say that are there; gives what is to be changed. */
  add(rows: readonly R[], known: ReadonlyMap<string, Stored>): Changed<R>[] {
    return rows.flatMap((row) => {
      const before = known.get(row.id)
      this.isNew.set(this.isNew.length, before ? 0 : 1)
      if (before) return this.compare(row, before)
      this.created++
      return []
    })
  }

  /** The new ones of the rows that were added, given in the same order. */
  *fresh(rows: Iterable<R>): Generator<R> {
    let place = 0
    for (const row of rows) if (this.isNew.get(place++)) yield row
  }

  /** What a row says, as the database keeps it. */
  stored(row: R): Stored {
    return this.finish(row, stored(row, this.propertiesOf(row)))
  }

  private compare(row: R, before: Stored): Changed<R>[] {
    const next = this.stored(row)
    const isForeign = before['recordedBy'] !== next['recordedBy']
    if (isForeign && !this.isShared(row)) {
      const owner = String(before['recordedBy'])
      const says = `${row.id}: recorded by ${owner}, ${String(next['recordedBy'])} can't change it`
      this.faults.push({ ids: [row.id], says })
      return []
    }
    const properties = isForeign ? this.finish(row, { ...next, ...before }) : next
    if (says(before, properties)) {
      this.unchanged++
      return []
    }
    this.changed++
    return [{ row, properties, before }]
  }
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
export function says(one: Stored, other: Stored): boolean {
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
