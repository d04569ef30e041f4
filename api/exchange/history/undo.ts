import type { Driver, ManagedTransaction } from 'neo4j-driver'
import { handOver } from './handOver.ts'
import { knownImports } from './imports.ts'
import type { Import } from './imports.ts'
import { madeBy, usedSince } from './since.ts'
import { takeBack } from './takeBack.ts'
import { only } from '../writing/batches.ts'
import { oneWriter, sweepUnlessBusy } from '../writing/lock.ts'
import { refuseBreaches } from '../writing/records.ts'
import { writeRows } from '../writing/rows.ts'
import { sweep } from '../writing/staging.ts'
import { statement } from '../../statements.ts'

export type Undone = { import: Import; removed: number; restored: number; kept: string[] }
export type UndoOptions = {
  dryRun?: boolean
  progress?: (done: number, of: number) => void
  /** Called when nothing is left but to commit. */
  ending?: () => void
  /** Called when it is taken back, and only what was hidden is left to be swept away. */
  ended?: () => void
}
class DryRun extends Error {
  readonly undone: Undone
  constructor(undone: Undone) {
    super('dry run')
    this.undone = undone
  }
}

/**
 * Takes back exactly what an import did: what it made is removed, what it changed says again what it said. Territories
 * and other words that all networks share stay when somebody else uses them since, and are theirs from then on. Removed
 * records are first hidden, all at once, then swept away.
 * @throws Error when a later write changed, or hangs on, what the import wrote
 */
export async function undoImport(
  driver: Driver,
  database: string,
  number: number,
  options: UndoOptions = {},
): Promise<Undone> {
  try {
    const undone = await oneWriter(driver, database, async (tx) => {
      await sweep(driver, database)
      return undoIn(tx, number, options)
    })
    options.ended?.()
    // It is taken back already: what can't be swept now is swept at the next start.
    await sweepUnlessBusy(driver, database).catch(() => undefined)
    return undone
  } catch (error) {
    if (error instanceof DryRun) return error.undone
    throw error
  }
}

async function undoIn(
  tx: ManagedTransaction,
  number: number,
  { dryRun, progress, ending }: UndoOptions,
): Promise<Undone> {
  const imports = await knownImports(tx)
  const found = imports.find((known) => known.number === number)
  if (!found) throw new Error(`no import has the number ${number}: essaim import --list tells them`)
  if (found.undoneOn) throw new Error(`import ${number} was taken back on ${found.undoneOn} already`)
  const later = imports.filter((known) => known.number > number && !known.undoneOn)
  let done = 0
  const of = found.made + found.changed
  // Each is looked at, then taken back.
  const tick = (steps: number) => progress?.(Math.min(Math.floor((done += steps / 2)), of), of)

  const made = await madeBy(tx, found, later, tick)
  const kept = await usedSince(tx, found, made, later)
  const restored = await takeBack(tx, found, kept, made, tick)
  const nodes = only(made.nodes(), ({ id }) => !kept.has(id))
  await writeRows(tx, 'records.hide.cypher', nodes, { tick })
  await handOver(tx, number, kept, made.inner, later)
  await tx.run(statement('exchange/imports.undone.cypher'), { number, now: secondNow() })
  await refuseBreaches(tx)
  const innerKept = made.inner.filter(({ start = '' }) => kept.has(start)).length
  const removed = made.total - kept.size - innerKept
  const undone = { import: found, removed, restored, kept: [...kept.keys()] }
  if (dryRun) throw new DryRun(undone)
  ending?.()
  return undone
}

export function secondNow(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z')
}
