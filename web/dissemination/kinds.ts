import { levels } from '../drawing/levels.ts'
import { wasOver, type Rows } from './family.ts'

/** A child hangs under one parent: all its links but one lead to others. */
function otherLinkCount({ initiatives, links }: Rows): number {
  const there = new Set(initiatives.map(({ id }) => id))
  const within = links.filter(({ child, parent }) => there.has(child) && there.has(parent))
  return within.length - new Set(within.map(({ child }) => child)).size
}

/** What can be left out, how many of each there are on a date or at all; a level or a mode that nobody has is not offered. */
export function countsOf(rows: Rows, on: string | null = null): { name: string; count: number }[] {
  const modes = new Map<string, number>()
  for (const { mode } of rows.links) if (mode) modes.set(mode, (modes.get(mode) ?? 0) + 1)
  const count = (name: string, number: number) => (number > 0 ? [{ name, count: number }] : [])
  return [
    ...levels.flatMap((level) => count(level, rows.links.filter((link) => link.level === level).length)),
    ...[...modes].toSorted(([a], [b]) => a.localeCompare(b)).flatMap(([mode, number]) => count(mode, number)),
    ...count('ended', rows.initiatives.filter((row) => wasOver(row, on)).length),
    ...count('undated', rows.initiatives.filter(({ startedOn }) => startedOn === null).length),
    ...count('others', otherLinkCount(rows)),
  ]
}
