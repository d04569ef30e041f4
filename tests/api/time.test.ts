import { request } from 'node:http'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, parse } from 'graphql'
import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientError } from '../../api/errors.ts'
import type { Subgraph } from '../../api/federation/subgraph.ts'
import { reading, type Context } from '../../api/read.ts'
import { testAccess, testStore } from '../support/store.ts'
import { tell, testApi } from './api.ts'

const store = testStore()
const { driver, database } = store
const slow = 'UNWIND range(1, 20000000000) AS number RETURN count(number) AS slowly'

const readOf = (context: unknown) => (context as Context).read

/** A part of the graph that asks Neo4j something without an end. */
function endlessSubgraph(): Subgraph {
  const sdl = 'type Query { "Never answered." endless: Int "Asked one after the other." twice: Int }'
  const schema = buildSubgraphSchema({
    typeDefs: parse(sdl),
    resolvers: {
      Query: {
        endless: (_: unknown, __: unknown, context: unknown) => readOf(context)(slow, {}),
        twice: (_: unknown, __: unknown, context: unknown) =>
          readOf(context)(slow, {}).catch(() => readOf(context)(slow, {})),
      },
    },
  })
  return {
    name: 'endless',
    schema,
    sdl,
    ranges: [],
    answer: ({ document, operationName, variables, context }) =>
      execute({ schema, document, operationName, variableValues: variables, contextValue: context }),
  }
}

// With one connection, two questions at once are one too many.
const { uri, user, password } = testAccess()
const narrow = neo4j.driver(uri, neo4j.auth.basic(user, password), {
  maxConnectionPoolSize: 1,
  connectionAcquisitionTimeout: 300,
})
afterAll(() => narrow.close())

const hasty = testApi(store, { patience: 500, join: async () => [endlessSubgraph()] })
const patient = testApi(store, { join: async () => [endlessSubgraph()] })

async function slowStatements(): Promise<number> {
  const { records } = await driver.executeQuery(
    'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS "AS slowly" AND NOT currentQuery STARTS WITH "SHOW" RETURN count(*) AS count',
    {},
    { database },
  )
  return Number(records[0]?.get('count'))
}

async function until(wanted: (count: number) => boolean): Promise<number> {
  const begun = Date.now()
  while (Date.now() - begun < 30_000) {
    if (wanted(await slowStatements())) return Date.now() - begun
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('Neo4j did not get there within 30 seconds')
}

beforeAll(() => tell(store, { nodes: [], links: [] }))

describe('an operation that takes too long', () => {
  test.each(['endless', 'twice'])('is ended in Neo4j and refused in words: %s', async (field) => {
    expect(await hasty.ask(`{ ${field} }`)).toMatchObject({
      status: 400,
      errors: [
        {
          message: 'This takes more than ten seconds: ask for less at once, with a lower `first` or `depth`.',
          extensions: { code: 'LIMIT', limit: 'time' },
        },
      ],
    })
    expect(await slowStatements()).toBe(0)
  })

  test('is ended as soon as its client has gone', async () => {
    const address = new URL('/graphql', patient.address())
    const asking = request(address, { method: 'POST', headers: { 'content-type': 'application/json' } })
    asking.on('error', () => undefined)
    asking.end(JSON.stringify({ query: '{ twice }' }))
    await until((count) => count === 1)
    asking.destroy()
    // Ten seconds would be its bound.
    expect(await until((count) => count === 0)).toBeLessThan(8_000)
    // Nothing was begun for it afterwards.
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(await slowStatements()).toBe(0)
  })
})

test('a question for which there is no connection is told to come back', async () => {
  const read = reading(narrow, database, 1_000)
  const ended = await Promise.allSettled([read(slow, {}), read(slow, {})])
  const seen = ended.map((end) => {
    const error: unknown = end.status === 'rejected' ? end.reason : undefined
    return clientError({ message: String(error) }, error)
  })
  expect(seen).toMatchObject([
    { extensions: { code: 'LIMIT', limit: 'time' } },
    {
      message: 'Too much is asked at the moment: try again in a minute.',
      extensions: { code: 'UNAVAILABLE' },
    },
  ])
})
