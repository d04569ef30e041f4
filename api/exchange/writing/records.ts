import type { Driver, ManagedTransaction } from 'neo4j-driver'
import { batches, only } from './batches.ts'
import { breachLine, checkGraph } from './check.ts'
import { keep } from './keep.ts'
import { knownLinks, knownRecords } from './known.ts'
import { oneWriter, sweepUnlessBusy } from './lock.ts'
import { plansFor, writtenBy } from './plans.ts'
import type { Plans, Written } from './plans.ts'
import type { Changed, Stored } from './plan.ts'
import { endProblems, linkProblems, nodeProblems } from './problems.ts'
import { changeLinks, changeRecords, writeRows } from './rows.ts'
import { show, stage, sweep } from './staging.ts'
import type { NewLink, NewNode } from './staging.ts'
import { StepParts } from '../history/stepParts.ts'
import { digest, plain } from '../history/steps.ts'
import { joined } from '../kept/kept.ts'
import type { Kept } from '../kept/kept.ts'
import type { Fault, LinkRow, NodeRow, Records, Rows } from '../record.ts'

export type { Written }

/** Why nothing was written: one sentence a fault, each naming the records. */
export class RecordsRefused extends Error {
  override name = 'RecordsRefused'
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    const more = faults.length > 20 ? `\n  … and ${faults.length - 20} more` : ''
    const shown = faults.slice(0, 20).map(({ says }) => says)
    super(`nothing was written: ${faults.length} problem(s)\n  ${shown.join('\n  ')}${more}`)
    this.faults = faults
  }
}

/** What else belongs to the transaction: what the graph as it is makes of the records, and a note of what was done. */
export type Along = {
  dryRun?: boolean
  /** From how many new records and links on they are staged: what one transaction holds by far. */
  stageFrom?: number
  progress?: (done: number, of: number) => void
  /** Called when all is done and checked: from then on nobody knows whether it was written, until this ends. */
  ending?: () => void
  settle?: (tx: ManagedTransaction, given: Kept) => Promise<Settled>
  note?: (tx: ManagedTransaction, steps: StepParts, written: Written) => Promise<void>
}
/** What is to be written instead of what was given, and what more. */
export type Settled = { records: Kept; more: Records }

/**
 * Writes records all or none, in one transaction that first waits for other writers and at its end checks the whole
 * graph. What says the same as before stays as it is, with its date. A dry run does it all and takes it back.
 * @throws RecordsRefused with every fault
 */
export async function writeRecords(
  driver: Driver,
  database: string,
  records: Records | Kept,
  along: Along = {},
): Promise<Written> {
  refuse([...nodeProblems(records.nodes), ...linkProblems(records.links)])
  const { kept, faults } = keep(records)
  refuse(faults)
  try {
    return await oneWriter(driver, database, (tx) => writeIn(tx, { driver, database }, kept, along))
  } catch (error) {
    // What can't be swept now, a store that has gone, is swept at the next start.
    await sweepUnlessBusy(driver, database).catch(() => undefined)
    if (error instanceof DryRun) return error.written
    throw error
  }
}

/** Thrown inside a transaction to take it back. */
class DryRun extends Error {
  readonly written: Written
  constructor(written: Written) {
    super('dry run')
    this.written = written
  }
}

/** Records to be compared and written, in the order in which their plans know them. */
type Work = {
  tx: ManagedTransaction
  nodes: Rows<NodeRow>
  links: Rows<LinkRow>
  /** What a record of these is. */
  labelOf: (id: string) => string | undefined
  plans: Plans
  steps: StepParts
  /** Counts rows that are dealt with: each is compared, and those that are new are written. */
  tick: (rows: number) => void
}

async function writeIn(
  tx: ManagedTransaction,
  store: { driver: Driver; database: string },
  given: Kept,
  { dryRun, stageFrom = 20_000, progress, ending, settle, note }: Along,
): Promise<Written> {
  await sweep(store.driver, store.database)
  const { records, more } = (await settle?.(tx, given)) ?? { records: given, more: { nodes: [], links: [] } }
  const beside = keep({
    nodes: more.nodes.filter(({ id }) => !records.nodes.has(id)),
    links: more.links.filter((link) => !records.links.has(link)),
  }).kept
  const [nodes, links] = [joined(records.nodes, beside.nodes), joined(records.links, beside.links)]
  const of = nodes.length + links.length
  let done = 0
  const work: Work = {
    ...{ tx, nodes, links, plans: plansFor(), steps: new StepParts() },
    labelOf: (id) => records.nodes.labelOf(id) ?? beside.nodes.labelOf(id),
    tick: (rows) => progress?.(Math.floor((done += rows / 2)), of),
  }
  const isNew = await compare(work)
  const { plans, steps } = work
  const isStaged = plans.nodes.created + plans.links.created >= stageFrom
  await (isStaged ? createStaged(work, store, isNew) : create(work))
  const written = writtenBy(plans)
  if (note && !dryRun) await note(tx, steps, written)
  await refuseBreaches(tx)
  if (dryRun) throw new DryRun(written)
  ending?.()
  return written
}

/** Compares all with what is there, a batch at a time, and writes what changed; tells which records are new. */
async function compare({
  tx,
  nodes,
  links,
  plans,
  steps,
  labelOf,
  tick,
}: Work): Promise<(id: string) => boolean> {
  const known = new Map<string, string>()
  const misplaced: Fault[] = []
  for (const batch of batches(nodes, several)) {
    const before = await knownRecords(
      tx,
      batch.map(({ id }) => id),
    )
    for (const row of batch) {
      const label = before.get(row.id)?.label
      if (label === undefined) continue
      known.set(row.id, label)
      misplaced.push(...kindFaults(row, label))
    }
    const changes = plans.nodes.add(
      batch,
      new Map([...before].map(([id, { properties }]) => [id, properties])),
    )
    await changeRecords(tx, changes.map(changed))
    for (const { row, ...step } of changes) steps.add({ ...nodeStep(row), ...saidBefore(step) })
    tick(batch.length)
  }
  const elsewhere = new Set<string>()
  for (const { start, end } of links)
    for (const id of [start, end]) if (labelOf(id) === undefined) elsewhere.add(id)
  for (const batch of batches(elsewhere, several))
    for (const [id, { label }] of await knownRecords(tx, batch)) known.set(id, label)
  refuse([...misplaced, ...endProblems(links, (id) => known.get(id) ?? labelOf(id))])
  for (const batch of batches(links, several)) {
    const old = batch.filter(({ start, end }) => known.has(start) && known.has(end))
    const changes = plans.links.add(batch, old.length ? await knownLinks(tx, old) : new Map())
    await changeLinks(tx, changes.map(changed))
    for (const { row, ...step } of changes) steps.add({ ...linkStep(row), ...saidBefore(step) })
    tick(batch.length)
  }
  refuse([...plans.nodes.faults, ...plans.links.faults])
  const created = plans.nodes.created + plans.links.created
  tick(nodes.length + links.length - created)
  return (id) => !known.has(id)
}

async function create(work: Work): Promise<void> {
  const { tx, nodes, links, plans, tick } = work
  await writeRows(tx, 'records.create.cypher', newNodes(work, plans.nodes.fresh(nodes)), { tick })
  await writeRows(tx, 'links.create.cypher', newLinks(work, plans.links.fresh(links)), { tick })
}

async function createStaged(
  work: Work,
  store: { driver: Driver; database: string },
  isNew: (id: string) => boolean,
): Promise<void> {
  const { tx, nodes, links, plans, tick } = work
  const ofNew = ({ start, end }: LinkRow) => isNew(start) || isNew(end)
  const own = plans.links.fresh(links)
  await stage(store.driver, store.database, {
    nodes: newNodes(work, plans.nodes.fresh(nodes)),
    links: newLinks(work, only(own, ofNew)),
    tick,
  })
  await show(tx, plans.nodes.fresh(nodes), plans.nodes.created)
  const others = only(plans.links.fresh(links), (link) => !ofNew(link))
  await writeRows(tx, 'links.create.cypher', newLinks(work, others), { tick })
}

/** New records as statements take them; each is a step as soon as it is asked for. */
function* newNodes({ plans, steps }: Work, rows: Iterable<NodeRow>): Generator<NewNode> {
  for (const row of rows) {
    const properties = plans.nodes.stored(row)
    steps.add({ ...nodeStep(row), after: digest(properties) })
    yield { label: row.label, properties }
  }
}

function* newLinks({ plans, steps }: Work, rows: Iterable<LinkRow>): Generator<NewLink> {
  for (const row of rows) {
    const { type, start, end } = row
    const properties = plans.links.stored(row)
    steps.add({ ...linkStep(row), after: digest(properties) })
    yield { type, start, end, properties }
  }
}

/** @throws RecordsRefused when the graph as this transaction leaves it breaks a rule */
export async function refuseBreaches(tx: ManagedTransaction): Promise<void> {
  const { breaches } = await checkGraph(tx)
  refuse(breaches.map((breach) => ({ ids: breach.ids, says: breachLine(breach) })))
}

const nodeStep = ({ id, label: kind }: NodeRow) => ({ what: 'node' as const, kind, id })
const linkStep = ({ id, type: kind, start, end }: LinkRow) => ({
  what: 'link' as const,
  kind,
  id,
  start,
  end,
})
const saidBefore = ({ before, properties }: { before: Stored; properties: Stored }) => ({
  before: plain(before),
  after: digest(properties),
})
/** How many rows are compared at once. */
const several = 5000
const changed = <R extends NodeRow | LinkRow>({ row, properties }: Changed<R>) => ({ ...row, properties })

function refuse(faults: readonly Fault[]): void {
  if (faults.length) throw new RecordsRefused(faults)
}

function kindFaults(row: NodeRow, known: string): Fault[] {
  if (known === row.label) return []
  return [{ ids: [row.id], says: `${row.label} ${row.id}: this id is already a ${known}` }]
}
