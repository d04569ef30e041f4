import { levels } from '../drawing/levels.ts'
import { familyOf, isOver, type Rows } from './family.ts'
import type { InitiativeRow, LinkRow } from './query.ts'

/** What a person can leave out besides levels and modes: ended ones, those without a year, other parents. */
export const states = ['ended', 'undated', 'others'] as const
export type State = (typeof states)[number]

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

/** A child hangs under one parent: all its links but one lead to others. */
function otherLinkCount({ initiatives, links }: Rows): number {
  const there = new Set(initiatives.map(({ id }) => id))
  const within = links.filter(({ child, parent }) => there.has(child) && there.has(parent))
  return within.length - new Set(within.map(({ child }) => child)).size
}

/** What can be left out, how many of each there are; a level or a mode that nobody has is not offered. */
export function countsOf(rows: Rows): { name: string; count: number }[] {
  const modes = new Map<string, number>()
  for (const { mode } of rows.links) if (mode) modes.set(mode, (modes.get(mode) ?? 0) + 1)
  const count = (name: string, number: number) => (number > 0 ? [{ name, count: number }] : [])
  return [
    ...levels.flatMap((level) => count(level, rows.links.filter((link) => link.level === level).length)),
    ...[...modes].toSorted(([a], [b]) => a.localeCompare(b)).flatMap(([mode, number]) => count(mode, number)),
    ...count('ended', rows.initiatives.filter(isOver).length),
    ...count('undated', rows.initiatives.filter(({ startedOn }) => startedOn === null).length),
    ...count('others', otherLinkCount(rows)),
  ]
}
