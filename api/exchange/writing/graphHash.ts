import { createHash } from 'node:crypto'
import type { Runner } from './check.ts'
import type { Stored } from './plan.ts'
import { plain } from '../history/steps.ts'
import { statement } from '../../statements.ts'

/** A fingerprint of all that the records and links of a graph say: two graphs that say the same have the same. */
export async function graphHash(graph: Runner): Promise<string> {
  const hash = createHash('sha256')
  const { records } = await graph.run(statement('exchange/graph.hash.cypher'))
  for (const row of records) {
    const { id, what, kinds, types, properties } = row.toObject() as Row
    const said = Object.entries(plain(properties)).sort(byName)
    const sortedKinds = what === 'record' ? [...kinds].sort() : kinds
    hash.update(`${JSON.stringify([what, id, sortedKinds, [...types].sort(byName), said])}\n`)
  }
  return hash.digest('hex')
}

type Row = { id: string; what: string; kinds: string[]; types: [string, string][]; properties: Stored }

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : one > other ? 1 : 0
}
