import type { GraphQLSchema } from 'graphql'
import { withIntegers } from './read.ts'
import { withQuery } from './withQuery.ts'

/**
 * The schema whose root fields hand all their arguments to their statement as one parameter. The library writes NULL into
 * the text for each argument that is absent, so every choice of filters would be planned anew: that takes longer than
 * answering does.
 */
export const withGiven = (schema: GraphQLSchema): GraphQLSchema =>
  withQuery(schema, (fields) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => {
        const { resolve } = field
        if (!resolve) return [name, field]
        return [
          name,
          {
            ...field,
            resolve: (source, args: Record<string, unknown>, context, info) =>
              resolve(source, args, { ...context, cypherParams: { given: withIntegers(args) } }, info),
          },
        ]
      }),
    ),
  )
