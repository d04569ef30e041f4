import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { clientError, statusOf, type Code } from './errors.ts'
import { limits, mostSelections, mostTokens } from './limits.ts'
import { quickPictures } from './pictures.ts'
import type { Context } from './read.ts'
import { graphSchema, sources } from './schema.ts'

/** The GraphQL server over the graph's schema, not yet started. */
export async function graphServer(): Promise<ApolloServer<Context>> {
  const schema = await graphSchema()
  return new ApolloServer<Context>({
    schema,
    plugins: [
      limits(sources),
      quickPictures(schema),
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
