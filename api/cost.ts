import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  valueFromAST,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { counts, pageOf, type Range } from './ranges.ts'
import { fragmentsOf, isLeftOut } from './selection.ts'

export const mostCost = 20_000_000
// Entries of a list that has no page.
const usual = 10

type Values = Record<string, unknown>

/**
 * How many fields an operation may bring, worked out from it and its variables alone. A field counts 1 and what it brings:
 * a record its fields, a list as many times its entries' as its page allows (`first` or `limit`, else their default; the
 * lists of a picture or a connection as its `first`; lists without a page ten times).
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Values,
  ranges: Map<string, Range>,
): number {
  const fragments = fragmentsOf(document)
  // What a set costs depends on nothing above it but the page that its lists share.
  const known = new Map<SelectionSetNode, Map<number | undefined, number>>()

  function ofSet(set: SelectionSetNode, parent: GraphQLCompositeType, page?: number): number {
    const costs = known.get(set) ?? new Map<number | undefined, number>()
    known.set(set, costs)
    const before = costs.get(page)
    if (before !== undefined) return before
    const cost = set.selections.reduce((sum, selection) => sum + ofSelection(selection, parent, page), 0)
    costs.set(page, cost)
    return cost
  }

  function ofSelection(selection: SelectionNode, parent: GraphQLCompositeType, page?: number): number {
    if (isLeftOut(selection, variables)) return 0
    if (selection.kind === Kind.FIELD) return ofField(selection, parent, page)
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
    if (!inner) return 0
    const condition = inner.typeCondition && schema.getType(inner.typeCondition.name.value)
    return ofSet(inner.selectionSet, isCompositeType(condition) ? condition : parent, page)
  }

  function ofField(node: FieldNode, parent: GraphQLCompositeType, shared?: number): number {
    const field = fieldOf(parent, node.name.value)
    const type = field && getNamedType(field.type)
    if (!field || !node.selectionSet || !isCompositeType(type)) return 1
    const page = pageAsked(field, node)
    if (!isListType(getNullableType(field.type))) return 1 + ofSet(node.selectionSet, type, page)
    return (page ?? shared ?? usual) * (1 + ofSet(node.selectionSet, type))
  }

  function pageAsked(field: GraphQLField<unknown, unknown>, node: FieldNode): number | undefined {
    const sizes = field.args
      .filter(({ name }) => counts.includes(name) || name === 'representations')
      .map((argument) => {
        const given = node.arguments?.find(({ name }) => name.value === argument.name)
        const value = given && valueFromAST(given.value, argument.type, variables)
        const size = value === undefined ? argument.defaultValue : value
        return Array.isArray(size) ? size.length : (size ?? pageOf(ranges, field)?.usual)
      })
    return sizes.find((size): size is number => typeof size === 'number')
  }

  const root = schema.getRootType(operation.operation)
  return root ? ofSet(operation.selectionSet, root) : 0
}

function fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  const meta = [SchemaMetaFieldDef, TypeMetaFieldDef].find((field) => field.name === name)
  return meta ?? (isUnionType(parent) ? undefined : parent.getFields()[name])
}
