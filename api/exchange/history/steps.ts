import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import neo4j from 'neo4j-driver'
import type { Value } from '../record.ts'
import { vocabulary } from '../vocabulary.ts'
import { stored } from '../writing/plan.ts'
import type { Stored } from '../writing/plan.ts'

export type Plain = Record<string, Value>
/** What was done to one record or link: `before` is what it said, absent when it was not there; `after` a digest. */
export type Step = {
  what: 'node' | 'link'
  /** The label of a record, the type of a link. */
  kind: string
  id: string
  start?: string
  end?: string
  before?: Plain
  after: string
}

/** Properties as JSON can keep them; whole numbers and others are told apart again by the schema. */
export function plain(properties: Stored): Plain {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, plainValue(value)]))
}

/** Properties as the database keeps them, of what was kept as JSON. */
export function typed(kind: string, what: Step['what'], properties: Plain): Stored {
  const { labels, links } = vocabulary()
  const known = what === 'node' ? labels.get(kind) : links.get(kind)?.properties
  return stored({ id: String(properties['id']), properties }, known ?? new Map())
}

/** A short fingerprint of what a record says, the same however its properties are ordered. */
export function digest(properties: Stored): string {
  const sorted = Object.entries(plain(properties)).sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 22)
}

/** Steps as the database keeps them. */
export function packed(steps: readonly Step[]): Int8Array {
  return new Int8Array(gzipSync(JSON.stringify(steps), { level: 1 }))
}

export function unpacked(bytes: Int8Array): Step[] {
  return JSON.parse(gunzipSync(Uint8Array.from(bytes)).toString('utf8')) as Step[]
}

function plainValue(value: Stored[string]): Value {
  if (neo4j.isInt(value)) return value.toNumber()
  return neo4j.isPoint(value) ? { latitude: value.y, longitude: value.x } : value
}
