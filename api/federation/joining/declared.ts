import { Kind, parse, print, type DirectiveNode, type DocumentNode, type FieldDefinitionNode } from 'graphql'
import { given, text, withOwnNames } from './federationLinks.ts'

/** A type as one subgraph declares it, its extensions taken together. */
export type Declared = {
  name: string
  /** `Object`, `Interface`, `Union`, `Enum`, `Scalar` or `InputObject`. */
  kind: string
  directives: DirectiveNode[]
  fields: FieldDefinitionNode[]
  /** The words of an enum. */
  values: string[]
}

export type Declarations = {
  types: Map<string, Declared>
  /** The names of the root types. */
  roots: { query: string; mutation: string; subscription: string }
  document: DocumentNode
}

/** What a subgraph declares; nothing when it does not link to Federation 2. Throws what can't be parsed. */
export function declarations(sdl: string): Declarations | undefined {
  const document = withOwnNames(sdl)
  if (!document) return undefined
  const types = new Map<string, Declared>()
  const roots = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' }
  for (const definition of document.definitions) {
    if (definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION) {
      for (const { operation, type } of definition.operationTypes ?? []) roots[operation] = type.name.value
    }
    const kind = /^(\w+)Type(Definition|Extension)$/.exec(definition.kind)?.[1]
    if (!kind || !('name' in definition) || !definition.name || isMachinery(definition.name.value)) continue
    const name = definition.name.value
    const type = types.get(name) ?? { name, kind, directives: [], fields: [], values: [] }
    types.set(name, type)
    type.directives.push(...(('directives' in definition && definition.directives) || []))
    if ('fields' in definition) {
      for (const field of definition.fields ?? []) {
        if (field.kind === Kind.FIELD_DEFINITION && !field.name.value.startsWith('_')) type.fields.push(field)
      }
    }
    if ('values' in definition)
      type.values.push(...(definition.values ?? []).map((value) => value.name.value))
  }
  return { types, roots, document }
}

/** Each key of a type, its fields in order, and whether records can be asked by it. */
export function keysOf({ directives }: Declared): { fields: string; isResolvable: boolean }[] {
  return directives
    .filter(({ name }) => name.value === 'key')
    .map((key) => {
      const resolvable = given(key, 'resolvable')
      return {
        fields: inOrder(text(given(key, 'fields')) ?? ''),
        isResolvable: !(resolvable?.kind === Kind.BOOLEAN && !resolvable.value),
      }
    })
}

/** A selection of fields as one text, whatever its spaces and its order. */
function inOrder(fields: string): string {
  try {
    const [operation] = parse(`{ ${fields} }`).definitions
    if (operation?.kind !== Kind.OPERATION_DEFINITION) return fields
    return operation.selectionSet.selections
      .map((selection) => print(selection).replaceAll(/\s+/g, ' '))
      .sort()
      .join(' ')
  } catch {
    return fields
  }
}

// What every subgraph declares of federation itself.
const isMachinery = (name: string) => /^_|^(federation|link)__|^FieldSet$/.test(name)
