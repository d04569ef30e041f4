import { buildSubgraphSchema } from '@apollo/subgraph'
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js'
import { parse, type GraphQLSchema } from 'graphql'
import { quickly } from '../../pictures.ts'
import type { Read } from '../../read.ts'
import type { Subgraph } from '../subgraph.ts'
import { Keeper } from './keeper.ts'
import { resolvers } from './resolvers.ts'
import { sdl, source } from './sdl.ts'

/** What the subgraph adds to the supergraph: all that composition needs to know of it. */
export const insights = { name: 'insights', sdl: sdl() }

/** A subgraph that extends the graph's own records by what graph algorithms say of them. */
export type InsightsSubgraph = Subgraph & {
  schema: GraphQLSchema
  /** Ends a computation that is under way. */
  close(): Promise<void>
}

/** The subgraph over the graph that `read` reads whole: a big one takes a minute, so it should be patient. */
export function insightsSubgraph(read: Read, keeper = new Keeper(read)): InsightsSubgraph {
  // The library knows nothing of what a context holds.
  const map = resolvers(keeper) as GraphQLResolverMap<unknown>
  const schema = buildSubgraphSchema({ typeDefs: parse(insights.sdl), resolvers: map })
  return {
    ...insights,
    ranges: [source],
    schema,
    answer: quickly(schema),
    close: () => keeper.close(),
  }
}
