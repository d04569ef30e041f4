import {
  Kind,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { refusal } from '../errors.ts'

/**
 * Whether an operation asks nothing of any subgraph: it is about the schema, or leaves out all that it names. Throws when
 * it asks about the schema and for data at once, which no plan says.
 */
export function asksNobody(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const asked = rootFields(operation.selectionSet, document)
  const isAboutSchema = asked.has('__schema') || asked.has('__type')
  if (isAboutSchema && [...asked].some((name) => !name.startsWith('__'))) {
    throw refusal('INVALID', 'This asks about the schema and for data at once: ask two questions.')
  }
  return isAboutSchema || asked.size === 0
}

function rootFields(set: SelectionSetNode, document: DocumentNode, into = new Set<string>()): Set<string> {
  for (const selection of set.selections) {
    if (isLeftOut(selection)) continue
    if (selection.kind === Kind.FIELD) into.add(selection.name.value)
    else if (selection.kind === Kind.INLINE_FRAGMENT) rootFields(selection.selectionSet, document, into)
    else {
      const fragment = document.definitions.find(
        (definition) =>
          definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
      )
      if (fragment?.kind === Kind.FRAGMENT_DEFINITION) rootFields(fragment.selectionSet, document, into)
    }
  }
  return into
}

// What a variable leaves out is planned as any other field.
const isLeftOut = ({ directives }: SelectionNode) =>
  directives?.some(({ name, arguments: [condition] = [] }) => {
    const value = condition?.value
    return value?.kind === Kind.BOOLEAN && value.value === (name.value === 'skip')
  })
