import { levels, type Level } from '../levels.ts'
import { parentsFirst } from '../order.ts'

/** An initiative of a family, as flat as it is asked for. */
export type KinRow = {
  id: string
  name: string
  startedOn: string | null
  isOver?: boolean
  parents: readonly { id: string; level: Level }[]
}
/** A row of a small tree: one initiative, or several of the same parent, year and level that nobody came from. */
export type Kin = {
  row: KinRow
  /** How it came from its main parent; null for who came from nobody. */
  level: Level | null
  parent: Kin | null
  others: { parent: Kin; level: Level }[]
  children: Kin[]
  /** How many initiatives this row stands for. */
  count: number
  /** How many hang below it that are not drawn. */
  hidden: number
}

/** The links of a family put to its rows, as `dissemination` answers them. */
export function kinRows(
  initiatives: readonly {
    id: string
    name: string
    startedOn: string | null
    endedOn?: string | null
    status?: string | null
  }[],
  links: readonly { child: string; parent: string; level: Level }[],
): KinRow[] {
  const parents = new Map<string, { id: string; level: Level }[]>()
  for (const { child, parent, level } of links)
    parents.set(child, [...(parents.get(child) ?? []), { id: parent, level }])
  return initiatives.map(({ id, name, startedOn, endedOn, status }) => ({
    id,
    name,
    startedOn,
    isOver: Boolean(endedOn) || status === 'ENDED' || status === 'ABANDONED',
    parents: parents.get(id) ?? [],
  }))
}

const unknown = '~'
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byAge = (a: Kin, b: Kin) =>
  compare(a.row.startedOn ?? unknown, b.row.startedOn ?? unknown) || compare(a.row.id, b.row.id)

/** The roots of a family, largest first: each hangs under the parent of the highest level, of several the oldest. Linear. */
export function kinOf(rows: readonly KinRow[]): Kin[] {
  const all = new Map<string, Kin>()
  for (const row of rows)
    all.set(row.id, { row, level: null, parent: null, others: [], children: [], count: 1, hidden: 0 })
  for (const kin of all.values()) {
    const ups = kin.row.parents.flatMap(({ id, level }) => {
      const parent = all.get(id)
      return parent && parent !== kin ? [{ parent, level }] : []
    })
    const [main, ...others] = ups.toSorted(
      (a, b) => levels.indexOf(b.level) - levels.indexOf(a.level) || byAge(a.parent, b.parent),
    )
    if (!main) continue
    kin.level = main.level
    kin.parent = main.parent
    kin.others = others
    main.parent.children.push(kin)
  }
  for (const kin of all.values()) kin.children.sort(byAge)
  const roots = [...all.values()].filter(({ parent }) => !parent)
  const sizes = sizesOf(roots)
  return roots.toSorted((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || byAge(a, b))
}

/** How many initiatives a branch stands for, itself and what is hidden included. */
function sizesOf(roots: readonly Kin[]): Map<Kin, number> {
  const sizes = new Map<Kin, number>()
  for (const kin of parentsFirst(roots).toReversed())
    sizes.set(
      kin,
      kin.children.reduce((sum, child) => sum + (sizes.get(child) ?? 0), kin.count + kin.hidden),
    )
  return sizes
}

/** All that one came from and all that came from it, over every parent. */
export function lineageOf(roots: readonly Kin[], id: string): Set<Kin> {
  const order = parentsFirst(roots)
  const own = order.find(({ row }) => row.id === id)
  if (!own) return new Set()
  const above = new Set([own])
  for (const kin of above) for (const up of upsOf(kin)) above.add(up)
  const below = new Map<Kin, Kin[]>()
  for (const kin of order) for (const up of upsOf(kin)) below.set(up, [...(below.get(up) ?? []), kin])
  const under = new Set([own])
  for (const kin of under) for (const child of below.get(kin) ?? []) under.add(child)
  return new Set([...above, ...under])
}

const upsOf = ({ parent, others }: Kin): Kin[] => [
  ...(parent ? [parent] : []),
  ...others.map((other) => other.parent),
]

/**
 * A family in at most `most` rows, as far as that goes without losing the way to `kept`: first those of one parent, year
 * and level from which nobody came stand in one row, then the last generations are only counted.
 */
export function foldedKin(roots: readonly Kin[], most: number, kept?: string): Kin[] {
  if (parentsFirst(roots).length <= most) return [...roots]
  const gathered = roots.map((root) => gatheredUnder(root, null, kept))
  const order = parentsFirst(gathered)
  if (order.length <= most) return gathered
  const depths = new Map<Kin, number>()
  const counts: number[] = []
  for (const kin of order) {
    const depth = kin.parent ? (depths.get(kin.parent) ?? 0) + 1 : 0
    depths.set(kin, depth)
    counts[depth] = (counts[depth] ?? 0) + 1
  }
  let last = 0
  let rows = counts[0] ?? 0
  while (last + 1 < counts.length && rows + (counts[last + 1] ?? 0) <= most) rows += counts[++last] ?? 0
  const sizes = sizesOf(gathered)
  const way = new Set<Kin>()
  for (let kin = order.find(({ row }) => row.id === kept) ?? null; kin; kin = kin.parent) way.add(kin)
  for (const kin of order) {
    if ((depths.get(kin) ?? 0) < last) continue
    const gone = kin.children.filter((child) => !way.has(child))
    kin.hidden += gone.reduce((sum, child) => sum + (sizes.get(child) ?? 0), 0)
    kin.children = kin.children.filter((child) => way.has(child))
  }
  return gathered
}

function gatheredUnder(kin: Kin, parent: Kin | null, kept: string | undefined): Kin {
  const copy: Kin = { ...kin, parent, others: [], children: [] }
  const groups = new Map<string, Kin>()
  for (const child of kin.children) {
    const isAlone = child.children.length > 0 || child.row.id === kept
    const key = isAlone ? child.row.id : `${child.level} ${child.row.startedOn?.slice(0, 4) ?? unknown}`
    const group = groups.get(key)
    if (group) group.count += 1
    else groups.set(key, gatheredUnder(child, copy, kept))
  }
  copy.children = [...groups.values()]
  return copy
}
