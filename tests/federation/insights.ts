import { afterAll } from 'vitest'
import { execute, parse, validate, type ExecutionResult } from 'graphql'
import { setTimeout as delay } from 'node:timers/promises'
import { insightsSubgraph, type InsightsSubgraph } from '../../api/federation/insights/subgraph.ts'
import { contextOf, reading } from '../../api/read.ts'
import type { testStore } from '../support/store.ts'

type Data = Record<string, unknown>

/** The subgraph alone over a store, for one test file; `ask` runs an operation as the supergraph does. */
export function testInsights({ driver, database }: ReturnType<typeof testStore>) {
  const statements: string[] = []
  const read = reading(driver, database, 60_000)
  const counted: typeof read = (text, parameters) => {
    statements.push(text)
    return read(text, parameters)
  }
  const subgraph: InsightsSubgraph = insightsSubgraph(counted)
  afterAll(() => subgraph.close())

  async function ask(query: string, variableValues: Record<string, unknown> = {}) {
    const { schema } = subgraph
    const document = parse(query)
    const refused = validate(schema, document)
    if (refused[0]) throw refused[0]
    return (await execute({
      schema,
      document,
      variableValues,
      contextValue: contextOf(counted),
    })) as ExecutionResult<Data>
  }
  /** Waits until the figures are those of the graph as it stands. */
  async function fresh(): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      const { data } = await ask('{ insights { isStale } }')
      if ((data?.insights as { isStale: boolean } | null)?.isStale === false) return
      await delay(100)
    }
    throw new Error('the figures stay stale')
  }
  /** The fields of one record, as the supergraph asks for them. */
  async function entity(type: string, id: string, fields: string) {
    const { data, errors } = await ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${fields} } } }`,
      { of: [{ __typename: type, id }] },
    )
    if (errors?.[0]) throw errors[0]
    return (data?.['_entities'] as unknown[])[0]
  }
  return { ask, fresh, entity, statements, subgraph }
}
