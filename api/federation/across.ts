import { buildASTSchema, GraphQLError, OperationTypeNode, parse, type ExecutionResult } from 'graphql'
import { clientError } from '../errors.ts'
import type { Context } from '../read.ts'
import type { Answering, Subgraph } from './subgraph.ts'

/** Answers what several subgraphs know together, by the planner's steps. */
export async function acrossSubgraphs(supergraph: string, subgraphs: Subgraph[]): Promise<Answering> {
  const { unifiedGraphHandler } = await import('@graphql-hive/router-runtime')
  const { executor } = await unifiedGraphHandler({
    unifiedGraph: buildASTSchema(parse(supergraph), { assumeValid: true, assumeValidSDL: true }),
    getUnifiedGraphSDL: () => supergraph,
    onSubgraphExecute: async (name, { document, variables, context }) => {
      const subgraph = subgraphs.find((other) => other.name === name)
      if (!subgraph) throw new Error(`the plan asks an unknown subgraph: ${name}`)
      return plain(
        await subgraph.answer({ document, variables: variables ?? {}, context: context as Context }),
      )
    },
  })
  if (!executor) throw new Error('the subgraphs have no executor')
  return async ({ document, operationName, variables, context }) => {
    const result = await executor({
      document,
      variables,
      context,
      operationName: operationName ?? undefined,
      operationType: OperationTypeNode.QUERY,
    })
    if (Symbol.asyncIterator in result) throw new Error('the subgraphs answered a query by a stream')
    return result as ExecutionResult
  }
}

/** An answer whose errors are what a client may see: their causes do not survive the way through the plan. */
function plain(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result
  const errors = result.errors.map((error) => {
    const { message, path, extensions } = clientError(error.toJSON(), error)
    return new GraphQLError(message, { path, extensions })
  })
  return { ...result, errors }
}
