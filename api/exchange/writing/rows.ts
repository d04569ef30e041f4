import type { ManagedTransaction } from 'neo4j-driver'
import { statement } from '../../statements.ts'
import { asked } from './asked.ts'
import { inBatches } from './batches.ts'
import { byStart } from './known.ts'
import type { Stored } from './plan.ts'

/** Hands rows to a statement of `cypher/exchange/`, a thousand at a time. */
export function writeRows<R>(
  tx: ManagedTransaction,
  file: string,
  given: Iterable<R>,
  { of, tick }: { of?: (row: R) => unknown; tick?: (rows: number) => void } = {},
): Promise<void> {
  const text = statement(`exchange/${file}`)
  return inBatches(given, async (batch) => {
    await asked(tx, text, { rows: of ? batch.map(of) : batch })
    tick?.(batch.length)
  })
}

export function changeRecords(
  tx: ManagedTransaction,
  rows: readonly { id: string; properties: Stored }[],
): Promise<void> {
  return writeRows(tx, 'records.change.cypher', rows, { of: ({ id, properties }) => ({ id, properties }) })
}

export function changeLinks(
  tx: ManagedTransaction,
  links: readonly { id: string; start: string; properties: Stored }[],
): Promise<void> {
  return writeRows(tx, 'links.change.cypher', byStart(links), {
    of: ([start, own]) => ({
      start,
      links: Object.fromEntries(own.map(({ id, properties }) => [id, properties])),
    }),
  })
}
