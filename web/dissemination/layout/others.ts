import type { LinkRow } from '../query.ts'
import type { Placed } from './marks.ts'
import type { Tree } from './tree.ts'

/** A link to another parent than the main one, and the rows that it joins. */
export type Pair = { link: LinkRow; parent: Placed; child: Placed }

/** The links to other parents among the rows drawn, in reading order. */
export function otherLinks(tree: Tree): Pair[] {
  const children = tree.placed.filter(({ entry }) => !entry.isGroup && entry.member.others.length > 0)
  if (children.length === 0) return []
  const byId = new Map(tree.placed.map((one) => [one.entry.id, one]))
  return children.flatMap((child) =>
    child.entry.member.others.flatMap((link) => {
      const parent = byId.get(link.parent)
      return parent ? [{ link, parent, child }] : []
    }),
  )
}
