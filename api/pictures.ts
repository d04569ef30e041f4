import type { ApolloServerPlugin } from '@apollo/server'
import { HeaderMap } from '@apollo/server'
import {
  execute,
  getNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  isNonNullType,
  isObjectType,
  Kind,
  type GraphQLFieldConfig,
  type GraphQLResolveInfo,
  type SelectionNode,
} from 'graphql'
import { clientError, refusal } from './errors.ts'
import type { Context } from './read.ts'
import { beneath, collected } from './selection.ts'

const pictures = ['dissemination', 'partnerMap']

/**
 * Answers operations that ask for a picture. graphql-js spends more on each field of its tens of thousands of rows than
 * Neo4j does, so it is told that a picture is a leaf, and the fields that were asked for are picked here.
 */
export function quickPictures(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  const asLeaves = withLeaves(schema)
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({ document, operation, operationName, request, contextValue }) => {
        if (!operation?.selectionSet.selections.some(isPicture)) return null
        const result = await execute({
          schema: asLeaves,
          document,
          contextValue,
          operationName,
          variableValues: request.variables,
        })
        const errors = result.errors?.map((error) => clientError(error.toJSON(), error))
        return {
          http: { headers: new HeaderMap() },
          body: {
            kind: 'single',
            singleResult: errors ? { errors, data: result.data } : { data: result.data },
          },
        }
      },
    }),
  }
}

const isPicture = (selection: SelectionNode) =>
  selection.kind === Kind.FIELD && pictures.includes(selection.name.value)

/** The schema with its pictures as leaves; they stay what they are for validation and for whoever reads the schema. */
function withLeaves(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig()
  const query = config.query?.toConfig()
  if (!query) throw new Error('schema: no query')
  for (const name of pictures) {
    const field = query.fields[name]
    if (field) query.fields[name] = asLeaf(field)
  }
  const types = config.types.filter(({ name }) => name !== query.name)
  return new GraphQLSchema({ ...config, types, query: new GraphQLObjectType(query), assumeValid: true })
}

type Field = GraphQLFieldConfig<unknown, Context>

function asLeaf(field: Field): Field {
  const picture = getNamedType(field.type)
  const { resolve } = field
  if (!isObjectType(picture) || !resolve) throw new Error(`schema: ${picture.name} is no picture`)
  const leaf = new GraphQLScalarType({ name: `${picture.name}AsLeaf` })
  return {
    ...field,
    type: isNonNullType(field.type) ? new GraphQLNonNull(leaf) : leaf,
    resolve: async (source, given, context, info) => {
      const rows = (await resolve(source, given, context, info)) as Row | null
      return rows && pick(rows, pickings(picture, beneath(info), info))
    },
  }
}

type Row = Record<string, unknown>
type Picking = { key: string; name: string; always?: string; isRequired: boolean; inner?: Picking[] }

/** What to take from a row of this type, under which key. */
function pickings(
  type: GraphQLObjectType,
  asked: readonly SelectionNode[],
  info: GraphQLResolveInfo,
): Picking[] {
  return [...collected(asked, info)].map(([key, { name, selections }]) => {
    // It would change the object instead of standing in it.
    if (key === '__proto__') throw refusal('INVALID', '`__proto__` can not be an alias.')
    const field = type.getFields()[name]
    if (!field) return { key, name, always: type.name, isRequired: true }
    const inner = getNamedType(field.type)
    const isRequired = isNonNullType(field.type)
    return {
      key,
      name,
      isRequired,
      inner: isObjectType(inner) ? pickings(inner, selections, info) : undefined,
    }
  })
}

function pick(row: Row, from: Picking[]): Row {
  const picked: Row = {}
  for (const { key, name, always, isRequired, inner } of from) {
    const value = always ?? row[name] ?? null
    if (value === null && isRequired) throw new Error(`${name} of ${String(row.id)} is missing`)
    if (!inner || value === null) picked[key] = value
    else
      picked[key] = Array.isArray(value)
        ? value.map((item: Row) => pick(item, inner))
        : pick(value as Row, inner)
  }
  return picked
}
