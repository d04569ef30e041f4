import {
  execute,
  getNamedType,
  getOperationAST,
  GraphQLNonNull,
  GraphQLScalarType,
  isNonNullType,
  isObjectType,
  Kind,
  type GraphQLFieldConfig,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql'
import { refusal } from './errors.ts'
import type { Answering } from './federation/subgraph.ts'
import type { Context } from './read.ts'
import { withQuery } from './withQuery.ts'
import { beneath, collected } from './selection.ts'

const pictures = [
  'commonsTable',
  'dissemination',
  'initiativeTable',
  'mapFigures',
  'networkTable',
  'partnerMap',
  'partnerTable',
  'territoryCounts',
  'territoryFlows',
]

/**
 * Executes operations on the schema. graphql-js spends more on each field of the tens of thousands of rows of a picture
 * than Neo4j does, so it is told that a picture is a leaf, and the fields that were asked for are picked here.
 */
export function quickly(schema: GraphQLSchema): Answering {
  // They stay what they are for validation and for whoever reads the schema.
  const asLeaves = withQuery(schema, (fields) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, pictures.includes(name) ? asLeaf(field) : field]),
    ),
  )
  return ({ document, operationName, variables, context }) => {
    const operation = getOperationAST(document, operationName)
    return execute({
      schema: operation?.selectionSet.selections.some(isPicture) ? asLeaves : schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: context,
    })
  }
}

const isPicture = (selection: SelectionNode) =>
  selection.kind === Kind.FIELD && pictures.includes(selection.name.value)

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
