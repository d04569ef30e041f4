import neo4j from 'neo4j-driver'
import type { Driver, ManagedTransaction } from 'neo4j-driver'
import { statement } from '../statements.ts'
import { inBatches } from './batches.ts'
import { breachLine, checkGraph } from './check.ts'
import { byStart, knownLinks, knownRecords } from './known.ts'
import { endProblems, linkProblems, nodeProblems } from './recordProblems.ts'
import { plan, withSearchText } from './recordPlan.ts'
import type { Planned } from './recordPlan.ts'
import type { LinkRow, NodeRow, Records } from './record.ts'
import { vocabulary } from './vocabulary.ts'
import type { Properties } from './vocabulary.ts'

export type Written = {
  nodesCreated: number
  nodesChanged: number
  nodesUnchanged: number
  linksCreated: number
  linksChanged: number
  linksUnchanged: number
}

/** Why nothing was written: one sentence a problem, each naming the record. */
export class RecordsRefused extends Error {
  override name = 'RecordsRefused'
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    const more = problems.length > 20 ? `\n  … and ${problems.length - 20} more` : ''
    super(
      `nothing was written: ${problems.length} problem(s)\n  ${problems.slice(0, 20).join('\n  ')}${more}`,
    )
    this.problems = problems
  }
}

/**
 * Writes records all or none, in one transaction that first waits for other writers and at its end checks the whole
 * graph. What says the same as before stays as it is, with its date. A dry run does it all and takes it back.
 * @throws RecordsRefused with every problem
 */
export async function writeRecords(
  driver: Driver,
  database: string,
  records: Records,
  { dryRun = false } = {},
): Promise<Written> {
  refuse([...nodeProblems(records.nodes), ...linkProblems(records.links)])
  const session = driver.session({ database, defaultAccessMode: neo4j.session.WRITE })
  try {
    return await session.executeWrite((tx) => writeIn(tx, records, dryRun), { timeout: 600_000 })
  } catch (error) {
    if (error instanceof DryRun) return error.written
    if (error instanceof neo4j.Neo4jError && error.code.endsWith('.LockAcquisitionTimeout')) {
      throw new Error('another process is writing to this graph: try again when it has ended', {
        cause: error,
      })
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

async function writeIn(tx: ManagedTransaction, { nodes, links }: Records, dryRun: boolean): Promise<Written> {
  await tx.run(statement('exchange/lock.cypher'), { now: new Date().toISOString() })
  const ids = new Set([...nodes.map((row) => row.id), ...links.flatMap((row) => [row.start, row.end])])
  const before = await knownRecords(tx, [...ids])
  const labels = new Map([...before].map(([id, { label }]) => [id, label]))
  const misplaced = nodes.flatMap((row) => kindProblems(row, labels))
  for (const row of nodes) if (!labels.has(row.id)) labels.set(row.id, row.label)
  refuse([...misplaced, ...endProblems(links, (id) => labels.get(id))])

  const { labels: kinds, links: types } = vocabulary()
  const knownNodes = new Map([...before].map(([id, { properties }]) => [id, properties]))
  const nodePlan = plan(nodes, knownNodes, (row) => kinds.get(row.label) ?? none, isReference)
  const linkPlan = plan(
    links,
    await knownLinks(tx, links),
    (row) => types.get(row.type)?.properties ?? none,
    (row) => types.get(row.type)?.ends.every((ends) => references.has(ends.start)) ?? false,
  )
  refuse([...nodePlan.problems, ...linkPlan.problems])

  const write = (file: string, given: unknown[]) =>
    inBatches(given, (rows) => tx.run(statement(`exchange/${file}`), { rows }))
  await write('records.create.cypher', nodePlan.create.map(searchable))
  await write('records.change.cypher', nodePlan.change.map(searchable))
  await write('links.create.cypher', linkPlan.create)
  await write('links.change.cypher', byStart(linkPlan.change).map(changesOf))
  const { breaches } = await checkGraph(tx)
  refuse(breaches.map(breachLine))

  const written = {
    nodesCreated: nodePlan.create.length,
    nodesChanged: nodePlan.change.length,
    nodesUnchanged: nodePlan.unchanged,
    linksCreated: linkPlan.create.length,
    linksChanged: linkPlan.change.length,
    linksUnchanged: linkPlan.unchanged,
  }
  if (dryRun) throw new DryRun(written)
  return written
}

// These are named by codes that all networks share, so several may give the same one.
const references = new Set(['Territory', 'Theme', 'Identifier'])
const none: Properties = new Map()
const isReference = (row: NodeRow) => references.has(row.label)
const changesOf = ([start, links]: [string, Planned<LinkRow>[]]) => ({
  start,
  links: Object.fromEntries(links.map(({ id, properties }) => [id, properties])),
})
const searchable = (row: Planned<NodeRow>) => ({
  ...row,
  properties: withSearchText(row.label, row.properties),
})

function refuse(problems: string[]): void {
  if (problems.length) throw new RecordsRefused(problems)
}

function kindProblems(row: NodeRow, labels: ReadonlyMap<string, string>): string[] {
  const known = labels.get(row.id)
  return known && known !== row.label ? [`${row.label} ${row.id}: this id is already a ${known}`] : []
}
