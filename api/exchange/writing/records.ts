import neo4j from 'neo4j-driver'
import type { Driver, ManagedTransaction } from 'neo4j-driver'
import { statement } from '../../statements.ts'
import { inBatches } from './batches.ts'
import { breachLine, checkGraph } from './check.ts'
import { byStart, knownLinks, knownRecords } from './known.ts'
import { endProblems, linkProblems, nodeProblems } from './problems.ts'
import { plan, withSearchText } from './plan.ts'
import type { Planned, Stored } from './plan.ts'
import type { Fault, LinkRow, NodeRow, Records } from '../record.ts'
import { show, stage, sweep } from './staging.ts'
import { digest, plain } from '../history/steps.ts'
import type { Step } from '../history/steps.ts'
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

/** What else belongs to the transaction: records that hang on what is there, and a note of what was done. */
export type Along = {
  dryRun?: boolean
  /** From how many new records and links on they are staged: what one transaction holds by far. */
  stageFrom?: number
  progress?: (done: number, of: number) => void
  more?: (tx: ManagedTransaction) => Promise<Records>
  note?: (tx: ManagedTransaction, steps: readonly Step[], written: Written) => Promise<void>
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

/** Removes what a writer left that was cut off; who is writing now is left alone. */
export async function sweepUnlessBusy(driver: Driver, database: string): Promise<void> {
  const { records } = await driver.executeQuery(statement('exchange/staged.exists.cypher'), {}, { database })
  if (records[0]?.get('isThere') !== true) return
  await oneWriter(driver, database, () => sweep(driver, database)).catch((error: unknown) => {
    if (!(error instanceof Error && error.message === busy)) throw error
  })
}

/** What who writes beside another writer is told. */
export const busy = 'another process is writing to this graph: try again when it has ended'

/** Runs work in one transaction that nobody else writes beside. */
export async function oneWriter<T>(
  driver: Driver,
  database: string,
  work: (tx: ManagedTransaction) => Promise<T>,
): Promise<T> {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.WRITE })
  try {
    return await session.executeWrite(
      async (tx) => {
        await tx.run(statement('exchange/lock.cypher'), { now: new Date().toISOString() })
        return work(tx)
      },
      { timeout: 1_800_000 },
    )
  } catch (error) {
    if (error instanceof neo4j.Neo4jError && error.code.endsWith('.LockAcquisitionTimeout')) {
      throw new Error(busy, { cause: error })
    }
    throw error
  } finally {
    await session.close()
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

async function writeIn(
  tx: ManagedTransaction,
  store: { driver: Driver; database: string },
  given: Records,
  along: Along,
): Promise<Written> {
  const more = await along.more?.(tx)
  const nodes = more ? [...given.nodes, ...more.nodes] : given.nodes
  const links = more ? [...given.links, ...more.links] : given.links
  const ids = new Set([...nodes.map((row) => row.id), ...links.flatMap((row) => [row.start, row.end])])
  const before = await knownRecords(tx, [...ids])
  const labels = new Map([...before].map(([id, { label }]) => [id, label]))
  const misplaced = nodes.flatMap((row) => kindFaults(row, labels))
  for (const row of nodes) if (!labels.has(row.id)) labels.set(row.id, row.label)
  refuse([...misplaced, ...endProblems(links, (id) => labels.get(id))])

  const { labels: kinds, links: types } = vocabulary()
  const knownNodes = new Map([...before].map(([id, { properties }]) => [id, properties]))
  const nodePlan = plan(nodes, knownNodes, (row) => kinds.get(row.label) ?? none, isReference)
  const linkPlan = plan(
    links,
    await knownLinks(
      tx,
      links.filter(({ start, end }) => before.has(start) && before.has(end)),
    ),
    (row) => types.get(row.type)?.properties ?? none,
    (row) => types.get(row.type)?.ends.every((ends) => references.has(ends.start)) ?? false,
  )
  refuse([...nodePlan.faults, ...linkPlan.faults])

  const create = nodePlan.create.map(searchable)
  const change = nodePlan.change.map(searchable)
  const { stageFrom = 20_000, progress } = along
  const total = create.length + linkPlan.create.length
  let done = 0
  const tick = (rows: number) => progress?.((done += rows), total)
  const isStaged = total >= stageFrom
  if (isStaged) {
    const fresh = new Set(create.map(({ id }) => id))
    const ofFresh = ({ start, end }: LinkRow) => fresh.has(start) || fresh.has(end)
    await stage(store.driver, store.database, create, linkPlan.create.filter(ofFresh), tick)
    await show(tx, create)
    await changeRecords(tx, change)
    await writeRows(
      tx,
      'links.create.cypher',
      linkPlan.create.filter((link) => !ofFresh(link)),
      tick,
    )
  } else {
    await writeRows(tx, 'records.create.cypher', create, tick)
    await changeRecords(tx, change)
    await writeRows(tx, 'links.create.cypher', linkPlan.create, tick)
  }
  await changeLinks(tx, linkPlan.change)
  const written = {
    nodesCreated: nodePlan.create.length,
    nodesChanged: nodePlan.change.length,
    nodesUnchanged: nodePlan.unchanged,
    linksCreated: linkPlan.create.length,
    linksChanged: linkPlan.change.length,
    linksUnchanged: linkPlan.unchanged,
  }
  if (along.note && !along.dryRun)
    await along.note(
      tx,
      [...[...create, ...change].map(nodeStep), ...[...linkPlan.create, ...linkPlan.change].map(linkStep)],
      written,
    )
  await refuseBreaches(tx)
  if (along.dryRun) throw new DryRun(written)
  return written
}

/** @throws RecordsRefused when the graph as this transaction leaves it breaks a rule */
export async function refuseBreaches(tx: ManagedTransaction): Promise<void> {
  const { breaches } = await checkGraph(tx)
  refuse(breaches.map((breach) => ({ ids: breach.ids, says: breachLine(breach) })))
}

/** Hands rows to a statement of `cypher/exchange/`, a thousand at a time. */
export function writeRows(
  tx: ManagedTransaction,
  file: string,
  given: readonly unknown[],
  tick?: (rows: number) => void,
): Promise<void> {
  const text = statement(`exchange/${file}`)
  return inBatches(given, async (rows) => {
    await tx.run(text, { rows })
    tick?.(rows.length)
  })
}

export function changeRecords(
  tx: ManagedTransaction,
  rows: readonly { id: string; properties: Stored }[],
): Promise<void> {
  return writeRows(
    tx,
    'records.change.cypher',
    rows.map(({ id, properties }) => ({ id, properties })),
  )
}

export function changeLinks(
  tx: ManagedTransaction,
  links: readonly { id: string; start: string; properties: Stored }[],
): Promise<void> {
  return writeRows(tx, 'links.change.cypher', byStart(links).map(changesOf))
}

function nodeStep(row: Planned<NodeRow> & { before?: Stored }): Step {
  const { id, label, before, properties } = row
  return { what: 'node', kind: label, id, ...said(before), after: digest(properties) }
}

function linkStep(row: Planned<LinkRow> & { before?: Stored }): Step {
  const { id, type, start, end, before, properties } = row
  return { what: 'link', kind: type, id, start, end, ...said(before), after: digest(properties) }
}

const said = (before: Stored | undefined) => (before ? { before: plain(before) } : {})

// These are named by codes that all networks share, so several may give the same one.
export const references: ReadonlySet<string> = new Set(['Territory', 'Theme', 'Identifier'])
const none: Properties = new Map()
const isReference = (row: NodeRow) => references.has(row.label)
const changesOf = ([start, links]: [string, { id: string; properties: Stored }[]]) => ({
  start,
  links: Object.fromEntries(links.map(({ id, properties }) => [id, properties])),
})
const searchable = <R extends Planned<NodeRow>>(row: R): R => ({
  ...row,
  properties: withSearchText(row.label, row.properties),
})

function refuse(faults: readonly Fault[]): void {
  if (faults.length) throw new RecordsRefused(faults)
}

function kindFaults(row: NodeRow, labels: ReadonlyMap<string, string>): Fault[] {
  const known = labels.get(row.id)
  if (!known || known === row.label) return []
  return [{ ids: [row.id], says: `${row.label} ${row.id}: this id is already a ${known}` }]
}
