import type { GraphQLResolveInfo } from 'graphql'
import { Cursor } from './cursor.ts'
import { rows, type Read } from './read.ts'
import { recordersOf, type Named } from './recorders.ts'
import { askedFields } from './selection.ts'
import { givenStatement } from './statements.ts'

/** What the first row tells of the whole; what was not asked for is empty. */
type Whole = {
  total: number
  /** Code, name, level, codes of what it is a part of. */
  territories?: [string, string, string, string[]][]
  /** Id, name, ids of broader ones. */
  themes?: [string, string, string[]][]
  /** Id, name. */
  networks?: [string, string][]
  recorders?: Named[]
}
type Row = { whole: Whole | null; recordedBy: string; sortKey: string } & Record<string, unknown>
type Arguments = { first: number; after?: string | null }

// Sorted here: Neo4j takes longer to sort many short lists than to read all of them.
const sets = ['territories', 'themes', 'networks', 'roles', 'levels']
const setOf = (values: string[]) => (values.length > 1 ? [...new Set(values)].sort() : values)

/** The resolver of one table: its rows under the name of what they are, and what these name by ids. */
const table =
  (text: string, what: string, named: readonly string[]) =>
  async (
    _: unknown,
    { first, after = null }: Arguments,
    { read }: { read: Read },
    info: GraphQLResolveInfo,
  ) => {
    const asked = askedFields(info)
    const isAsked = Object.fromEntries(named.map((name) => [name, asked.has(name)]))
    const [head, ...found] = await rows<Row>(read, text, { ...isAsked, first, after })
    if (!head?.whole) throw new Error(`the statement of the table of ${what} told nothing`)
    for (const row of found)
      for (const name of sets) if (Array.isArray(row[name])) row[name] = setOf(row[name])
    const { total, territories = [], themes = [], networks = [], recorders = [] } = head.whole
    const last = found.length === first ? found.at(-1) : undefined
    return {
      total,
      truncated: found.length < total,
      next: last && Cursor.serialize(last.sortKey),
      territories: territories.map(([code, name, level, partOf]) => ({ code, name, level, partOf })),
      themes: themes.map(([id, name, broader]) => ({ id, name, broader })),
      networks: networks.map(([id, name]) => ({ id, name })),
      recorders: recordersOf(found, recorders),
      [what]: found,
    }
  }

/** The resolvers of `Query.initiativeTable` and its like. */
export const tables = {
  initiativeTable: table(givenStatement('queries/Query.initiativeTable.cypher'), 'initiatives', [
    'territories',
    'themes',
    'recorders',
  ]),
  partnerTable: table(givenStatement('queries/Query.partnerTable.cypher'), 'partners', [
    'territories',
    'networks',
    'recorders',
  ]),
  commonsTable: table(givenStatement('queries/Query.commonsTable.cypher'), 'commons', ['recorders']),
  networkTable: table(givenStatement('queries/Query.networkTable.cypher'), 'networks', []),
}
