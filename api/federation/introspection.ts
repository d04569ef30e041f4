import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql'
import { refusal } from '../errors.ts'

/** Whether an operation asks about the schema; throws when it asks for data beside. */
export function isIntrospection(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const asked = rootFields(operation.selectionSet, document)
  const isAboutSchema = asked.has('__schema') || asked.has('__type')
  if (isAboutSchema && [...asked].some((name) => !name.startsWith('__'))) {
    throw refusal('INVALID', 'This asks about the schema and for data at once: ask two questions.')
  }
  return isAboutSchema
}

function rootFields(set: SelectionSetNode, document: DocumentNode, into = new Set<string>()): Set<string> {
  for (const selection of set.selections) {
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
