import { rows, type Read } from './read.ts'
import { givenStatement } from './statements.ts'

type Row = { total: number }
type Arguments = Record<string, unknown>

const counts = givenStatement('queries/Query.territoryCounts.cypher')

/** The rows of `Query.territoryCounts`; none at all when no territory is inside, or when nobody recorded that one. */
export async function territoryCounts(_: unknown, args: Arguments, { read }: { read: Read }) {
  const territories = await rows<Row>(read, counts, args)
  const total = territories[0]?.total ?? 0
  return { total, truncated: territories.length < total, territories }
}
