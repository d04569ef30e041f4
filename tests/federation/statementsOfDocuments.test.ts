import { fileURLToPath } from 'node:url'
import { QueryPlanner } from '@graphql-hive/router-query-planner'
import { getOperationAST, Kind, parse, print } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../../api/exchange/sample/sample.ts'
import { graphSubgraph } from '../../api/federation/graph.ts'
import { insightsSubgraph } from '../../api/federation/insights/subgraph.ts'
import { supergraph } from '../../api/federation/supergraph.ts'
import { serverOf } from '../../api/graphql.ts'
import { contextOf, reading, type Read } from '../../api/read.ts'
import { examples } from '../../api/warm.ts'
import { registeredIn } from '../../web/documents.ts'
import { emptyGraph, testStore } from '../support/store.ts'

const store = testStore()
let statements = 0
const patient = reading(store.driver, store.database, 120_000)
const counted: Read = (text, parameters) => {
  statements += 1
  return patient(text, parameters)
}
const insights = insightsSubgraph(patient)
const served = await supergraph([await graphSubgraph(), insights])
const server = serverOf(served)
const planner = new QueryPlanner(served.sdl)
afterAll(() => insights.close())

type Asked = { title: string; name: string; query: string; variables: Record<string, unknown> }

// What the web asks for, by the names of its variables.
const usual: Record<string, unknown> = {
  id: 'sample:accorderie-quebec',
  code: 'dep:26',
  of: ['sample:accorderie-quebec'],
  first: 100,
  after: null,
  depth: 2,
  opened: ['sample:accorderie-de-chambery'],
  opens: true,
  text: 'accorderie',
  recordKinds: [['INITIATIVE', 'PARTNER']],
  ...Object.fromEntries(
    ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((place) => [place, 'sample:cjs-hearst']),
  ),
  from: 'sample:secours-catholique',
  to: 'sample:fondation-macif',
  levels: 'REDONE',
  level: 'DEPARTMENT',
  territory: 'iso:FR',
  second: 'sample:accorderie-chambery',
}
const others: Record<string, Record<string, unknown>> = {
  Lately: { from: '2015', to: '2025' },
  Recorder: { id: 'essaim-sample' },
  NetworkPlaces: { id: 'essaim-sample', level: 'REGION', inside: 'iso:FR' },
  NetworkFamilies: { id: 'essaim-sample' },
  PartnerSheet: { id: 'sample:secours-catholique' },
  PartnerPaths: { id: 'sample:adapei-44' },
  TerritorySheet: { id: 'reg:84' },
  TerritoryCountsHere: { id: 'reg:84' },
  TerritoryHere: { id: 'reg:84' },
  TerritoryLevels: { id: 'reg:84' },
  TerritoryInside: { id: 'reg:84' },
  TerritoryFit: { id: 'cog:29019' },
  CommonsSheet: { id: 'sample:acc-banque-temps' },
  NetworkSheet: { id: 'sample:mouvement-unapei' },
  NetworkMembers: { id: 'sample:mouvement-unapei' },
  NetworkExchanges: { id: 'sample:mouvement-unapei' },
  NetworkProgrammes: { id: 'sample:mouvement-unapei' },
}

const web = registeredIn(fileURLToPath(new URL('../../web/', import.meta.url)))
const documents: Asked[] = [
  ...examples.map(({ query, operationName }) => ({
    title: `the example ${operationName}`,
    name: operationName ?? '',
    query,
    variables: {},
  })),
  ...web.map(({ name, text }) => ({
    title: `the web's ${name}`,
    name,
    query: text,
    variables: variablesOf(name, text),
  })),
]

function variablesOf(name: string, text: string): Record<string, unknown> {
  const values = { ...usual, ...others[name] }
  const definitions = getOperationAST(parse(text))?.variableDefinitions ?? []
  return Object.fromEntries(
    definitions.map(({ variable, type }) => {
      const value = values[variable.name.value]
      const isList = type.kind === Kind.NON_NULL_TYPE && type.type.kind === Kind.LIST_TYPE
      return [variable.name.value, Array.isArray(value) && !isList ? (value[0] as unknown) : value]
    }),
  )
}

async function ask({ name, query, variables }: Asked): Promise<{ rows: number; statements: number }> {
  statements = 0
  const { body } = await server.executeOperation(
    { query, operationName: name, variables },
    { contextValue: contextOf(counted) },
  )
  const result = body.kind === 'single' ? body.singleResult : undefined
  expect(result?.errors).toBeUndefined()
  return { rows: JSON.stringify(result?.data).length, statements }
}

/**
 * A statement for each field that a subgraph is asked at its root: entities of one type are one. `mapFigures` asks what
 * it starts from beside the state of the graph.
 */
async function most({ name, query }: Asked): Promise<number> {
  const { node } = await planner.planAsync(print(parse(query)), name, new Set(), 0)
  const asked: number[] = []
  JSON.stringify(node, (key, value: unknown) => {
    if (key === 'operation') {
      const fields = getOperationAST(parse(String(value)))?.selectionSet.selections ?? []
      const alsoStarts = fields.filter(
        (field) => field.kind === Kind.FIELD && field.name.value === 'mapFigures',
      )
      asked.push(fields.length + alsoStarts.length)
    }
    return value
  })
  return asked.reduce((sum, fields) => sum + fields, 0)
}

async function countOfAll(): Promise<Map<string, { rows: number; statements: number }>> {
  const asked = new Map<string, { rows: number; statements: number }>()
  for (const document of documents) asked.set(document.title, await ask(document))
  return asked
}

/** Nine more of everything but places, themes and networks, linked to each other's neighbours as the first is. */
async function tenfold(): Promise<void> {
  const run = (text: string) => {
    const session = store.driver.session({ database: store.database })
    return session.run(text).finally(() => session.close())
  }
  await run(
    `MATCH (record:Record)
     WHERE NOT record:Territory AND NOT record:Theme AND NOT record:Network
     CALL (record) {
       UNWIND range(1, 9) AS n
       CREATE (copy)
       SET copy = properties(record), copy.id = record.id + '#' + n, copy.sortKey = record.sortKey + '#' + n
       SET copy:$(labels(record))
     } IN TRANSACTIONS OF 200 ROWS`,
  )
  const linked = (match: string, create: string) =>
    run(
      `MATCH (start:Record)-[link]->(end:Record)
       WHERE NOT start.id CONTAINS '#' AND NOT end.id CONTAINS '#'
       WITH start, link, end
       UNWIND range(1, 9) AS n
       MATCH (copy:Record {id: ${match}.id + '#' + n})
       CALL (start, link, end, copy, n) {
         CREATE ${create}
         SET added = properties(link), added.id = link.id + '#' + n
       } IN TRANSACTIONS OF 500 ROWS`,
    )
  await linked('start', '(copy)-[added:$(type(link))]->(end)')
  await linked('end', '(start)-[added:$(type(link))]->(copy)')
  await store.driver.executeQuery('CALL db.awaitIndexes(120)', {}, { database: store.database })
}

let once: Awaited<ReturnType<typeof countOfAll>>
let tenTimes: Awaited<ReturnType<typeof countOfAll>>

beforeAll(async () => {
  await emptyGraph(store)
  await seed(store.driver, store.database)
  await server.start()
  // The first operation asks for the version of Neo4j, and the first question for figures has them computed.
  await server.executeOperation(
    { query: '{ themes { id } insights { nodes } }' },
    { contextValue: contextOf(patient) },
  )
  once = await countOfAll()
  await tenfold()
  tenTimes = await countOfAll()
}, 600_000)

describe('ten times the records are as many statements: one for each root field and each type asked of another subgraph', () => {
  test.each(documents.map((document) => [document.title, document] as const))(
    '%s',
    async (title, document) => {
      expect(tenTimes.get(title)?.statements).toBe(once.get(title)?.statements)
      expect(once.get(title)?.statements).toBeGreaterThan(0)
      expect(once.get(title)?.statements).toBeLessThanOrEqual(await most(document))
    },
  )

  test('and there is more in the answers', () => {
    const longer = [...once].filter(([title, { rows }]) => (tenTimes.get(title)?.rows ?? 0) > rows)
    expect(longer.length).toBeGreaterThan(once.size / 2)
  })
})
