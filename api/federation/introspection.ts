import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { refusal } from '../errors.ts'
import { fragmentsOf } from '../selection.ts'

/**
 * Whether an operation asks nothing of any subgraph: it is about the schema, or leaves out all that it names. Throws when
 * it asks about the schema and for data at once, which no plan says.
 */
export function asksNobody(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const asked = rootFields(operation.selectionSet, fragmentsOf(document))
  const isAboutSchema = asked.has('__schema') || asked.has('__type')
  if (isAboutSchema && [...asked].some((name) => !name.startsWith('__'))) {
    throw refusal('INVALID', 'This asks about the schema and for data at once: ask two questions.')
  }
  return isAboutSchema || asked.size === 0
}

function rootFields(
  set: SelectionSetNode,
  fragments: Map<string, FragmentDefinitionNode>,
  into = new Set<string>(),
): Set<string> {
  for (const selection of set.selections) {
    if (isLeftOut(selection)) continue
    if (selection.kind === Kind.FIELD) into.add(selection.name.value)
    else {
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
      if (inner) rootFields(inner.selectionSet, fragments, into)
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
