import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ApolloServer } from '@apollo/server'
import { Kind, parse, type OperationDefinitionNode, type TypeNode } from 'graphql'
import type { Context } from './read.ts'

const folder = fileURLToPath(new URL('../examples/', import.meta.url))

/** The documented operations: each with its name and the document that it stands in. */
export const examples = readdirSync(folder)
  .filter((file) => file.endsWith('.graphql'))
  .sort()
  .flatMap((file) => {
    const query = readFileSync(folder + file, 'utf8')
    const operations = parse(query).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    return operations.map((operation) => ({
      query,
      operationName: 'name' in operation ? operation.name?.value : undefined,
    }))
  })

/**
 * Runs the documented operations once, then one after the other what the pages ask, of records that nobody has: a first
 * run pays for planning, better now than in front of somebody.
 */
export async function warm(
  graph: ApolloServer<Context>,
  contextValue: Context,
  isClosing: () => boolean,
  ofPages: Iterable<string>,
): Promise<void> {
  for (const example of examples) {
    if (isClosing()) return
    const failure = await graph.executeOperation(example, { contextValue }).then(
      ({ body }) => (body.kind === 'single' ? body.singleResult.errors?.[0]?.message : undefined),
      (error: unknown) => String(error).split('\n')[0],
    )
    if (failure && !isClosing()) console.error(`warming ${example.operationName} failed: ${failure}`)
  }
  const end = Date.now() + mostForPages
  const run = new Set(examples.map(({ query }) => query))
  for (const query of ofPages) {
    if (run.has(query)) continue
    if (isClosing() || Date.now() > end) return
    // Most say that there is no such record: planned they are all the same.
    await graph
      .executeOperation({ query, variables: ofNothing(query) }, { contextValue })
      .catch(() => undefined)
  }
}

// Milliseconds: a store that is slower than that has better to do.
const mostForPages = 180_000

/** Values for what an operation must be given, under which it finds nothing. */
function ofNothing(query: string): Record<string, unknown> {
  const operation = parse(query).definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  )
  const given = (operation?.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) => {
    const value = valueOf(type)
    return type.kind === Kind.NON_NULL_TYPE && !defaultValue && value !== undefined
      ? [[variable.name.value, value] as const]
      : []
  })
  return Object.fromEntries(given)
}

// As long as ids and names are: Neo4j plans anew for texts of another order of length.
const values: Record<string, unknown> = {
  ID: 'none:none-such-as-this-one',
  String: 'none such',
  PartialDate: '2000',
  Int: 1,
  Float: 1,
  Boolean: true,
}

function valueOf(type: TypeNode): unknown {
  if (type.kind === Kind.NON_NULL_TYPE) return valueOf(type.type)
  if (type.kind === Kind.LIST_TYPE) return [valueOf(type.type)]
  return values[type.name.value]
}
