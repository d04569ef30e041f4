import { onTheWay } from './onTheWay.ts'
import { rows, type Read } from './read.ts'
import { statement } from './statements.ts'

type Row = {
  total: number
  id: string
  generation: number
  isOtherParent: boolean
  elementCount: number
  cameFromOthers: boolean
  /** In the territory asked for, or inside it; true of all when none is. */
  actsThere: boolean
  /** Link id, parent, level, mode, since, note, source. */
  links: [string, string, ...unknown[]][]
  /** What was done to an element, and the parent that the element belongs to. */
  changes: ['KEEPS' | 'ADAPTS' | 'DROPS', string][]
  /** Worked out of the above: how many elements of its own, and whether it only leads to the territory. */
  added?: number
  isOnTheWay?: boolean
}

type Arguments = { first: number; territory?: string | null }

const family = statement('queries/Query.dissemination.cypher')
const ancestors = statement('queries/Query.lineage.cypher')

/** The rows of `Query.dissemination`, or nothing when no initiative has this id. */
export const dissemination = (_: unknown, args: Arguments, { read }: { read: Read }) =>
  replications(read, family, args)

/** The rows of `Query.lineage`, or nothing when no initiative has this id. */
export const lineage = (_: unknown, args: Arguments, { read }: { read: Read }) =>
  replications(read, ancestors, args)

async function replications(read: Read, text: string, args: Arguments) {
  const found = await rows<Row>(read, text, { levels: null, territory: null, on: null, ...args })
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
  return { total, truncated: initiatives.length < total, initiatives, links }
}

function replication(child: Row, [id, parent, level, mode, since, note, source]: Row['links'][number]) {
  const count = (kind: string) =>
    child.changes.reduce((sum, [change, changed]) => sum + Number(change === kind && changed === parent), 0)
  return {
    id,
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
