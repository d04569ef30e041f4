import type { GraphQLResolveInfo } from 'graphql'
import { onTheWay } from './onTheWay.ts'
import { rows, type Read } from './read.ts'
import { recordersOf, type Named } from './recorders.ts'
import { askedFields } from './selection.ts'
import { givenStatement } from './statements.ts'

type Row = {
  total: number
  /** On the first row, when they are asked. */
  recorders?: Named[] | null
  recordedBy?: string | null
  id: string
  generation: number
  isOtherParent: boolean
  elementCount: number
  cameFromOthers: boolean
  /** In the territory asked for, or inside it; true of all when none is. */
  actsThere: boolean
  /** Link id, parent, level, mode, since, note, source, who recorded it when that is asked. */
  links: [string, string, unknown, unknown, unknown, unknown, unknown, string?][]
  /** What was done to an element, and the parent that the element belongs to. */
  changes: ['KEEPS' | 'ADAPTS' | 'DROPS', string][]
  /** Worked out of the above: how many elements of its own, and whether it only leads to the territory. */
  added?: number
  isOnTheWay?: boolean
}

type Arguments = { first: number; territory?: string | null }

const family = givenStatement('queries/Query.dissemination.cypher')
const ancestors = givenStatement('queries/Query.lineage.cypher')

/** The rows of `Query.dissemination`, or nothing when no initiative has this id. */
export const dissemination = (
  _: unknown,
  args: Arguments,
  { read }: { read: Read },
  info: GraphQLResolveInfo,
) => replications(read, family, { ...args, recorders: askedFields(info).has('recorders') })

/** The rows of `Query.lineage`, or nothing when no initiative has this id. */
export const lineage = (_: unknown, args: Arguments, { read }: { read: Read }) =>
  replications(read, ancestors, args)

async function replications(read: Read, text: string, args: Arguments & { recorders?: boolean }) {
  const found = await rows<Row>(read, text, args)
  if (!found[0]) return null
  const kept = args.territory == null ? found : onTheWay(found)
  const total = args.territory == null ? found[0].total : kept.length
  const initiatives = kept.slice(0, args.first)
  const shown = new Set(initiatives.map(({ id }) => id))
  const links: ReturnType<typeof replication>[] = []
  // Rows of our own, and tens of thousands of them: added to, not copied.
  for (const row of initiatives) {
    row.added = row.cameFromOthers ? row.elementCount : 0
    row.isOnTheWay = !row.actsThere
    for (const link of row.links) if (shown.has(link[1])) links.push(replication(row, link))
  }
  const recorders = args.recorders ? recordersOf([...initiatives, ...links], found[0].recorders ?? []) : []
  return { total, truncated: initiatives.length < total, initiatives, links, recorders }
}

function replication(
  child: Row,
  [id, parent, level, mode, since, note, source, recordedBy]: Row['links'][number],
) {
  const count = (kind: string) =>
    child.changes.reduce((sum, [change, changed]) => sum + Number(change === kind && changed === parent), 0)
  return {
    id,
    recordedBy,
    child: child.id,
    parent,
    level,
    mode,
    since,
    note,
    source,
    kept: count('KEEPS'),
    adapted: count('ADAPTS'),
    dropped: count('DROPS'),
  }
}
