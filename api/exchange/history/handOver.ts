import type { ManagedTransaction } from 'neo4j-driver'
import { recordSteps } from './imports.ts'
import type { Import } from './imports.ts'
import { StepParts } from './stepParts.ts'
import { digest, plain, typed } from './steps.ts'
import type { Plain, Step } from './steps.ts'
import { knownLinks, knownRecords } from '../writing/known.ts'
import type { Stored } from '../writing/plan.ts'
import { changeLinks, changeRecords } from '../writing/rows.ts'

/** What stays for others is recorded by them from now on, and is part of what their import made. */
export async function handOver(
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

function recordedBy(properties: Stored, recorder: string | undefined): Plain {
  return { ...plain(properties), ...(recorder === undefined ? {} : { recordedBy: recorder }) }
}
