import { printSchemaWithDirectives } from '@graphql-tools/utils'
import { lexicographicSortSchema } from 'graphql'
import { compose, publicSchema } from './compose.ts'
import { graphSubgraph } from './graph.ts'
import { insights } from './insights/subgraph.ts'

/** What is committed to review its changes, sorted: what clients see of our own subgraphs, and the supergraph of them. */
export async function contract(): Promise<{ clients: string; supergraph: string }> {
  const ours = [await graphSubgraph(), insights]
  const supergraph = compose(ours)
  const clients = printSchemaWithDirectives(lexicographicSortSchema(publicSchema(supergraph, ours)))
  return { clients: `${clients}\n`, supergraph }
}
