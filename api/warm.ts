import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ApolloServer } from '@apollo/server'
import { Kind, parse } from 'graphql'
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

/** Runs the documented operations once: their first run pays for planning, better now than in front of somebody. */
export async function warm(
  graph: ApolloServer<Context>,
  contextValue: Context,
  isClosing: () => boolean,
): Promise<void> {
  for (const example of examples) {
    if (isClosing()) return
    const failure = await graph.executeOperation(example, { contextValue }).then(
      ({ body }) => (body.kind === 'single' ? body.singleResult.errors?.[0]?.message : undefined),
      (error: unknown) => String(error).split('\n')[0],
    )
    if (failure && !isClosing()) console.error(`warming ${example.operationName} failed: ${failure}`)
  }
}
