import type { ManagedTransaction } from 'neo4j-driver'
import { stepsOf } from './imports.ts'
import type { Import } from './imports.ts'
import { Made } from './made.ts'
import { digest } from './steps.ts'
import type { Step } from './steps.ts'
import { references } from '../record.ts'
import { asked } from '../writing/asked.ts'
import { inBatches } from '../writing/batches.ts'
import { byStart, knownLinks, knownRecords } from '../writing/known.ts'
import { statement } from '../../statements.ts'

/** A link that nobody takes back, of a record that was made. */
type Hanging = { id: string; link: string; recordedBy: string }

/**
 * What an import made.
 * @throws Error when a later write changed some of it: that has to be taken back first
 */
export async function madeBy(
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

/**
 * The shared records that stay, each with who links to it since.
 * @throws Error when a later write hangs on a record that goes
 */
export async function usedSince(
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

function count(number: number): string {
  return `${number} record${number === 1 ? ' was' : 's were'}`
}

function some(lines: readonly string[]): string {
  const more = lines.length > 20 ? `\n  … and ${lines.length - 20} more` : ''
  return `${lines.slice(0, 20).join('\n  ')}${more}`
}
