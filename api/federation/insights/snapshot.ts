import { setImmediate as breathe } from 'node:timers/promises'
import type { Record as Row } from 'neo4j-driver'
import type { Read } from '../../read.ts'
import { statement } from '../../statements.ts'

/** The links of the whole graph as pairs of places in lists of ids: what the worker computes on. */
export type Links = {
  partners: number
  initiatives: number
  territories: number
  /** Initiative, partner: once, whatever the number of roles. */
  partnerships: Int32Array
  /** Child, parent. */
  replications: Int32Array
  /** Initiative, territory. */
  presences: Int32Array
  /** Territory, a territory around it that somebody acts in too. */
  within: Int32Array
  /** How many people live in each territory; NaN where nobody said. */
  populations: Float64Array
}

/** The whole graph as it was at a version. Ids are in order, so that the same graph has the same places. */
export type Snapshot = {
  version: string
  partners: Places
  names: string[]
  initiatives: Places
  /** Of each initiative: elements kept, adapted, dropped. */
  changes: Int32Array
}

const versionText = statement('insights/version.cypher')
const partnersText = statement('insights/partners.cypher')
const initiativesText = statement('insights/initiatives.cypher')
const territoriesText = statement('insights/territories.cypher')

/** Which state the graph is in: another text after each write. */
export async function versionOf(read: Read): Promise<string> {
  const { records } = await read(`CYPHER 5\n${versionText}`, {})
  return records[0]?.get('version') as string
}

/** Reads the whole graph by four statements, whatever its size, without holding up who else is served. */
export async function snapshot(read: Read): Promise<Snapshot & { links: Links }> {
  // Read first: what is written meanwhile makes the snapshot stale, never wrongly new.
  const version = await versionOf(read)
  const partners = new Places()
  const names: string[] = []
  await eachRow(read, partnersText, (row) => {
    partners.add(row.get('id') as string)
    names.push(row.get('name') as string)
  })

  const territories = new Places()
  const populations: number[] = []
  const around: [number, string[]][] = []
  await eachRow(read, territoriesText, (row) => {
    around.push([territories.add(row.get('id') as string), row.get('within') as string[]])
    populations.push((row.get('population') as number | null) ?? NaN)
  })

  const initiatives = new Places()
  const told: Row[] = []
  await eachRow(read, initiativesText, (row) => {
    initiatives.add(row.get('id') as string)
    told.push(row)
  })
  const partnerships = new Pairs()
  const replications = new Pairs()
  const presences = new Pairs()
  const changes: number[] = []
  await slowly(told, (row, initiative) => {
    partnerships.add(initiative, row.get('partners') as string[], partners)
    replications.add(initiative, row.get('parents') as string[], initiatives)
    presences.add(initiative, row.get('territories') as string[], territories)
    changes.push(row.get('kept') as number, row.get('adapted') as number, row.get('dropped') as number)
  })
  const within = new Pairs()
  for (const [territory, ids] of around) within.add(territory, ids, territories)

  return {
    version,
    partners,
    names,
    initiatives,
    changes: new Int32Array(changes),
    links: {
      partners: partners.ids.length,
      initiatives: initiatives.ids.length,
      territories: territories.ids.length,
      partnerships: partnerships.done(),
      replications: replications.done(),
      presences: presences.done(),
      within: within.done(),
      populations: new Float64Array(populations),
    },
  }
}

/** Ids in a list, and where each stands in it. */
export class Places {
  readonly ids: string[] = []
  readonly #places = new Map<string, number>()
  add(id: string): number {
    this.#places.set(id, this.ids.length)
    return this.ids.push(id) - 1
  }
  of(id: string): number | undefined {
    return this.#places.get(id)
  }
}

class Pairs {
  readonly #pairs: number[] = []
  /** What was written after its end was read is left for the next snapshot. */
  add(from: number, ids: string[], places: Places): void {
    for (const id of ids) {
      const to = places.of(id)
      if (to !== undefined) this.#pairs.push(from, to)
    }
  }
  done(): Int32Array {
    return new Int32Array(this.#pairs)
  }
}

async function eachRow(read: Read, text: string, work: (row: Row) => void): Promise<void> {
  const { records } = await read(`CYPHER 5\n${text}`, {})
  await slowly(records, work)
}

/** Works through a long list in slices, with a breath after each for whoever else waits. */
async function slowly<T>(items: T[], work: (item: T, place: number) => void): Promise<void> {
  for (let from = 0; from < items.length; from += 500) {
    for (const [offset, item] of items.slice(from, from + 500).entries()) work(item, from + offset)
    await breathe()
  }
}
