import { createHash } from 'node:crypto'
import type { Runner } from './asked.ts'
import type { Stored } from './plan.ts'
import { plain } from '../history/steps.ts'
import { statement } from '../../statements.ts'

/**
 * A fingerprint of all that the records and links of a graph say: two graphs that say the same have the same. It is the
 * sum of the fingerprints of each, so that none has to wait for another.
 */
export async function graphHash(graph: Runner): Promise<string> {
  let sum = 0n
  for await (const row of graph.run(statement('exchange/graph.hash.cypher'))) {
    const { id, what, kinds, types, properties } = row.toObject() as Row
    const said = Object.entries(plain(properties)).sort(byName)
    const sortedKinds = what === 'record' ? [...kinds].sort() : kinds
    const text = JSON.stringify([what, id, sortedKinds, [...types].sort(byName), said])
    sum += BigInt(`0x${createHash('sha256').update(text).digest('hex')}`)
  }
  return BigInt.asUintN(256, sum).toString(16).padStart(64, '0')
}

type Row = { id: string; what: string; kinds: string[]; types: [string, string][]; properties: Stored }

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : one > other ? 1 : 0
}
