import {
  getNamedType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql'
import { beyond, refusal } from './errors.ts'
import { countedValues } from './values.ts'

export type Range = {
  min: number
  max: number
  /** How long a list is when nobody says. */
  usual?: number
}

/** What the SDL allows: by coordinate for `@range` on arguments, by type name for `@limit` on lists. */
export function rangesOf(sources: string[]): Map<string, Range> {
  const ranges = new Map<string, Range>()
  for (const type of sources.flatMap((sdl) => parse(sdl).definitions)) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue
    const limit = type.directives?.find(({ name }) => name.value === 'limit')
    // The library takes 0 for no limit at all.
    if (limit)
      ranges.set(type.name.value, { min: 1, max: bound(limit, 'max'), usual: bound(limit, 'default') })
    for (const field of type.fields ?? []) {
      for (const argument of field.arguments ?? []) {
        const range = argument.directives?.find(({ name }) => name.value === 'range')
        const coordinate = `${type.name.value}.${field.name.value}.${argument.name.value}`
        if (range) ranges.set(coordinate, { min: bound(range, 'min'), max: bound(range, 'max') })
      }
    }
  }
  return ranges
}

/** Throws at the first argument that is out of its range: the library would cut it without a word; and at a period that ends before it begins. */
export function refuseOutOfRange(
  ranges: Map<string, Range>,
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
): void {
  const types = new TypeInfo(schema)
  const count = countedValues()
  const Argument = (node: { name: { value: string }; value: Parameters<typeof valueFromAST>[0] }) => {
    const [field, argument, parent] = [types.getFieldDef(), types.getArgument(), types.getParentType()]
    if (!field || !argument) return
    const range =
      ranges.get(`${parent?.name}.${field.name}.${argument.name}`) ?? pageRange(ranges, field, argument.name)
    const value = valueFromAST(node.value, argument.type, variables)
    if (range) refuseOutside(range, argument.name, value)
    count(`The argument \`${argument.name}\``, getNamedType(argument.type).name, value)
  }
  const Field = (node: FieldNode) => {
    const [from, to] = ['from', 'to'].map((name) => {
      const declared = types.getFieldDef()?.args.find((argument) => argument.name === name)
      const given = node.arguments?.find((argument) => argument.name.value === name)
      return declared && given && getNamedType(declared.type).name === 'PartialDate'
        ? valueFromAST(given.value, declared.type, variables)
        : undefined
    })
    if (typeof from === 'string' && typeof to === 'string') refuseBackwards(from, to)
  }
  visit(document, visitWithTypeInfo(types, { Argument, Field }))
}

function refuseBackwards(from: string, to: string): void {
  if (to >= from || from.startsWith(to)) return
  throw refusal('INVALID', `The period ends (${to}) before it begins (${from}): exchange the two dates.`)
}

function refuseOutside({ min, max }: Range, argument: string, value: unknown): void {
  const size = Array.isArray(value) ? value.length : value
  if (typeof size !== 'number' || (size >= min && size <= max)) return
  const given = Array.isArray(value) ? `has ${size} entries` : `is ${size}`
  const message =
    max === Infinity
      ? `The argument \`${argument}\` ${given}: it can't be below ${min}.`
      : `The argument \`${argument}\` ${given}: it must be ${min} to ${max.toLocaleString('en')}.`
  const isCount = counts.includes(argument) || (Array.isArray(value) && size > max)
  throw isCount ? beyond(max > longestList ? 'picture' : 'list', message) : refusal('INVALID', message)
}

// What allows more is a picture.
const longestList = 100

/** The arguments that say how long a list may be. */
export const counts = ['first', 'limit']

/** The range of the generated arguments that page through a list or a connection. */
function pageRange(
  ranges: Map<string, Range>,
  field: GraphQLField<unknown, unknown>,
  argument: string,
): Range | undefined {
  if (argument === 'offset') return { min: 0, max: Infinity }
  return counts.includes(argument) ? pageOf(ranges, field) : undefined
}

/** The range of the length of a generated list or connection: its type's. */
export function pageOf(ranges: Map<string, Range>, field: GraphQLField<unknown, unknown>): Range | undefined {
  const type = getNamedType(field.type)
  const edge = isObjectType(type) ? type.getFields().edges : undefined
  const edgeType = edge && getNamedType(edge.type)
  const node = isObjectType(edgeType) ? edgeType.getFields().node : undefined
  return ranges.get(node ? getNamedType(node.type).name : type.name)
}

function bound(directive: ConstDirectiveNode, name: string): number {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value
  if (value?.kind !== Kind.INT) throw new Error(`schema: @${directive.name.value} says no ${name}`)
  return Number(value.value)
}
