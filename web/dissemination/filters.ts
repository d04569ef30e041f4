import { familyOf, isOver, type Rows } from './family.ts'
import type { InitiativeRow, LinkRow } from './query.ts'

const isHidden = (row: InitiativeRow, hidden: ReadonlySet<string>) =>
  (hidden.has('ended') && isOver(row)) || (hidden.has('undated') && row.startedOn === null)

/**
 * The rows without some levels, modes or states. Whoever then hangs on nothing goes too, but never the one asked for;
 * an initiative that something shown came from stays, so that no branch loses its way.
 */
export function without(rows: Rows, hidden: ReadonlySet<string>, asked: string): Rows {
  if (hidden.size === 0) return rows
  const others = hidden.has('others') ? otherLinks(rows) : new Set<LinkRow>()
  let links = rows.links.filter(
    (link) => !hidden.has(link.level) && !(link.mode && hidden.has(link.mode)) && !others.has(link),
  )
  const isCut = links.length < rows.links.length
  const linked = new Set(links.flatMap((link) => [link.child, link.parent]))
  const kept = new Map(
    rows.initiatives.flatMap((row) =>
      !isCut || linked.has(row.id) || row.id === asked ? [[row.id, row]] : [],
    ),
  )

  const below = new Map<string, number>()
  const above = new Map<string, string[]>()
  for (const { child, parent } of links) {
    below.set(parent, (below.get(parent) ?? 0) + 1)
    above.set(child, [...(above.get(child) ?? []), parent])
  }
  const leaving = [...kept.values()].filter((row) => !below.get(row.id))
  for (let row = leaving.pop(); row; row = leaving.pop()) {
    if (row.id === asked || !isHidden(row, hidden)) continue
    kept.delete(row.id)
    for (const parent of above.get(row.id) ?? []) {
      const left = (below.get(parent) ?? 0) - 1
      below.set(parent, left)
      const next = kept.get(parent)
      if (left === 0 && next) leaving.push(next)
    }
  }
  links = links.filter(({ child, parent }) => kept.has(child) && kept.has(parent))
  return { initiatives: [...kept.values()], links }
}

function otherLinks(rows: Rows): Set<LinkRow> {
  return new Set([...familyOf(rows).members.values()].flatMap(({ others }) => others))
}
