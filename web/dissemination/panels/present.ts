import { firstDay, lastDay } from '../../drawing/time.ts'
import type { Rows } from '../family.ts'
import type { InitiativeRow } from '../query.ts'

/** Whether something had begun on a date, each partial date standing for its whole span; what has no date had. */
export const hadBegun = (since: string | null, on: string): boolean =>
  since === null || firstDay(since) <= lastDay(on)

const hadEnded = ({ endedOn }: InitiativeRow, on: string) =>
  endedOn !== null && lastDay(endedOn) <= lastDay(on)

/** The ids of the initiatives that had begun on a date; nothing without a date, when all are there. */
export function presentOn({ initiatives }: Rows, on: string | null): ReadonlySet<string> | null {
  if (!on) return null
  return new Set(initiatives.filter(({ startedOn }) => hadBegun(startedOn, on)).map(({ id }) => id))
}

/** The rows as they stood on a date: what began later is left out, unknown dates stay. */
export function rowsOn(rows: Rows, on: string | null): Rows {
  const present = presentOn(rows, on)
  if (!present || !on) return rows
  return {
    initiatives: rows.initiatives.filter(({ id }) => present.has(id)),
    links: rows.links.filter(
      ({ child, parent, since }) => present.has(child) && present.has(parent) && hadBegun(since, on),
    ),
  }
}

export type Between = {
  appeared: InitiativeRow[]
  ended: InitiativeRow[]
  taken: Rows['links']
  /** Those without a date, of which nobody knows. */
  unknown: number
  /** There at the first date only, at the second only, or at both; nothing for those without a date. */
  marks: ReadonlyMap<string, 'first' | 'second' | 'both'>
}

/** What appeared, ended or was taken up after one date and up to another. */
export function between({ initiatives, links }: Rows, from: string, until: string): Between {
  const isNew = (since: string | null) => since !== null && !hadBegun(since, from) && hadBegun(since, until)
  const byStart = (a: InitiativeRow, b: InitiativeRow) =>
    firstDay(a.startedOn ?? '').localeCompare(firstDay(b.startedOn ?? '')) || a.name.localeCompare(b.name)
  const byEnd = (a: InitiativeRow, b: InitiativeRow) => (a.endedOn ?? '').localeCompare(b.endedOn ?? '')
  const marks = new Map<string, 'first' | 'second' | 'both'>()
  for (const row of initiatives) {
    if (row.startedOn === null) continue
    const first = hadBegun(row.startedOn, from) && !hadEnded(row, from)
    const second = hadBegun(row.startedOn, until) && !hadEnded(row, until)
    if (first || second) marks.set(row.id, first && second ? 'both' : first ? 'first' : 'second')
  }
  return {
    appeared: initiatives.filter(({ startedOn }) => isNew(startedOn)).toSorted(byStart),
    ended: initiatives.filter((row) => !hadEnded(row, from) && hadEnded(row, until)).toSorted(byEnd),
    taken: links.filter(({ since }) => isNew(since)),
    unknown: initiatives.filter(({ startedOn }) => startedOn === null).length,
    marks,
  }
}
