import type { ApolloServerPlugin } from '@apollo/server'
import {
  getVariableValues,
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { costOf, mostCost } from './cost.ts'
import { beyond, refusal } from './errors.ts'
import { rangesOf, refuseOutOfRange } from './ranges.ts'
import { fragmentsOf } from './selection.ts'
import { refuseBigVariables } from './values.ts'

export const mostTokens = 2_000
export const mostBytes = 256 * 1024
export const mostSelections = 5_000
export const deepest = 15
export const mostAliases = 30

/**
 * Refuses what would be too much before anything runs: depth, aliases, values, cost, and arguments beyond what the SDL
 * allows. Each answer says its cost.
 */
export function limits(sources: string[]): ApolloServerPlugin {
  const ranges = rangesOf(sources)
  return {
    requestDidStart: async () => {
      let cost: number | undefined
      return {
        didResolveOperation: async ({ schema, document, operation, request }) => {
          if (operation?.operation !== 'query')
            throw refusal('INVALID', 'The graph is only read here: ask a query.')
          refuseDeep(operation.selectionSet, document)
          refuseAliases(document)
          const { variableDefinitions = [] } = operation
          refuseBigVariables(variableDefinitions, request.variables ?? {})
          const variables = getVariableValues(schema, variableDefinitions, request.variables ?? {})
          // What is wrong with them is said where they are used.
          if (!variables.coerced) return
          refuseOutOfRange(ranges, schema, document, variables.coerced)
          cost = Math.min(
            costOf(schema, document, operation, variables.coerced, ranges),
            Number.MAX_SAFE_INTEGER,
          )
          refuseCostly(cost)
        },
        willSendResponse: async ({ response: { body } }) => {
          if (cost === undefined || body.kind !== 'single') return
          body.singleResult.extensions = { ...body.singleResult.extensions, cost }
        },
      }
    },
  }
}

function refuseCostly(cost: number): void {
  if (cost <= mostCost) return
  const fields = cost > 1e9 ? 'more than a billion' : cost.toLocaleString('en')
  throw beyond(
    'cost',
    `This may bring ${fields} fields, and ${mostCost.toLocaleString('en')} are allowed: ask with a lower \`first\` or \`limit\`, or in several questions.`,
  )
}

function refuseDeep(selections: SelectionSetNode, document: DocumentNode): void {
  const depth = depthOf(selections, fragmentsOf(document), new Map())
  if (depth > deepest) {
    throw beyond('depth', `This goes ${depth} fields deep, and ${deepest} are allowed: ask in two steps.`)
  }
}

/** Fields inside each other; each selection set is measured once, however many spreads lead to it. */
function depthOf(
  set: SelectionSetNode | undefined,
  fragments: Map<string, FragmentDefinitionNode>,
  measured: Map<SelectionSetNode, number>,
): number {
  if (!set) return 0
  const known = measured.get(set)
  if (known !== undefined) return known
  const depths = set.selections.map((selection) => {
    if (selection.kind === Kind.FIELD) return 1 + depthOf(selection.selectionSet, fragments, measured)
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
    return depthOf(inner?.selectionSet, fragments, measured)
  })
  const depth = Math.max(0, ...depths)
  measured.set(set, depth)
  return depth
}

function refuseAliases(document: DocumentNode): void {
  let aliases = 0
  visit(document, { Field: (field) => void (aliases += field.alias ? 1 : 0) })
  if (aliases > mostAliases) {
    throw beyond('aliases', `This has ${aliases} aliases, and ${mostAliases} are allowed: ask in two steps.`)
  }
}
