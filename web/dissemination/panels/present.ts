import { hadBegun } from '../../drawing/time.ts'
import { parentsOf, type Rows } from '../family.ts'

/**
 * The ids of the initiatives that had begun on a date; nothing without a date, when all are there.
 * Who has no date may have begun, but not before any of those it came from.
 */
export function presentOn({ initiatives, links }: Rows, on: string | null): ReadonlySet<string> | null {
  if (!on) return null
  const came = new Set(links.map(({ child }) => child))
  const undated = new Set(initiatives.flatMap(({ id, startedOn }) => (startedOn ? [] : [id])))
  const begun = initiatives.filter(({ id, startedOn }) =>
    startedOn ? hadBegun(startedOn, on) : !came.has(id),
  )
  const below = parentsOf(links.map(({ child, parent }) => ({ child: parent, parent: child })))
  const present = new Set(begun.map(({ id }) => id))
  for (const id of present)
    for (const child of below.get(id) ?? []) if (undated.has(child)) present.add(child)
  return present
}

/** The rows as they stood on a date: what began later is left out, unknown dates stay where they may. */
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
