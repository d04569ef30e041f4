import { firstDay, hadBegun, lastDay } from '../../drawing/time.ts'
import type { Rows } from '../family.ts'
import type { InitiativeRow } from '../query.ts'

const hadEnded = ({ endedOn }: InitiativeRow, on: string) =>
  endedOn !== null && lastDay(endedOn) <= lastDay(on)

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
