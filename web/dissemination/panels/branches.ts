import { levels } from '../../drawing/levels.ts'
import { countryOf, lineageOf, type Rows } from '../family.ts'
import type { InitiativeRow, Level } from '../query.ts'

/** An initiative and all that came from it, by whatever way. */
export type Branch = {
  row: InitiativeRow
  size: number
  countries: number
  levels: { level: Level; count: number }[]
  kept: number
  adapted: number
  dropped: number
  added: number
  ended: number
  from: string | null
  until: string | null
}
export type Branches = {
  first: Branch
  second: Branch
  /** Those that both came from, and those that came from both. */
  shared: InitiativeRow[]
  marks: ReadonlyMap<string, 'first' | 'second' | 'both'>
}

/** Two branches of a family side by side; nothing when one of them is not there. */
export function branchesOf(rows: Rows, first: string, second: string): Branches | null {
  const one = branchOf(rows, first)
  const other = branchOf(rows, second)
  if (!one || !other) return null
  const [left, right] = [below(rows, first), below(rows, second)]
  const above = lineageOf(rows.links, [second])
  const shared = new Set([...lineageOf(rows.links, [first])].filter((id) => above.has(id)))
  const marks = new Map<string, 'first' | 'second' | 'both'>()
  for (const id of [...shared, ...left, ...right]) {
    const [isLeft, isRight] = [left.has(id), right.has(id)]
    marks.set(id, isLeft === isRight ? 'both' : isLeft ? 'first' : 'second')
  }
  return {
    first: one,
    second: other,
    shared: rows.initiatives.filter(({ id }) => marks.get(id) === 'both'),
    marks,
  }
}

function below({ links }: Rows, id: string): Set<string> {
  return lineageOf(
    links.map((link) => ({ ...link, child: link.parent, parent: link.child })),
    [id],
  )
}

function branchOf(rows: Rows, id: string): Branch | null {
  const row = rows.initiatives.find((one) => one.id === id)
  if (!row) return null
  const ids = below(rows, id)
  const members = rows.initiatives.filter((one) => ids.has(one.id))
  const within = rows.links.filter(({ child, parent }) => ids.has(child) && ids.has(parent))
  const own = rows.links.filter(({ child }) => child === id)
  const sum = (name: 'kept' | 'adapted' | 'dropped') => own.reduce((total, link) => total + link[name], 0)
  const years = members.flatMap(({ startedOn }) => startedOn?.slice(0, 4) ?? []).toSorted()
  return {
    row,
    size: members.length,
    countries: new Set(members.flatMap((one) => countryOf(one) ?? [])).size,
    levels: levels.flatMap((level) => {
      const count = within.filter((link) => link.level === level).length
      return count > 0 ? [{ level, count }] : []
    }),
    kept: sum('kept'),
    adapted: sum('adapted'),
    dropped: sum('dropped'),
    added: row.added,
    ended: members.filter(({ endedOn }) => endedOn !== null).length,
    from: years[0] ?? null,
    until: years.at(-1) ?? null,
  }
}
