import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type SelectionNode,
} from 'graphql'

/** The fragments of a document by their names. */
export const fragmentsOf = ({ definitions }: DocumentNode) =>
  new Map(
    definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  )

/** Whether `@skip` or `@include` leaves this out, with these variables. */
export const isLeftOut = (selection: SelectionNode, variables: Record<string, unknown>) =>
  getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true ||
  getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if === false

/** What is asked under each key: the field, and what is selected beneath it. */
export type Selection = Map<string, { name: string; selections: SelectionNode[] }>

/** Selections with fragments spread and with what is left out on demand left out. */
export function collected(
  asked: readonly SelectionNode[],
  info: GraphQLResolveInfo,
  into: Selection = new Map(),
): Selection {
  for (const selection of asked) {
    if (isLeftOut(selection, info.variableValues)) continue
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value
      const entry = into.get(key) ?? { name: selection.name.value, selections: [] }
      entry.selections.push(...(selection.selectionSet?.selections ?? []))
      into.set(key, entry)
    } else {
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value]
      collected(fragment?.selectionSet.selections ?? [], info, into)
    }
  }
  return into
}

/** The selections beneath the field that is being resolved. */
export const beneath = ({ fieldNodes }: GraphQLResolveInfo) =>
  fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? [])

/** The names of the fields that are asked beneath the one being resolved, or beneath a field beneath it: `nodes.id`. */
export function askedFields(info: GraphQLResolveInfo): Set<string> {
  const fields = [...collected(beneath(info), info).values()]
  return new Set(
    fields.flatMap(({ name, selections }) => [
      name,
      ...[...collected(selections, info).values()].map((inner) => `${name}.${inner.name}`),
    ]),
  )
}
