import neo4j from 'neo4j-driver'
import type { Driver } from 'neo4j-driver'
import { statement } from '../../statements.ts'
import type { Records } from '../record.ts'

export type Count = { kind: string; total: number }

/** How many records of each kind the graph holds, and how many links; empty for an empty graph. */
export async function graphCounts(driver: Driver, database: string): Promise<Count[]> {
  const { records } = await driver.executeQuery(
    statement('exchange/graph.counts.cypher'),
    {},
    { database, routing: neo4j.routing.READ },
  )
  return records.map((row) => ({ kind: row.get('kind') as string, total: Number(row.get('total')) }))
}

/** How many records of each kind these are, and how many links of each type, the most frequent first. */
export function recordCounts({ nodes, links }: Records): { kinds: Count[]; types: Count[] } {
  return { kinds: count(nodes.map((row) => row.label)), types: count(links.map((row) => row.type)) }
}

function count(words: readonly string[]): Count[] {
  const totals = new Map<string, number>()
  for (const word of words) totals.set(word, (totals.get(word) ?? 0) + 1)
  return [...totals]
    .map(([kind, total]) => ({ kind, total }))
    .sort((one, other) => other.total - one.total || one.kind.localeCompare(other.kind))
}

/** `373 Territory, 347 Initiative` */
export function countLine(counts: readonly Count[]): string {
  return counts.map(({ kind, total }) => `${total} ${kind}`).join(', ')
}
