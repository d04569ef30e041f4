import { GraphQLObjectType, GraphQLSchema, type GraphQLFieldConfigMap } from 'graphql'
import type { Context } from './read.ts'

export type Fields = GraphQLFieldConfigMap<unknown, Context>

/** The schema with other fields at its root. */
export function withQuery(schema: GraphQLSchema, change: (fields: Fields) => Fields): GraphQLSchema {
  const config = schema.toConfig()
  const query = config.query?.toConfig()
  if (!query) throw new Error('schema: no query')
  const fields = change(query.fields)
  // Printing reads the definition instead of the fields.
  const astNode = query.astNode && {
    ...query.astNode,
    fields: query.astNode.fields?.filter(({ name }) => name.value in fields),
  }
  const types = config.types.filter(({ name }) => name !== query.name)
  return new GraphQLSchema({
    ...config,
    types,
    query: new GraphQLObjectType({ ...query, fields, astNode }),
    assumeValid: true,
  })
}
