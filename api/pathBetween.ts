import { rows, type Read } from './read.ts'
import { kindOf } from './recordKind.ts'
import { givenStatement } from './statements.ts'

type Row = {
  total: number
  /** Id, name, labels. */
  nodes: [string, string, string[]][]
  /** Position, link id, type, start, end, role, level, since, until, source. */
  links: unknown[][]
}

const shortest = givenStatement('queries/Query.pathBetween.cypher')

/** The rows of `Query.pathBetween`, or nothing when no record has one of these ids. */
export async function pathBetween(_: unknown, args: Record<string, unknown>, { read }: { read: Read }) {
  const found = await rows<Row>(read, shortest, args)
  if (!found[0]) return null
  const paths = found.filter(({ nodes }) => nodes.length > 0)
  const { total } = found[0]
  return {
    length: paths[0] ? paths[0].nodes.length - 1 : null,
    total,
    truncated: paths.length < total,
    paths: paths.map(({ nodes, links }) => ({
      nodes: nodes.map(([id, name, labels], position) => ({ id, kind: kindOf(labels), name, position })),
      links: links.map(([position, id, type, start, end, role, level, since, until, source]) => ({
        position,
        id,
        type,
        start,
        end,
        role,
        level,
        since,
        until,
        source,
      })),
    })),
  }
}
