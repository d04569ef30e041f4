import { rows, type Read } from './read.ts'
import { statement } from './statements.ts'

type Row = {
  total: number
  id: string
  /** Link id, partner, role, since, until, note, source. */
  links: [string, string, ...unknown[]][]
}

const around = statement('queries/Query.partnerMap.cypher')

/** The rows of `Query.partnerMap`; no node at all when nobody recorded these ids. */
export async function partnerMap(_: unknown, args: Record<string, unknown>, { read }: { read: Read }) {
  const nodes = await rows<Row>(read, around, { ...args, roles: args.roles ?? null })
  const total = nodes[0]?.total ?? 0
  const shown = new Set(nodes.map(({ id }) => id))
  const links = nodes.flatMap((initiative) =>
    initiative.links
      .filter(([, partner]) => shown.has(partner))
      .map(([id, partner, role, since, until, note, source]) => ({
        id,
        partner,
        initiative: initiative.id,
        role,
        since,
        until,
        note,
        source,
      })),
  )
  return { total, truncated: nodes.length < total, nodes, links }
}
