import type { Driver, ManagedTransaction } from 'neo4j-driver'
import { inBatches } from '../writing/batches.ts'
import { knownImports, recordSteps, stepsOf } from './imports.ts'
import type { Import } from './imports.ts'
import { byStart, knownLinks, knownRecords } from '../writing/known.ts'
import { stored } from '../writing/plan.ts'
import type { Stored } from '../writing/plan.ts'
import { oneWriter } from '../writing/lock.ts'
import { refuseBreaches } from '../writing/records.ts'
import { changeLinks, changeRecords, writeRows } from '../writing/rows.ts'
import { references } from '../record.ts'
import { digest, plain } from './steps.ts'
import type { Plain, Step } from './steps.ts'
import { statement } from '../../statements.ts'
import { vocabulary } from '../vocabulary.ts'

export type Undone = { import: Import; removed: number; restored: number; kept: string[] }
/** A link that is there; the end that its statement went from comes first. */
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
 * and other words that all networks share stay when somebody else uses them since, and are theirs from then on.
 * @throws Error when a later write changed, or hangs on, what the import wrote
 */
export async function undoImport(
  driver: Driver,
  database: string,
  number: number,
  { dryRun = false } = {},
): Promise<Undone> {
  try {
    return await oneWriter(driver, database, (tx) => undoIn(tx, number, dryRun))
  } catch (error) {
    if (error instanceof DryRun) return error.undone
    throw error
  }
}

async function undoIn(tx: ManagedTransaction, number: number, dryRun: boolean): Promise<Undone> {
  const imports = await knownImports(tx)
  const found = imports.find((known) => known.number === number)
  if (!found) throw new Error(`no import has the number ${number}: essaim import --list tells them`)
  if (found.undoneOn) throw new Error(`import ${number} was taken back on ${found.undoneOn} already`)
  const later = imports.filter((known) => known.number > number && !known.undoneOn)
  const steps = (await stepsOf(tx, [found])).get(number) ?? []
  await refuseLater(tx, number, steps, later)

  const made = steps.filter(({ before }) => !before)
  const links = made.filter(({ what }) => what === 'link')
  const inner = links.filter(({ kind }) => isWithinShared(kind))
  await removeLinks(
    tx,
    links.filter(({ kind }) => !isWithinShared(kind)),
  )
  const nodes = made.filter(({ what }) => what === 'node')
  const kept = await usedSince(tx, number, nodes, inner, later)
  await removeLinks(
    tx,
    inner.filter(({ start = '' }) => !kept.has(start)),
  )
  await writeRows(
    tx,
    'records.delete.cypher',
    nodes.filter(({ id }) => !kept.has(id)).map(({ id }) => ({ id })),
  )
  await handOver(tx, number, kept, inner, later)
  await restore(tx, steps)
  await tx.run(statement('exchange/imports.undone.cypher'), { number, now: secondNow() })
  await refuseBreaches(tx)
  const restored = steps.length - made.length
  const undone = {
    import: found,
    removed: made.length - kept.size - inner.filter(({ start = '' }) => kept.has(start)).length,
    restored,
    kept: [...kept.keys()],
  }
  if (dryRun) throw new DryRun(undone)
  return undone
}

export function secondNow(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z')
}

/** Whatever a later write changed can't be taken back without taking that back too. */
async function refuseLater(
  tx: ManagedTransaction,
  number: number,
  steps: readonly Step[],
  later: readonly Import[],
): Promise<void> {
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
  const changed = steps.filter(({ what, id, after }) => {
    const now = what === 'node' ? records.get(id)?.properties : links.get(id)
    return !now || digest(now) !== after
  })
  if (changed.length === 0) return
  const ids = new Set(changed.map(({ id }) => id))
  const since = await stepsOf(tx, later)
  const by = later.filter((each) => since.get(each.number)?.some(({ id }) => ids.has(id)))
  throw new Error(
    `import ${number} can't be taken back: ${count(ids.size)} changed since${whose(by)}\n  ${some([...ids])}`,
  )
}

/** Removed records must be nobody's since: shared ones stay for whoever links to them, others refuse. */
async function usedSince(
  tx: ManagedTransaction,
  number: number,
  nodes: readonly Step[],
  inner: readonly Step[],
  later: readonly Import[],
): Promise<Map<string, string>> {
  const own = new Set(inner.map(({ id }) => id))
  const shared = new Set(nodes.filter(({ kind }) => references.has(kind)).map(({ id }) => id))
  const hanging = (await hangingOn(tx, nodes)).filter(({ link }) => !own.has(link))
  const refused = hanging.filter(({ id }) => !shared.has(id))
  if (refused.length) {
    const since = await stepsOf(tx, later)
    const ids = new Set(refused.map(({ link }) => link))
    const by = later.filter((each) => since.get(each.number)?.some(({ id }) => ids.has(id)))
    const said = some(refused.map(({ id, link }) => `${link} hangs on ${id}`))
    throw new Error(`import ${number} can't be taken back: links were made since${whose(by)}\n  ${said}`)
  }
  const kept = new Map<string, string>()
  const keep = (id: string, recorder: string) => {
    if (kept.has(id) || !shared.has(id)) return
    kept.set(id, recorder)
    for (const { start, end = '' } of inner) if (start === id) keep(end, recorder)
  }
  for (const { id, recordedBy: recorder } of hanging) keep(id, recorder)
  return kept
}

async function hangingOn(tx: ManagedTransaction, nodes: readonly Step[]): Promise<Hanging[]> {
  const hanging: Hanging[] = []
  await inBatches(
    nodes.map(({ id }) => id),
    async (ids) => {
      const { records } = await tx.run(statement('exchange/records.hanging.cypher'), { ids })
      hanging.push(...records.map((row) => row.toObject() as Hanging))
    },
  )
  return hanging
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
    const steps = own.map(({ properties, ...step }): Step => ({ ...step, after: digest(properties) }))
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

/** Whether links of this type only join what all networks share: territories, themes. */
function isWithinShared(type: string): boolean {
  return (
    vocabulary()
      .links.get(type)
      ?.ends.every(({ start }) => references.has(start)) ?? false
  )
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

function whose(imports: readonly Import[]): string {
  if (imports.length === 0) return ''
  const named = imports.map(({ number, madeOn }) => `import ${number} of ${madeOn.slice(0, 10)}`)
  return `, by ${named.join(', ')}: take that back first`
}

function some(lines: readonly string[]): string {
  const more = lines.length > 20 ? `\n  … and ${lines.length - 20} more` : ''
  return `${lines.slice(0, 20).join('\n  ')}${more}`
}
