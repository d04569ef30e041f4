import { printSubgraphSchema } from '@apollo/subgraph'
import { quickly } from '../pictures.ts'
import { graphSchema, sources } from '../schema.ts'
import type { Subgraph } from './subgraph.ts'

/** The graph itself, the subgraph that all others extend. */
export async function graphSubgraph(): Promise<Subgraph & { schema: NonNullable<Subgraph['schema']> }> {
  const schema = await graphSchema()
  return { name: 'graph', schema, sdl: printSubgraphSchema(schema), ranges: sources, answer: quickly(schema) }
}
