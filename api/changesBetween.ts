import { refusal } from './errors.ts'
import { rows, type Read } from './read.ts'
import { givenStatement } from './statements.ts'

type Row = { total: number; kind: string; other: string | null; otherName: string | null }
type Arguments = { from: string; to: string; first: number }

const changes = givenStatement('queries/Query.changesBetween.cypher')

/** The rows of `Query.changesBetween`; throws when the period ends before it begins. */
export async function changesBetween(_: unknown, args: Arguments, { read }: { read: Read }) {
  const { from, to } = args
  if (to < from && !from.startsWith(to))
    throw refusal('INVALID', `The period ends (${to}) before it begins (${from}): exchange the two dates.`)
  const found = await rows<Row>(read, changes, args)
  const total = found[0]?.total ?? 0
  return {
    total,
    truncated: found.length < total,
    changes: found.map(({ other, otherName, ...change }) =>
      change.kind === 'REPLICATION_BEGUN'
        ? { ...change, parent: other, parentName: otherName }
        : { ...change, partner: other, partnerName: otherName },
    ),
  }
}
