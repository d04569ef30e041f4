import type * as v from 'valibot'
import { shape } from './shape.ts'
import { longValue, templates } from './values.ts'
import { mappingWords } from './words.ts'
import { vocabulary } from '../vocabulary.ts'

export type JsonSchema = { [key: string]: unknown }
/** The parts of a schema of valibot that are read here. */
type Part = {
  type: string
  entries?: Record<string, Part>
  wrapped?: Part
  item?: Part
  value?: Part
  options?: readonly unknown[]
  literal?: unknown
  default?: unknown
  pipe?: readonly Part[]
}

const enums: Readonly<Record<string, string>> = {
  role: 'PartnerRole',
  status: 'InitiativeStatus',
  level: 'ReplicationLevel',
  mode: 'ReplicationMode',
  tier: 'NetworkTier',
}

/** The JSON Schema of a mapping, of the same shape that reads one. */
export function mappingSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A mapping of Essaim: how the columns of files become initiatives, partners and links',
    ...schemaOf(part(shape), ''),
    definitions: {
      value: {
        description:
          'A text with {columns} in it, several to try in turn, or the long form with value: and what to do with it.',
        anyOf: [schemaOf(part(templates), '#'), schemaOf(part(longValue), '#')],
      },
    },
  }
}

const part = (schema: v.GenericSchema): Part => schema as unknown as Part
const value: JsonSchema = { $ref: '#/definitions/value' }

function schemaOf(given: Part, path: string): JsonSchema {
  const [first, ...rest] = given.pipe ?? []
  const list = rest.find(({ type }) => type === 'array')
  if (list?.item) {
    const item = schemaOf(list.item, path)
    return { anyOf: [item, { type: 'array', items: item }] }
  }
  if (first?.pipe) return schemaOf(first, path)
  if (given.type === 'custom' || given.type === 'lazy') return withEnum(path)
  if (given.type === 'optional' && given.wrapped) return schemaOf(given.wrapped, path)
  if (given.type === 'strict_object') return objectOf(given.entries ?? {}, path)
  if (given.type === 'record' && given.value)
    return { type: 'object', additionalProperties: schemaOf(given.value, `${path}.*`) }
  if (given.type === 'array' && given.item) return { type: 'array', items: schemaOf(given.item, path) }
  if (given.type === 'union') return { anyOf: (given.options as Part[]).map((one) => schemaOf(one, path)) }
  if (given.type === 'picklist') return { enum: given.options }
  if (given.type === 'literal') return { const: given.literal }
  return { type: given.type }
}

function objectOf(entries: Record<string, Part>, path: string): JsonSchema {
  const properties = Object.entries(entries).map(([key, entry]) => {
    const own = path === '' ? key : `${path}.${key}`
    const description = describe(own)
    const schema = schemaOf(entry, own)
    // What stands beside a reference is not read.
    return [key, '$ref' in schema ? { description, allOf: [schema] } : { description, ...schema }] as const
  })
  const required = Object.entries(entries)
    .filter(([, { type }]) => type !== 'optional')
    .map(([key]) => key)
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length ? { required } : {}),
    additionalProperties: false,
  }
}

/** By the path, else by the last two keys, else by the last one. */
function describe(path: string): string | undefined {
  const keys = path.split('.')
  return mappingWords[path] ?? mappingWords[keys.slice(-2).join('.')] ?? mappingWords[keys.at(-1) ?? '']
}

/** The words of an enum are offered; a rule that makes them of a column will do as well. */
function withEnum(path: string): JsonSchema {
  const keys = path.split('.')
  const key = keys.at(-1) ?? ''
  const name = key === 'kind' ? (path.startsWith('commons') ? 'CommonsKind' : 'PartnerKind') : enums[key]
  const words = name === undefined || path.startsWith('#') ? undefined : vocabulary().enums.get(name)
  return words ? { anyOf: [{ enum: words }, value] } : value
}
