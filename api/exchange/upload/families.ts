import type { Driver } from 'neo4j-driver'
import neo4j from 'neo4j-driver'
import type { Kept } from '../kept/kept.ts'
import { knownRecords } from '../writing/known.ts'
import type { Told } from './answers.ts'

const most = 3

/** The initiatives that most others of these records come from, and that are in the graph. */
export async function familiesIn(
  { nodes, links }: Kept,
  driver: Driver,
  database: string,
): Promise<Told['families']> {
  const taken = new Map<string, number>()
  const children = new Set<string>()
  for (const { start, end } of links.withType('REPLICATES')) {
    taken.set(end, (taken.get(end) ?? 0) + 1)
    children.add(start)
  }
  const roots = [...taken].filter(([id]) => !children.has(id)).sort(([, one], [, other]) => other - one)
  const ids = roots.slice(0, most).map(([id]) => id)
  if (ids.length === 0) return []
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ })
  try {
    const known = await session.executeRead((tx) => knownRecords(tx, ids))
    const nameOf = (id: string) => String(nodes.get(id)?.properties['name'] ?? id)
    return ids.filter((id) => known.has(id)).map((id) => ({ id, name: nameOf(id) }))
  } finally {
    await session.close()
  }
}
