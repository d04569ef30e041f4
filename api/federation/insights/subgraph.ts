import { buildSubgraphSchema } from '@apollo/subgraph'
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js'
import { parse, type GraphQLSchema } from 'graphql'
import type { Read } from '../../read.ts'
import { Keeper } from './keeper.ts'
import { resolvers } from './resolvers.ts'
import { sdl } from './sdl.ts'

/** What graph algorithms say, as a Federation 2 subgraph that extends the graph's own records. */
export type InsightsSubgraph = {
  name: 'insights'
  /** Its resolvers take the `Context` of `read.ts`. */
  schema: GraphQLSchema
  sdl: string
  /** Ends a computation that is under way. */
  close(): Promise<void>
}

/** The subgraph over the graph that `read` reads; it may take minutes for a big one, so give it the patience. */
export function insightsSubgraph(read: Read, keeper = new Keeper(read)): InsightsSubgraph {
  const text = sdl()
  // The library knows nothing of what a context holds.
  const map = resolvers(keeper) as GraphQLResolverMap<unknown>
  const schema = buildSubgraphSchema({ typeDefs: parse(text), resolvers: map })
  return { name: 'insights', schema, sdl: text, close: () => keeper.close() }
}
