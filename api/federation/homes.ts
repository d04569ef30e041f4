import type { PlanNode } from '@graphql-hive/router-query-planner'
import { print, type DocumentNode } from 'graphql'
import type { Question, Subgraph } from './subgraph.ts'

/** Where a whole operation can be answered: by one subgraph of this process, or by the plan's steps. */
export type Home = Subgraph | 'several'

/**
 * Asks the planner where an operation lives, once for each document: whether it is valid on a subgraph's schema says
 * less, since a field can be moved or need another subgraph's.
 */
export async function homes(
  supergraph: string,
  subgraphs: Subgraph[],
): Promise<(question: Question) => Promise<Home>> {
  const { QueryPlanner } = await import('@graphql-hive/router-query-planner').catch(notHere)
  const planner = new QueryPlanner(supergraph)
  // Documents live as long as Apollo's cache keeps them, which is bounded.
  const known = new WeakMap<DocumentNode, Map<string, Home>>()
  return async ({ document, operationName }) => {
    const operations = known.get(document) ?? new Map<string, Home>()
    known.set(document, operations)
    const name = operationName ?? ''
    const found = operations.get(name)
    if (found) return found
    const { node } = await planner.planAsync(print(document), operationName ?? null, new Set(), 0)
    const home = node ? homeOf(node, subgraphs) : 'several'
    operations.set(name, home)
    return home
  }
}

function homeOf(node: PlanNode, subgraphs: Subgraph[]): Home {
  if (node.kind === 'Condition' && node.ifClause && !node.elseClause) return homeOf(node.ifClause, subgraphs)
  if (node.kind !== 'Fetch' || node.outputRewrites?.length || node.requires?.length) return 'several'
  return subgraphs.find(({ name, schema }) => schema && name === node.serviceName) ?? 'several'
}

// It is compiled, and not for every system.
function notHere(cause: unknown): never {
  const here = `${process.platform} ${process.arch}`
  throw new Error(
    `what plans queries is not made for ${here}: run Essaim on Linux with glibc or on macOS, or by \`docker compose up\`.`,
    { cause },
  )
}
