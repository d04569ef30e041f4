import { onlyLineage, type Rows } from './family.ts'
import { without } from './filters.ts'
import type { InitiativeRow, LinkRow } from './query.ts'

/** Where the family begins: the initiative that is furthest above the one asked for. */
export function originOf({ initiatives }: Rows): InitiativeRow | undefined {
  return initiatives.reduce<InitiativeRow | undefined>(
    (first, row) => (row.generation < (first?.generation ?? 0) ? row : first),
    undefined,
  )
}

/** The name of the family that starts at an initiative, else its own. */
export function nameOfFamily({ initiatives }: Rows, id: string): string {
  const row = initiatives.find((one) => one.id === id)
  return row?.familyName ?? row?.name ?? ''
}

export type Shown = {
  /** The one whose lineage alone is shown. */
  lineage: InitiativeRow | undefined
  /** Before anything is left out: what the legend counts. */
  reduced: Rows
  rows: Rows
}

/** What is left of an answer once it is reduced to a lineage and filtered. */
export function shownOf(
  answer: Rows,
  lineage: string | null,
  hidden: Iterable<string>,
  asked: string,
): Shown {
  const subject = answer.initiatives.find(({ id }) => id === lineage)
  const reduced = subject ? onlyLineage(answer, subject.id) : answer
  return { lineage: subject, reduced, rows: without(reduced, new Set(hidden), asked) }
}

export const idsOf = ({ initiatives }: Rows): ReadonlySet<string> => new Set(initiatives.map(({ id }) => id))

/** What is selected: the initiative, and the replication that is told of it. */
export type Chosen = { row: InitiativeRow; link: LinkRow | null; others: LinkRow[] }

/** An id of an initiative or of a link as what is told of it; of an initiative, its main replication. */
export function chosenOf(
  { initiatives, links }: Rows,
  id: string | undefined,
  mainLink: (initiative: string) => LinkRow | null | undefined,
): Chosen | undefined {
  if (!id) return undefined
  const own = links.find((link) => link.id === id)
  const row = initiatives.find((one) => one.id === (own?.child ?? id))
  if (!row) return undefined
  const link = own ?? mainLink(row.id) ?? null
  return { row, link, others: links.filter(({ child, id }) => child === row.id && id !== link?.id) }
}
