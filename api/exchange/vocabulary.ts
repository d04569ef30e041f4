import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Kind, parse } from 'graphql'
import type {
  ConstDirectiveNode,
  EnumTypeDefinitionNode,
  FieldDefinitionNode,
  ObjectTypeDefinitionNode,
} from 'graphql'

export type Property = { type: string; required: boolean; isList: boolean; values?: readonly string[] }
export type Properties = ReadonlyMap<string, Property>
export type Ends = { start: string; end: string }
export type Vocabulary = {
  labels: ReadonlyMap<string, Properties>
  links: ReadonlyMap<string, { ends: readonly Ends[]; properties: Properties }>
  enums: ReadonlyMap<string, readonly string[]>
}

const folder = fileURLToPath(new URL('../schema/', import.meta.url))
let read: Vocabulary | undefined

/** The words of the schema as the database stores them: labels, types of links, their properties, values of enums. */
export function vocabulary(): Vocabulary {
  read ??= readVocabulary()
  return read
}

function readVocabulary(): Vocabulary {
  const definitions = readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .flatMap((file) => parse(readFileSync(folder + file, 'utf8')).definitions)
  const types = definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION)
  const enums = new Map(
    definitions
      .filter((definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION)
      .map((definition) => [definition.name.value, valuesOf(definition)]),
  )
  const nodes = types.filter((type) => directive(type, 'node'))
  const carried = new Map(
    types
      .filter((type) => directive(type, 'relationshipProperties'))
      .map((type) => [type.name.value, propertiesOf(type, enums)]),
  )
  const links = new Map<string, { ends: Ends[]; properties: Properties }>()
  for (const node of nodes) {
    for (const field of node.fields ?? []) {
      const relationship = directive(field, 'relationship')
      if (!relationship) continue
      const type = argument(relationship, 'type')
      const own = node.name.value
      const other = typeOf(field)
      const ends = argument(relationship, 'direction') === 'OUT' ? [own, other] : [other, own]
      const [start = own, end = other] = ends
      const known = links.get(type) ?? {
        ends: [],
        properties: carried.get(argument(relationship, 'properties')) ?? new Map<string, Property>(),
      }
      if (!known.ends.some((pair) => pair.start === start && pair.end === end))
        known.ends.push({ start, end })
      links.set(type, known)
    }
  }
  return { labels: new Map(nodes.map((node) => [node.name.value, propertiesOf(node, enums)])), links, enums }
}

function valuesOf(definition: EnumTypeDefinitionNode): string[] {
  return (definition.values ?? []).map((value) => value.name.value)
}

function propertiesOf(type: ObjectTypeDefinitionNode, enums: Vocabulary['enums']): Properties {
  const stored = (type.fields ?? []).filter(
    // The write path works out by itself where a record stands in lists.
    (field) => !directive(field, 'relationship') && !directive(field, 'cypher') && typeOf(field) !== 'Cursor',
  )
  return new Map(
    stored.map((field) => {
      const alias = directive(field, 'alias')
      const name = alias ? argument(alias, 'property') : field.name.value
      const required = field.type.kind === Kind.NON_NULL_TYPE
      const isList = (required ? field.type.type : field.type).kind === Kind.LIST_TYPE
      return [name, { type: typeOf(field), required, isList, values: enums.get(typeOf(field)) }]
    }),
  )
}

function typeOf(field: FieldDefinitionNode): string {
  let type = field.type
  while (type.kind !== Kind.NAMED_TYPE) type = type.type
  return type.name.value
}

function directive(
  node: ObjectTypeDefinitionNode | FieldDefinitionNode,
  name: string,
): ConstDirectiveNode | undefined {
  return node.directives?.find((found) => found.name.value === name)
}

function argument(found: ConstDirectiveNode, name: string): string {
  const value = found.arguments?.find((given) => given.name.value === name)?.value
  return value && 'value' in value ? String(value.value) : ''
}
