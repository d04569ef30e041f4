import { isDeepStrictEqual } from 'node:util'
import neo4j from 'neo4j-driver'
import type { Integer, Point } from 'neo4j-driver'
import type { Fault, Value } from '../record.ts'
import { searched, searchText, sortKey } from '../searchText.ts'
import type { Properties } from '../vocabulary.ts'

export type Stored = Record<string, string | number | boolean | readonly string[] | Integer | Point>
type Row = { id: string; properties: Record<string, Value> }
export type Changed<R extends Row> = { row: R; properties: Stored; before: Stored }

/**
 * Sorts rows into new, changed and as they were, batch by batch. A record belongs to the network that recorded it: another
 * one can't change it, but may fill the gaps of what all networks share (territories, themes). What new rows say is made
 * for the database again when they are written, so that many of them take little memory.
 */
export class Plan<R extends Row> {
  readonly create: R[] = []
  readonly change: Changed<R>[] = []
  readonly faults: Fault[] = []
  unchanged = 0
  private readonly given = new Map<string, R>()

  constructor(
    private readonly propertiesOf: (row: R) => Properties,
    private readonly isShared: (row: R) => boolean,
    private readonly finish = (_: R, properties: Stored) => properties,
  ) {}

  /** `known` is what those of these rows say that are there. */
  add(rows: readonly R[], known: ReadonlyMap<string, Stored>): void {
    for (const row of rows) {
      const twin = this.given.get(row.id)
      if (!twin) this.compare(row, known.get(row.id))
      else if (!says(this.stored(twin), this.stored(row)))
        this.faults.push({ ids: [row.id], says: `${row.id}: given twice, not in the same words` })
      this.given.set(row.id, twin ?? row)
    }
  }

  /** What a row says, as the database keeps it. */
  stored(row: R): Stored {
    return this.finish(row, stored(row, this.propertiesOf(row)))
  }

  private compare(row: R, before: Stored | undefined): void {
    if (!before) {
      this.create.push(row)
      return
    }
    const next = this.stored(row)
    const isForeign = before['recordedBy'] !== next['recordedBy']
    if (isForeign && !this.isShared(row)) {
      const owner = String(before['recordedBy'])
      const says = `${row.id}: recorded by ${owner}, ${String(next['recordedBy'])} can't change it`
      this.faults.push({ ids: [row.id], says })
      return
    }
    const properties = isForeign ? this.finish(row, { ...next, ...before }) : next
    if (says(before, properties)) this.unchanged++
    else this.change.push({ row, properties, before })
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
