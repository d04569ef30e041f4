import { hadBegun } from '../../drawing/time.ts'
import type { Rows } from '../family.ts'

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
