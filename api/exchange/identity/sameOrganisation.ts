import { asked, type Runner } from '../writing/asked.ts'
import { likeness, websites } from './alike.ts'
import type { Described } from './alike.ts'
import { inBatches } from '../writing/batches.ts'
import { linkId } from '../record.ts'
import type { LinkRow, NodeRow } from '../record.ts'
import { nothingKept } from '../kept/kept.ts'
import type { Kept } from '../kept/kept.ts'
import { sortKey } from '../searchText.ts'
import { statement } from '../../statements.ts'

/** A record that was there and is of the same organisation, or may be. */
export type Met = {
  id: string
  known: string
  evidence: string
  score: number
  outcome: 'one record' | 'proposed'
}
type Alike = Described & {
  id: string
  known: string
  recordedBy: string
  said: { recordedBy: string; status: string; start: string }[]
}

/** A website that more partners than this have is not theirs. */
const oneSite = 3

/**
 * Compares partners with those of the graph. Of its own recorder, whoever has one of its identifiers is one record with
 * it, by the id that is there; of other recorders, a link SAME_AS is proposed, for somebody to look at. What somebody
 * decided stays decided.
 */
export async function meetOrganisations(
  graph: Runner,
  records: Kept,
  recorder: string,
): Promise<{ records: Kept; proposals: LinkRow[]; met: Met[] }> {
  const given = describe(records)
  if (given.size === 0) return { records, proposals: [], met: [] }
  const alike = await alikeIn(graph, given)
  const renamed = new Map<string, string>()
  for (const { id, known, recordedBy, identifiers } of alike) {
    const isOne = given.get(id)?.identifiers.some((each) => identifiers.includes(each))
    if (recordedBy === recorder && isOne && !given.has(known) && !renamed.has(id)) renamed.set(id, known)
  }
  const met: Met[] = [...renamed].map(([id, known]) => ({
    ...{ id, known, evidence: 'même identifiant', score: 1, outcome: 'one record' },
  }))
  const proposals = new Map<string, LinkRow>()
  for (const other of alike) {
    const id = renamed.get(other.id) ?? other.id
    const mine = given.get(other.id)
    const like = mine && likeness(mine, other)
    const isSettled = other.said.some(
      (link) => link.recordedBy !== recorder || link.status !== 'PROPOSED' || link.start !== id,
    )
    if (!like || other.recordedBy === recorder || isSettled) continue
    const { provenance } = mine
    const proposal = { status: 'PROPOSED', ...like, ...provenance }
    const key = linkId('SAME_AS', id, other.known)
    proposals.set(key, { type: 'SAME_AS', start: id, end: other.known, id: key, properties: proposal })
    met.push({ id, known: other.known, ...like, outcome: 'proposed' })
  }
  return { records: rename(records, renamed), proposals: [...proposals.values()], met }
}

type Given = Described & { provenance: Pick<NodeRow['properties'], 'source' | 'recordedBy' | 'recordedOn'> }

function describe({ nodes, links }: Kept): Map<string, Given> {
  const ends = (type: string) => {
    const found = new Map<string, string[]>()
    for (const { start, end } of links.withType(type)) found.set(start, [...(found.get(start) ?? []), end])
    return found
  }
  const [identifiers, territories] = [ends('IDENTIFIED_BY'), ends('BASED_IN')]
  const sites = new Map<string, number>()
  for (const { properties } of nodes.withLabel('Partner')) {
    const [site] = websites(text(properties['website']))
    if (site) sites.set(site, (sites.get(site) ?? 0) + 1)
  }
  const given = new Map<string, Given>()
  for (const { id, properties } of nodes.withLabel('Partner')) {
    const { source, recordedBy, recordedOn } = properties
    const website = text(properties['website'])
    const isOwn = (sites.get(websites(website)[0] ?? '') ?? 0) <= oneSite
    given.set(id, {
      name: text(properties['name']) ?? '',
      website: isOwn ? website : undefined,
      identifiers: identifiers.get(id) ?? [],
      territories: territories.get(id) ?? [],
      provenance: { source, recordedBy, recordedOn },
    })
  }
  return given
}

async function alikeIn(graph: Runner, given: ReadonlyMap<string, Given>): Promise<Alike[]> {
  const alike: Alike[] = []
  await inBatches(given, async (batch) => {
    const rows = batch.map(([id, { name, website, identifiers }]) => ({
      ...{ id, identifiers, websites: websites(website).slice(1) },
      sortName: sortKey(name, ''),
    }))
    const { records } = await asked(graph, statement('exchange/partners.alike.cypher'), { rows })
    for (const row of records) {
      const found = row.toObject() as Omit<Alike, 'website'> & { website: string | null }
      alike.push({ ...found, website: found.website ?? undefined })
    }
  })
  return alike
}

/** The same records under the ids that are there; what then is there twice is kept once. */
function rename(records: Kept, renamed: ReadonlyMap<string, string>): Kept {
  if (renamed.size === 0) return records
  const now = (id: string) => renamed.get(id) ?? id
  const { nodes, links } = nothingKept()
  for (const row of records.nodes) nodes.set({ ...row, id: now(row.id) })
  for (const link of records.links) {
    const [start, end] = [now(link.start), now(link.end)]
    const rest = link.id.slice(linkId(link.type, link.start, link.end).length)
    const isMoved = start !== link.start || end !== link.end
    links.set(isMoved ? { ...link, start, end, id: linkId(link.type, start, end) + rest } : link)
  }
  return { nodes, links }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
