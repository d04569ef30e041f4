import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ApolloServer } from '@apollo/server'
import type { Context } from './graphql.ts'

const folder = fileURLToPath(new URL('../examples/', import.meta.url))

/** Runs the documented operations once: their first run pays for planning, better now than in front of somebody. */
export async function warm(graph: ApolloServer<Context>, contextValue: Context): Promise<void> {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.graphql'))) {
    try {
      const { body } = await graph.executeOperation(
        { query: readFileSync(folder + file, 'utf8') },
        { contextValue },
      )
      const error = body.kind === 'single' && body.singleResult.errors?.[0]
      if (error) console.error(`warming ${file} failed: ${error.message}`)
    } catch (error) {
      console.error(`warming ${file} failed: ${String(error).split('\n')[0]}`)
    }
  }
}
