import { asked, type Runner } from '../writing/asked.ts'
import { batches } from '../writing/batches.ts'
import { writeRows } from '../writing/rows.ts'
import type { StepParts } from './stepParts.ts'
import { unpacked } from './steps.ts'
import type { Step } from './steps.ts'
import { statement } from '../../statements.ts'
import type { ManagedTransaction } from 'neo4j-driver'

/** Where records came from: the files with the SHA-256 of their bytes, and what told how to read them. */
export type Origin = {
  /** The name of the mapping, or what the files are when they need none. */
  mapping: string
  mappingHash?: string
  files: string[]
  hashes: string[]
  inputs: string[]
}
/** An import as it is remembered: who, when, from what, and how much it did. */
export type Import = Origin & {
  number: number
  recordedBy: string
  /** What this network is called, while it is there. */
  recorder: string | null
  /** The second it was made in, UTC. */
  madeOn: string
  undoneOn?: string
  read: number
  made: number
  changed: number
  unchanged: number
  leftOut: number
  ended: number
}

/** Every import of this graph, the oldest first; those that were taken back say so. */
export async function knownImports(graph: Runner): Promise<Import[]> {
  const { records } = await asked(graph, statement('exchange/imports.known.cypher'))
  const imports = records.map((row) => row.get('import') as Import)
  return imports.sort((one, other) => one.number - other.number)
}

/** What an import did to each record and link, some thousands at a time. */
export async function* stepsOf(graph: Runner, { number }: Pick<Import, 'number'>): AsyncGenerator<Step[]> {
  const { records } = await asked(graph, statement('exchange/importParts.places.cypher'), { number })
  const all = records.map((row) => row.get('place') as number)
  for (const places of batches(all, 8)) {
    const parts = await asked(graph, statement('exchange/importParts.known.cypher'), { number, places })
    for (const row of parts.records) yield unpacked(row.get('steps') as Int8Array)
  }
}

/** Remembers an import with what it did, under the next number. */
export async function recordImport(
  tx: ManagedTransaction,
  made: Omit<Import, 'number' | 'recorder'>,
  steps: StepParts,
): Promise<number> {
  const number = Math.max(0, ...(await knownImports(tx)).map((known) => known.number)) + 1
  await tx.run(statement('exchange/imports.create.cypher'), { import: { ...made, number } })
  await recordSteps(tx, number, steps)
  return number
}

/** Remembers steps of an import, in parts that are numbered from `first` on. */
export async function recordSteps(
  tx: ManagedTransaction,
  number: number,
  parts: StepParts,
  first = 0,
): Promise<void> {
  let at = first
  for (const steps of parts.packed())
    await writeRows(tx, 'importParts.create.cypher', [{ import: number, at: at++, steps }])
}
