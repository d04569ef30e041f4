import type { Driver, ManagedTransaction } from 'neo4j-driver'
import { batches } from './batches.ts'
import { breachLine, checkGraph } from './check.ts'
import { knownLinks, knownRecords } from './known.ts'
import { oneWriter, sweepUnlessBusy } from './lock.ts'
import { Plan, withSearchText } from './plan.ts'
import type { Changed, Stored } from './plan.ts'
import { endProblems, linkProblems, nodeProblems } from './problems.ts'
import { changeLinks, changeRecords, writeRows } from './rows.ts'
import { show, stage } from './staging.ts'
import { digest, plain } from '../history/steps.ts'
import type { Step } from '../history/steps.ts'
import { references } from '../record.ts'
import type { Fault, LinkRow, NodeRow, Records } from '../record.ts'
import { vocabulary } from '../vocabulary.ts'
import type { Properties } from '../vocabulary.ts'

export type Written = {
  nodesCreated: number
  nodesChanged: number
  nodesUnchanged: number
  linksCreated: number
  linksChanged: number
  linksUnchanged: number
}

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
  settle?: (tx: ManagedTransaction, given: Records) => Promise<Records>
  note?: (tx: ManagedTransaction, steps: Iterable<Step>, written: Written) => Promise<void>
}

/**
 * Writes records all or none, in one transaction that first waits for other writers and at its end checks the whole
 * graph. What says the same as before stays as it is, with its date. A dry run does it all and takes it back.
 * @throws RecordsRefused with every fault
 */
export async function writeRecords(
  driver: Driver,
  database: string,
  records: Records,
  along: Along = {},
): Promise<Written> {
  refuse([...nodeProblems(records.nodes), ...linkProblems(records.links)])
  try {
    return await oneWriter(driver, database, (tx) => writeIn(tx, { driver, database }, records, along))
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

type Plans = { nodes: Plan<NodeRow>; links: Plan<LinkRow> }

async function writeIn(
  tx: ManagedTransaction,
  store: { driver: Driver; database: string },
  given: Records,
  along: Along,
): Promise<Written> {
  const records = (await along.settle?.(tx, given)) ?? given
  const plans = await plansFor(tx, records)
  const { nodes, links } = plans
  await create(tx, store, plans, along)
  await changeRecords(tx, nodes.change.map(changed))
  await changeLinks(tx, links.change.map(changed))
  const written = {
    nodesCreated: nodes.create.length,
    nodesChanged: nodes.change.length,
    nodesUnchanged: nodes.unchanged,
    linksCreated: links.create.length,
    linksChanged: links.change.length,
    linksUnchanged: links.unchanged,
  }
  if (along.note && !along.dryRun) await along.note(tx, stepsOf(plans), written)
  await refuseBreaches(tx)
  if (along.dryRun) throw new DryRun(written)
  return written
}

/** What is to be made and changed, compared with what is there a batch at a time. */
async function plansFor(tx: ManagedTransaction, { nodes, links }: Records): Promise<Plans> {
  const { labels: kinds, links: types } = vocabulary()
  const plans: Plans = {
    nodes: new Plan(
      (row) => kinds.get(row.label) ?? none,
      (row) => references.has(row.label),
      (row, properties) => withSearchText(row.label, properties),
    ),
    links: new Plan(
      (row) => types.get(row.type)?.properties ?? none,
      (row) => types.get(row.type)?.ends.every((ends) => references.has(ends.start)) ?? false,
    ),
  }
  const labels = new Map<string, string>()
  const known = new Set<string>()
  const misplaced: Fault[] = []
  for (const batch of batches(nodes, several)) {
    const before = await knownRecords(
      tx,
      batch.map(({ id }) => id),
    )
    for (const [id, { label }] of before) labels.set(id, label)
    for (const id of before.keys()) known.add(id)
    misplaced.push(...batch.flatMap((row) => kindFaults(row, labels)))
    for (const row of batch) if (!labels.has(row.id)) labels.set(row.id, row.label)
    plans.nodes.add(batch, new Map([...before].map(([id, { properties }]) => [id, properties])))
  }
  const elsewhere = new Set<string>()
  for (const { start, end } of links) for (const id of [start, end]) if (!labels.has(id)) elsewhere.add(id)
  for (const batch of batches(elsewhere, several))
    for (const [id, { label }] of await knownRecords(tx, batch)) {
      labels.set(id, label)
      known.add(id)
    }
  refuse([...misplaced, ...endProblems(links, (id) => labels.get(id))])
  for (const batch of batches(links, several)) {
    const old = batch.filter(({ start, end }) => known.has(start) && known.has(end))
    plans.links.add(batch, old.length ? await knownLinks(tx, old) : new Map())
  }
  refuse([...plans.nodes.faults, ...plans.links.faults])
  return plans
}

async function create(
  tx: ManagedTransaction,
  store: { driver: Driver; database: string },
  { nodes, links }: Plans,
  { stageFrom = 20_000, progress }: Along,
): Promise<void> {
  const total = nodes.create.length + links.create.length
  let done = 0
  const tick = (rows: number) => progress?.((done += rows), total)
  const ofLink = (row: LinkRow) => ({ ...row, properties: links.stored(row) })
  if (total < stageFrom) {
    const ofNode = (row: NodeRow) => ({ label: row.label, properties: nodes.stored(row) })
    await writeRows(tx, 'records.create.cypher', nodes.create, { of: ofNode, tick })
    await writeRows(tx, 'links.create.cypher', links.create, { of: ofLink, tick })
    return
  }
  const fresh = new Set(nodes.create.map(({ id }) => id))
  const ofFresh = ({ start, end }: LinkRow) => fresh.has(start) || fresh.has(end)
  const staged = {
    nodes: { rows: nodes.create, stored: (row: NodeRow) => nodes.stored(row) },
    links: { rows: links.create.filter(ofFresh), stored: (row: LinkRow) => links.stored(row) },
  }
  await stage(store.driver, store.database, staged.nodes, staged.links, tick)
  await show(tx, nodes.create)
  const others = links.create.filter((link) => !ofFresh(link))
  await writeRows(tx, 'links.create.cypher', others, { of: ofLink, tick })
}

/** @throws RecordsRefused when the graph as this transaction leaves it breaks a rule */
export async function refuseBreaches(tx: ManagedTransaction): Promise<void> {
  const { breaches } = await checkGraph(tx)
  refuse(breaches.map((breach) => ({ ids: breach.ids, says: breachLine(breach) })))
}

/** What is done to each record and link; made as they are asked for, for there may be a million. */
function* stepsOf({ nodes, links }: Plans): Generator<Step> {
  const node = ({ id, label: kind }: NodeRow) => ({ what: 'node' as const, kind, id })
  const link = ({ id, type: kind, start, end }: LinkRow) => ({ what: 'link' as const, kind, id, start, end })
  for (const row of nodes.create) yield { ...node(row), after: digest(nodes.stored(row)) }
  for (const { row, ...step } of nodes.change) yield { ...node(row), ...saidBefore(step) }
  for (const row of links.create) yield { ...link(row), after: digest(links.stored(row)) }
  for (const { row, ...step } of links.change) yield { ...link(row), ...saidBefore(step) }
}

const saidBefore = ({ before, properties }: { before: Stored; properties: Stored }) => ({
  before: plain(before),
  after: digest(properties),
})

const none: Properties = new Map()
/** How many rows are compared at once. */
const several = 5000
const changed = <R extends NodeRow | LinkRow>({ row, properties }: Changed<R>) => ({ ...row, properties })

function refuse(faults: readonly Fault[]): void {
  if (faults.length) throw new RecordsRefused(faults)
}

function kindFaults(row: NodeRow, labels: ReadonlyMap<string, string>): Fault[] {
  const known = labels.get(row.id)
  if (!known || known === row.label) return []
  return [{ ids: [row.id], says: `${row.label} ${row.id}: this id is already a ${known}` }]
}
