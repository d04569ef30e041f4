import type { ManagedTransaction } from 'neo4j-driver'
import { statement } from '../../statements.ts'
import { asked } from './asked.ts'
import { inBatches } from './batches.ts'
import type { LinkRow } from '../record.ts'
import type { Stored } from './plan.ts'

type Known = { label: string; properties: Stored }

/** Which of these ids are taken, by what kind of record, and what is written there. */
export async function knownRecords(tx: ManagedTransaction, ids: string[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>()
  await inBatches(ids, async (batch) => {
    const { records } = await asked(tx, statement('exchange/records.known.cypher'), { ids: batch })
    for (const row of records) {
      const label = (row.get('labels') as string[]).find((name) => name !== 'Record') ?? ''
      known.set(row.get('id') as string, { label, properties: row.get('properties') as Stored })
    }
  })
  return known
}

/** What is written on those of the links that are there, between the same two ends. */
export async function knownLinks(
  tx: ManagedTransaction,
  links: readonly LinkRow[],
): Promise<Map<string, Stored>> {
  const given = new Map(links.map((link) => [link.id, link]))
  const known = new Map<string, Stored>()
  const starts = byStart(links).map(([start, own]) => ({ start, ids: own.map(({ id }) => id) }))
  await inBatches(starts, async (rows) => {
    const { records } = await asked(tx, statement('exchange/links.known.cypher'), { rows })
    for (const row of records) {
      const link = given.get(row.get('id') as string)
      if (link && row.get('type') === link.type && row.get('end') === link.end)
        known.set(link.id, row.get('properties') as Stored)
    }
  })
  return known
}

/** The links of each start: a statement that goes by starts has one plan, however large the graph was when it was made. */
export function byStart<L extends { start: string }>(links: readonly L[]): [start: string, links: L[]][] {
  const starts = new Map<string, L[]>()
  for (const link of links) {
    const own = starts.get(link.start)
    if (own) own.push(link)
    else starts.set(link.start, [link])
  }
  return [...starts]
}
