import type { Driver, ManagedTransaction } from 'neo4j-driver'
import neo4j from 'neo4j-driver'
import { asked } from './asked.ts'
import { inBatches } from './batches.ts'
import type { LinkRow, NodeRow } from '../record.ts'
import type { Stored } from './plan.ts'
import { statement } from '../../statements.ts'

export type NewNode = { label: string; properties: Stored }
export type NewLink = Pick<LinkRow, 'type' | 'start' | 'end'> & { properties: Stored }

/**
 * Writes new records where nothing reads them, with their links, in transactions of their own: one transaction can't
 * hold a hundred thousand rows. Whoever does so holds the writers' lock, and shows them or sweeps them away.
 */
export async function stage(
  driver: Driver,
  database: string,
  {
    nodes,
    links,
    tick,
  }: { nodes: Iterable<NewNode>; links: Iterable<NewLink>; tick: (rows: number) => void },
): Promise<void> {
  const write = async (file: string, rows: unknown[]) => {
    await driver.executeQuery(statement(`exchange/${file}`), { rows }, { database })
    tick(rows.length)
  }
  await inBatches(nodes, (rows) => write('records.stage.cypher', rows))
  await inBatches(links, (rows) => write('links.stage.cypher', rows))
}

/** Makes so many staged records part of the graph, all in the one transaction. @throws Error when somebody swept them away */
export async function show(tx: ManagedTransaction, nodes: Iterable<NodeRow>, wanted: number): Promise<void> {
  const text = statement('exchange/staged.show.cypher')
  let shown = 0
  await inBatches(nodes, async (batch) => {
    const { summary } = await asked(tx, text, { rows: batch.map(({ id, label }) => ({ id, label })) })
    shown += summary.counters.updates().labelsRemoved
  })
  if (shown !== wanted)
    throw new Error(`${wanted - shown} records that were being written are gone: try again`)
}

/** Removes what a writer left that was cut off, unless another one is writing now. */
export async function sweep(driver: Driver, database: string): Promise<void> {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.WRITE })
  try {
    const { records } = await session.run(statement('exchange/staged.exists.cypher'))
    if (records[0]?.get('isThere') === true)
      await session.run(statement('exchange/staged.sweep.cypher'), {}, { timeout: 600_000 })
  } finally {
    await session.close()
  }
}
