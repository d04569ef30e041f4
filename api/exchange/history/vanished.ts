import type { ManagedTransaction } from 'neo4j-driver'
import { knownImports, stepsOf } from './imports.ts'
import type { Origin } from './imports.ts'
import { knownLinks, knownRecords } from '../writing/known.ts'
import { references } from '../record.ts'
import type { LinkRow, NodeRow, Records } from '../record.ts'
import type { Kept } from '../kept/kept.ts'
import type { Stored } from '../writing/plan.ts'
import { plain } from './steps.ts'
import type { Step } from './steps.ts'
import { vocabulary } from '../vocabulary.ts'

/** What an earlier import of the same mapping made, that the files no longer say; `canEnd` when it has an end to give. */
export type Vanished = { id: string; kind: string; name?: string; canEnd: boolean; row: NodeRow | LinkRow }
export type Gone = { vanished: Vanished[]; /** Why nothing can be told of it. */ unknown?: string }

const over = ['ENDED', 'ABANDONED']

/**
 * Looks for what earlier imports of this mapping by this recorder made, that is still there as if it went on, and that
 * the files no longer say.
 */
export async function findVanished(
  tx: ManagedTransaction,
  given: Kept,
  origin: Origin,
  recorder: string,
): Promise<Gone> {
  const earlier = (await knownImports(tx)).filter(
    ({ mapping, recordedBy, undoneOn }) =>
      mapping === origin.mapping && recordedBy === recorder && undoneOn === undefined,
  )
  const missing = new Set(
    earlier.flatMap(({ inputs }) => inputs).filter((name) => !origin.inputs.includes(name)),
  )
  if (missing.size)
    return {
      vanished: [],
      unknown: `these files lack ${[...missing].join(', ')}, which an earlier import had`,
    }
  const gone = new Map<string, Step>()
  for (const each of earlier)
    for await (const steps of stepsOf(tx, each))
      for (const step of steps) if (mayVanish(step) && !isSaid(step, given)) gone.set(step.id, step)
  const records = await knownRecords(
    tx,
    [...gone.values()].flatMap(({ what, id }) => (what === 'node' ? [id] : [])),
  )
  const linkRows = [...gone.values()].flatMap(({ what, kind: type, id, start, end }) =>
    what === 'link' && start && end ? [{ type, id, start, end, properties: {} }] : [],
  )
  const standing = await knownLinks(tx, linkRows)
  const own = ({ recordedBy }: Stored) => recordedBy === recorder
  return {
    vanished: [
      ...[...records].flatMap(([id, { label, properties }]) => {
        const isOver = properties['endedOn'] !== undefined || over.includes(String(properties['status']))
        if (!own(properties) || isOver) return []
        const row = { label, id, properties: said(properties) }
        const name = properties['name']?.toString()
        return [{ id, kind: label, name, canEnd: label === 'Initiative', row }]
      }),
      ...linkRows.flatMap((link) => {
        const properties = standing.get(link.id)
        if (!properties || !own(properties) || properties['until'] !== undefined) return []
        const canEnd = vocabulary().links.get(link.type)?.properties.has('until') ?? false
        return [{ id: link.id, kind: link.type, canEnd, row: { ...link, properties: said(properties) } }]
      }),
    ],
  }
}

/** Words all networks share, and links that say who is who, do not vanish. */
function mayVanish({ before, kind }: Step): boolean {
  return !before && !references.has(kind) && kind !== 'SAME_AS'
}

function isSaid({ what, kind: type, id, start = '', end = '' }: Step, { nodes, links }: Kept): boolean {
  return what === 'node' ? nodes.has(id) : links.has({ type, id, start, end })
}

/** The records that say that what vanished ended on this day. What has no end, a partner or a theme, stays as it is. */
export function endingOf(vanished: readonly Vanished[], day: string, today: string): Records {
  const ended: Records = { nodes: [], links: [] }
  for (const { row, canEnd } of vanished) {
    if (!canEnd) continue
    if ('label' in row)
      ended.nodes.push({
        ...row,
        properties: { ...row.properties, status: 'ENDED', endedOn: day, recordedOn: today },
      })
    else ended.links.push({ ...row, properties: { ...row.properties, until: day, recordedOn: today } })
  }
  return ended
}

/** What a record says of itself, without what the write path adds. */
export function said(properties: Stored): NodeRow['properties'] {
  const added = ['id', 'searchText', 'sortKey']
  return Object.fromEntries(Object.entries(plain(properties)).filter(([name]) => !added.includes(name)))
}
