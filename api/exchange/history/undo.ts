import type { Driver, ManagedTransaction } from 'neo4j-driver'
import { knownImports, recordSteps, stepsOf } from './imports.ts'
import type { Import } from './imports.ts'
import { isWithinShared, Made } from './made.ts'
import { StepParts } from './stepParts.ts'
import { asked } from '../writing/asked.ts'
import { inBatches, only } from '../writing/batches.ts'
import { byStart, knownLinks, knownRecords } from '../writing/known.ts'
import { stored } from '../writing/plan.ts'
import type { Stored } from '../writing/plan.ts'
import { oneWriter, sweepUnlessBusy } from '../writing/lock.ts'
import { refuseBreaches } from '../writing/records.ts'
import { changeLinks, changeRecords, writeRows } from '../writing/rows.ts'
import { sweep } from '../writing/staging.ts'
import { references } from '../record.ts'
import { digest, plain } from './steps.ts'
import type { Plain, Step } from './steps.ts'
import { statement } from '../../statements.ts'
import { vocabulary } from '../vocabulary.ts'

export type Undone = { import: Import; removed: number; restored: number; kept: string[] }
export type UndoOptions = {
  dryRun?: boolean
  progress?: (done: number, of: number) => void
  /** Called when nothing is left but to commit. */
  ending?: () => void
}
/** A link that nobody takes back, of a record that was made. */
type Hanging = { id: string; link: string; recordedBy: string }

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

/** What an import made. Whatever a later write changed can't be taken back without taking that back too. */
async function madeBy(
  tx: ManagedTransaction,
  found: Import,
  later: readonly Import[],
  tick: (steps: number) => void,
): Promise<Made> {
  const made = new Made()
  const changed = new Set<string>()
  for await (const steps of stepsOf(tx, found)) {
    for (const { id } of await changedSince(tx, steps)) changed.add(id)
    for (const step of steps) if (!step.before) made.add(step)
    tick(steps.length)
  }
  if (changed.size === 0) return made
  const by = await whose(tx, later, changed)
  throw new Error(
    `import ${found.number} can't be taken back: ${count(changed.size)} changed since${by}\n  ${some([...changed])}`,
  )
}

async function changedSince(tx: ManagedTransaction, steps: readonly Step[]): Promise<Step[]> {
  const nodes = steps.filter(({ what }) => what === 'node')
  const records = await knownRecords(
    tx,
    nodes.map(({ id }) => id),
  )
  const links = await knownLinks(
    tx,
    steps.flatMap(({ what, kind: type, id, start = '', end = '' }) =>
      what === 'link' ? [{ type, id, start, end, properties: {} }] : [],
    ),
  )
  return steps.filter(({ what, id, after }) => {
    const now = what === 'node' ? records.get(id)?.properties : links.get(id)
    return !now || digest(now) !== after
  })
}

/** Removed records must be nobody's since: shared ones stay for whoever links to them, others refuse. */
async function usedSince(
  tx: ManagedTransaction,
  found: Import,
  made: Made,
  later: readonly Import[],
): Promise<Map<string, string>> {
  const hanging = await hangingOn(tx, found, made)
  const isShared = (id: string) => references.has(made.kindOf(id) ?? '')
  const refused = hanging.filter(({ id }) => !isShared(id))
  if (refused.length) {
    const by = await whose(tx, later, new Set(refused.map(({ link }) => link)))
    const said = some(refused.map(({ id, link }) => `${link} hangs on ${id}`))
    throw new Error(`import ${found.number} can't be taken back: links were made since${by}\n  ${said}`)
  }
  const next = byStart(made.inner.map(({ start = '', end = '' }) => ({ start, end })))
  const ends = new Map(next.map(([start, links]) => [start, links.map(({ end }) => end)]))
  const kept = new Map<string, string>()
  const keep = (id: string, recorder: string) => {
    if (kept.has(id) || !isShared(id)) return
    kept.set(id, recorder)
    for (const end of ends.get(id) ?? []) keep(end, recorder)
  }
  for (const { id, recordedBy: recorder } of hanging) keep(id, recorder)
  return kept
}

/** Links of records that were made, which are none of those that were made: only where a record has more than these. */
async function hangingOn(tx: ManagedTransaction, found: Import, made: Made): Promise<Hanging[]> {
  const own = new Map<string, string[]>()
  await inBatches(made.nodes(), async (batch) => {
    const ids = batch.map(({ id }) => id)
    const { records } = await asked(tx, statement('exchange/records.degrees.cypher'), { ids })
    for (const row of records) {
      const id = row.get('id') as string
      if (Number(row.get('links')) > made.linksOf(id)) own.set(id, [])
    }
  })
  if (own.size === 0) return []
  for await (const steps of stepsOf(tx, found))
    for (const { what, id, start = '', end = '' } of steps)
      if (what === 'link') for (const each of new Set([start, end])) own.get(each)?.push(id)
  const hanging: Hanging[] = []
  for (const [id, links] of own) {
    const { records } = await asked(tx, statement('exchange/records.hanging.cypher'), { id, own: links })
    for (const row of records)
      hanging.push({ id, link: row.get('link') as string, recordedBy: row.get('recordedBy') as string })
  }
  return hanging
}

/** Gives back what was changed, and removes links of records that stay; how many say again what they said. */
async function takeBack(
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

export function secondNow(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z')
}

/** What stays for others is recorded by them from now on, and is part of what their import made. */
async function handOver(
  tx: ManagedTransaction,
  number: number,
  kept: ReadonlyMap<string, string>,
  inner: readonly Step[],
  later: readonly Import[],
): Promise<void> {
  const records = [...(await knownRecords(tx, [...kept.keys()]))].map(([id, { label, properties }]) => ({
    ...{ what: 'node' as const, kind: label, id, start: id },
    properties: typed(label, 'node', recordedBy(properties, kept.get(id))),
  }))
  const rows = inner.flatMap(({ kind: type, id, start = '', end = '' }) =>
    kept.has(start) ? [{ type, id, start, end, properties: {} }] : [],
  )
  const known = await knownLinks(tx, rows)
  const links = rows.map(({ type: kind, id, start, end }) => ({
    ...{ what: 'link' as const, kind, id, start, end },
    properties: typed(kind, 'link', recordedBy(known.get(id) ?? {}, kept.get(start))),
  }))
  await changeRecords(tx, records)
  await changeLinks(tx, links)
  for (const heir of new Set(kept.values())) {
    const into = later.find((made) => made.recordedBy === heir)
    const own = [...records, ...links].filter(({ start }) => kept.get(start) === heir)
    const steps = new StepParts()
    for (const { properties, ...step } of own) steps.add({ ...step, after: digest(properties) })
    if (into) await recordSteps(tx, into.number, steps, number * handedOver)
  }
}

/** Where parts stand that an import took over from an earlier one: behind all of its own. */
const handedOver = 1_000_000

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

/** Properties as the database keeps them, of what was kept as JSON. */
function typed(kind: string, what: Step['what'], properties: Plain): Stored {
  const { labels, links } = vocabulary()
  const known = what === 'node' ? labels.get(kind) : links.get(kind)?.properties
  return stored({ id: String(properties['id']), properties }, known ?? new Map())
}

function recordedBy(properties: Stored, recorder: string | undefined): Plain {
  return { ...plain(properties), ...(recorder === undefined ? {} : { recordedBy: recorder }) }
}

function count(number: number): string {
  return `${number} record${number === 1 ? ' was' : 's were'}`
}

/** Which later imports did something to one of these. */
async function whose(
  tx: ManagedTransaction,
  later: readonly Import[],
  ids: ReadonlySet<string>,
): Promise<string> {
  const named: string[] = []
  for (const { number, madeOn } of later)
    for await (const steps of stepsOf(tx, { number }))
      if (steps.some(({ id }) => ids.has(id))) {
        named.push(`import ${number} of ${madeOn.slice(0, 10)}`)
        break
      }
  return named.length ? `, by ${named.join(', ')}: take that back first` : ''
}

function some(lines: readonly string[]): string {
  const more = lines.length > 20 ? `\n  … and ${lines.length - 20} more` : ''
  return `${lines.slice(0, 20).join('\n  ')}${more}`
}
