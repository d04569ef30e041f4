import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  execute,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isLeafType,
  isListType,
  isSpecifiedScalarType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'

/** The schema that a subgraph's answers are held against; it resolves nothing by itself. */
export function schemaOf(sdl: string): GraphQLSchema {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl) })
  const { _entities, _service } = schema.getQueryType()?.getFields() ?? {}
  for (const field of [_entities, _service]) if (field) field.resolve = undefined
  return schema
}

/** The document with `__typename` asked wherever an answer must say which type it is of. */
export function withTypenames(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema)
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: (set) => {
        if (!isAbstractType(types.getParentType())) return undefined
        return { ...set, selections: [typename, ...set.selections] }
      },
    }),
  )
}

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const

/** What of an answer is as its schema promised, and an error for each part that is not; those parts are nothing. */
export async function recheck(
  schema: GraphQLSchema,
  document: DocumentNode,
  variableValues: Record<string, unknown>,
  data: unknown,
): Promise<ExecutionResult> {
  return execute({ schema, document, variableValues, rootValue: data, fieldResolver: given })
}

const given: GraphQLFieldResolver<Record<string, unknown>, unknown> = (source, args, _, info) => {
  const value = Object.hasOwn(source, info.path.key) ? source[info.path.key] : undefined
  if (info.fieldName === '_entities' && Array.isArray(value)) {
    return entities((args as { representations: { __typename: string }[] }).representations, value)
  }
  return strictly(info.returnType, value)
}

/** Each record in the place of the key that asked for it; an error in the place of a record of another kind. */
function entities(asked: { __typename: string }[], came: (Record<string, unknown> | null)[]): unknown[] {
  if (came.length !== asked.length) {
    throw new GraphQLError(`${came.length} records came for the ${asked.length} that were asked`)
  }
  return came.map((record, at) => {
    const { __typename: wanted = '' } = asked[at] ?? {}
    if (record === null || record.__typename === wanted) return record
    return new GraphQLError(`a ${String(record.__typename)} came for the ${wanted} that was asked`)
  })
}

/** graphql-js makes texts of numbers and numbers of texts; here each is refused, an entry of a list by itself. */
function strictly(type: GraphQLOutputType, value: unknown): unknown {
  const inner = getNullableType(type)
  if (value === null || value === undefined) return value
  if (isListType(inner)) {
    return Array.isArray(value)
      ? value.map((entry: unknown) => strictly(inner.ofType, entry))
      : new Error('No list came where one was promised')
  }
  if (!isLeafType(inner) || !isSpecifiedScalarType(inner)) return value
  try {
    return inner.parseValue(value)
  } catch (error) {
    return error
  }
}
