import type { ManagedTransaction } from 'neo4j-driver'
import { stepsOf } from './imports.ts'
import type { Import } from './imports.ts'
import { isWithinShared } from './made.ts'
import type { Made } from './made.ts'
import { typed } from './steps.ts'
import type { Step } from './steps.ts'
import { byStart } from '../writing/known.ts'
import { changeLinks, changeRecords, writeRows } from '../writing/rows.ts'

/** Gives back what was changed, and removes links of records that stay; how many say again what they said. */
export async function takeBack(
  tx: ManagedTransaction,
  found: Import,
  kept: ReadonlyMap<string, string>,
  made: Made,
  tick: (steps: number) => void,
): Promise<number> {
  let restored = 0
  const goes = (id: string) => made.kindOf(id) !== undefined && !kept.has(id)
  const stays = ({ what, kind, start = '', end = '' }: Step) =>
    what === 'link' && !(goes(start) && goes(end)) && !(isWithinShared(kind) && kept.has(start))
  for await (const steps of stepsOf(tx, found)) {
    const before = steps.filter((step) => step.before)
    restored += before.length
    await restore(tx, before)
    const removed = steps.filter((step) => !step.before && stays(step))
    await removeLinks(tx, removed)
    tick(steps.filter(({ what }) => what === 'link').length)
  }
  return restored
}

async function restore(tx: ManagedTransaction, steps: readonly Step[]): Promise<void> {
  const before = steps.flatMap(({ before: said, what, kind, id, start = '' }) =>
    said ? [{ what, id, start, properties: typed(kind, what, said) }] : [],
  )
  await changeRecords(
    tx,
    before.filter(({ what }) => what === 'node'),
  )
  await changeLinks(
    tx,
    before.filter(({ what }) => what === 'link'),
  )
}

function removeLinks(tx: ManagedTransaction, links: readonly Step[]): Promise<void> {
  const rows = byStart(links.map(({ start = '', id }) => ({ start, id }))).map(([start, own]) => ({
    start,
    ids: own.map(({ id }) => id),
  }))
  return writeRows(tx, 'links.delete.cypher', rows)
}
