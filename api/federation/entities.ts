import { printSubgraphSchema } from '@apollo/subgraph'
import {
  Kind,
  parse,
  type ArgumentNode,
  type FieldNode,
  type GraphQLFieldConfig,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql'
import { beyond, refusal } from '../errors.ts'
import type { Context } from '../read.ts'
import { statement } from '../statements.ts'
import { withQuery, type Fields } from '../withQuery.ts'

const mostRepresentations = 1_000
const prefix = '_recordsOf'
// Under this name a record says which representation it answers.
const keyAlias = '_keyOfRepresentation'

type Keys = Map<string, string>
type Representation = Record<string, unknown>
type Found = Record<string, unknown>

/** The field that each type is known by across subgraphs. */
export function keysOf(sources: string[]): Keys {
  const keys: Keys = new Map()
  for (const type of sources.flatMap((sdl) => parse(sdl).definitions)) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue
    const key = type.directives?.find(({ name }) => name.value === 'key')?.arguments?.[0]?.value
    if (key?.kind === Kind.STRING) keys.set(type.name.value, key.value)
  }
  return keys
}

/** SDL of one field a type, for `withEntities` alone: the records of that type that have one of these ids. */
export function recordFields(keys: Keys): string {
  const text = JSON.stringify(statement('federation/records.cypher'))
  const fields = [...keys.keys()].map(
    (type) =>
      `${prefix}${type}(ids: [ID!]!, label: String!, limit: Int!): [${type}!]! @cypher(statement: ${text}, columnName: "record")`,
  )
  return `type Query { ${fields.join('\n')} }`
}

/**
 * The subgraph with an `_entities` that asks one statement a type, whatever the number of representations: the library's
 * own asks one each. The fields that it asks through are nobody else's, so they leave the schema.
 */
export function withEntities(schema: GraphQLSchema, keys: Keys): GraphQLSchema {
  const bare = withQuery(schema, ({ _entities, _service, ...fields }) => ({
    ...Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith(prefix))),
    ...(_entities && { _entities: { ...(_entities as Fields[string]), resolve: entities(schema, keys) } }),
    ...(_service && { _service }),
  }))
  let sdl: string | undefined
  return withQuery(bare, ({ _service, ...fields }) => ({
    ...fields,
    ...(_service && {
      _service: { ..._service, resolve: () => ({ sdl: (sdl ??= printSubgraphSchema(bare)) }) },
    }),
  }))
}

type Resolve = NonNullable<GraphQLFieldConfig<unknown, Context>['resolve']>

function entities(schema: GraphQLSchema, keys: Keys): Resolve {
  return async (_, { representations }: { representations: Representation[] }, context, info) => {
    if (representations.length > mostRepresentations) {
      const most = mostRepresentations.toLocaleString('en')
      throw beyond(
        'representations',
        `These are ${representations.length} representations: ask for ${most} at most.`,
      )
    }
    const asked = representations.map((representation) => reference(representation, keys))
    const ids = new Map<string, Set<string>>()
    for (const { type, id } of asked) ids.set(type, (ids.get(type) ?? new Set()).add(id))
    const found = new Map(
      await Promise.all(
        [...ids].map(async ([type, wanted]) => {
          const key = keys.get(type) ?? 'id'
          return [type, await records(schema, { type, key, ids: [...wanted] }, context, info)] as const
        }),
      ),
    )
    return asked.map(({ type, id }) => found.get(type)?.get(id) ?? null)
  }
}

function reference(representation: Representation, keys: Keys): { type: string; id: string } {
  const type = String(representation.__typename)
  const key = keys.get(type)
  if (!key) throw refusal('INVALID', `\`${type}\` is no type that this subgraph knows by a key.`)
  const id = representation[key]
  if (typeof id !== 'string')
    throw refusal('INVALID', `A representation of ${type} has no text as \`${key}\`.`)
  return { type, id }
}

/** The records of one type by their keys, with all that is asked beneath, read by one statement of the library's. */
async function records(
  schema: GraphQLSchema,
  { type, key, ids }: { type: string; key: string; ids: string[] },
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Map<string, Found>> {
  const parentType = schema.getQueryType()
  const field = parentType?.getFields()[prefix + type]
  if (!parentType || !field?.resolve) throw new Error(`schema: no way to read ${type} by key`)
  // The library takes a limit of 0 for none, and none for the limit of the type.
  const values = { ids, label: type, limit: 0 }
  const asked: FieldNode = {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: field.name },
    arguments: Object.keys(values).map(given),
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [
        {
          kind: Kind.FIELD,
          name: { kind: Kind.NAME, value: key },
          alias: { kind: Kind.NAME, value: keyAlias },
        },
        ...info.fieldNodes.flatMap((node) => node.selectionSet?.selections ?? []),
      ],
    },
  }
  const found = (await field.resolve({}, values, context, {
    ...info,
    schema,
    parentType,
    fieldName: field.name,
    fieldNodes: [asked],
    variableValues: {
      ...info.variableValues,
      ...Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value])),
    },
    returnType: field.type,
  })) as Found[]
  return new Map(found.map((record) => [String(record[keyAlias]), { ...record, __typename: type }]))
}

const given = (argument: string): ArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: { kind: Kind.NAME, value: argument },
  value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: prefix + argument } },
})
