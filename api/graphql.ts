import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { clientError, statusOf, type Code } from './errors.ts'
import { graphSubgraph } from './federation/graph.ts'
import type { Subgraph } from './federation/subgraph.ts'
import { supergraph, type Supergraph } from './federation/supergraph.ts'
import { limits, mostSelections, mostTokens } from './limits.ts'
import type { Context } from './read.ts'

/** The GraphQL server over these subgraphs as one graph, not yet started. */
export async function graphServer(subgraphs?: Subgraph[]): Promise<ApolloServer<Context>> {
  return serverOf(await supergraph(subgraphs ?? [await graphSubgraph()]))
}

/** What stands in front of every answer, of the supergraph or of one subgraph that is served alone. */
export function serverOf(served: Supergraph): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway: gateway(served),
    plugins: [
      limits(served.ranges),
      honestStatus,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
    formatError: clientError,
    parseOptions: { maxTokens: mostTokens },
    validationOptions: { maxErrors: 5 },
    maxRecursiveSelections: mostSelections,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
  })
}

type Gateway = NonNullable<ApolloServerOptionsWithGateway<Context>['gateway']>

/** How Apollo Server is handed a schema to hold requests against, and somebody else who answers them. */
function gateway({ schema, sdl, answer }: Supergraph): Gateway {
  let tell: Parameters<Gateway['onSchemaLoadOrUpdate']>[0] = () => undefined
  return {
    onSchemaLoadOrUpdate: (callback) => {
      tell = callback
      return () => undefined
    },
    load: async () => {
      tell({ apiSchema: schema, coreSupergraphSdl: sdl })
      return {
        executor: async ({ document, operationName, request, context }) =>
          answer({
            document,
            operationName,
            variables: request.variables ?? {},
            context: context as Context,
          }),
      }
    },
    stop: async () => undefined,
  }
}

/** An answer that holds nothing but errors says so in its HTTP status too. */
const honestStatus: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => {
      if (response.body.kind !== 'single') return
      const { errors, data } = response.body.singleResult
      if (!errors?.[0] || Object.values(data ?? {}).some((field) => field != null)) return
      response.http.status = statusOf[errors[0].extensions?.code as Code]
    },
  }),
}
