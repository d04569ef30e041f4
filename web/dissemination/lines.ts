import type { Family, Member } from './family.ts'
import type { LinkRow } from './query.ts'

/** A line of the table: a replication, or whoever came from nobody. */
export type Line = { id: string; member: Member; link: LinkRow | null; from: string }

/** One line for each replication, and one for whoever came from nobody, in the order of the tree. */
export function linesOf({ roots, members }: Family): Line[] {
  const lines: Line[] = []
  const waiting = roots.toReversed()
  for (let member = waiting.pop(); member; member = waiting.pop()) {
    for (const link of member.link ? [member.link, ...member.others] : [null])
      lines.push({
        id: link?.id ?? member.row.id,
        member,
        link,
        from: link ? (members.get(link.parent)?.row.name ?? '') : '',
      })
    waiting.push(...member.children.toReversed())
  }
  return lines
}
