import type { Family, Member } from './family.ts'

/** A row of the picture: an initiative, or several that opened the same year, folded into one. */
export type Entry = {
  id: string
  member: Member
  /** Those folded into this row; one initiative otherwise. */
  folded: Member[]
  isGroup: boolean
  /** How many are hidden below it. */
  hidden: number
  parent: Entry | null
  children: Entry[]
}
export type FoldState = {
  /** Rows opened by hand; all of them with `all`. */
  open: ReadonlySet<string>
  /** Branches closed by hand; every group of the same year with `same-year`. */
  closed: ReadonlySet<string>
  /** Never folded: the one asked for and the one selected. */
  kept: readonly string[]
}

/** The folds as a text, equal for equal folds, and back. */
export const foldsText = ({ open, closed, kept }: FoldState): string =>
  JSON.stringify([[...open], [...closed], kept])
export function foldsOf(text: string): FoldState {
  const [open, closed, kept]: [string[], string[], string[]] = JSON.parse(text)
  return { open: new Set(open), closed: new Set(closed), kept }
}

/** Whether a row has something below it to open or to close. */
export const isOpenable = ({ children, hidden, isGroup }: Entry): boolean =>
  isGroup || hidden > 0 || children.length > 0

/** The folds after a person opens or closes a row. */
export function toggled(state: Pick<FoldState, 'open' | 'closed'>, entry: Entry) {
  const open = new Set(state.open)
  const closed = new Set(state.closed)
  if (entry.isGroup) open.add(entry.id)
  else if (closed.delete(entry.id)) open.add(entry.id)
  else if (entry.hidden > 0) open.add(entry.id)
  else {
    open.delete(entry.id)
    closed.add(entry.id)
  }
  return { open: [...open], closed: [...closed] }
}

/** A set with one thing more, or without it when it was there. */
export function flipped(set: ReadonlySet<string>, one: string): string[] {
  return set.has(one) ? [...set].filter((other) => other !== one) : [...set, one]
}

const manyRows = 30
const tooManyRows = 100
const arrivalRows = 60
const manySiblings = 6
const none: ReadonlyMap<Member, Member[]> = new Map()

/** The rows to draw. Beyond 30, childless siblings of one year share a row; beyond 100, far branches close down to about 60. */
export function foldedRows(
  family: Family,
  { open, closed, kept }: FoldState,
): { roots: Entry[]; rows: number } {
  const safe = new Set<Member>()
  for (const id of kept)
    for (let member = family.members.get(id) ?? null; member; member = member.parent) safe.add(member)
  const all = open.has('all')
  const groups = !all && (closed.has('same-year') || family.members.size > manyRows)
  const depth = all || family.members.size <= tooManyRows ? Infinity : arrivalDepth(family, groups, safe)

  let rows = 0
  const entry = (member: Member, parent: Entry | null, folded: Member[]): Entry => {
    rows += 1
    const isGroup = folded.length > 1
    return {
      id: isGroup ? groupId(member) : member.row.id,
      member,
      folded,
      isGroup,
      hidden: 0,
      parent,
      children: [],
    }
  }
  const roots = family.roots.map((root) => entry(root, null, [root]))
  const waiting = [...roots]
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    if (at.isGroup) continue
    const { member, id } = at
    const isFar = member.depth >= depth && !open.has(id) && member.descendants > 0
    if ((closed.has(id) || isFar) && !member.children.some((child) => safe.has(child))) {
      at.hidden = member.descendants
      continue
    }
    const folded = groups ? sameYear(member, safe, open) : none
    for (const child of member.children) {
      const siblings = folded.get(child) ?? [child]
      if (siblings[0] !== child) continue
      const next = entry(child, at, siblings)
      at.children.push(next)
      waiting.push(next)
    }
  }
  return { roots, rows }
}

function groupId(member: Member): string {
  return `${member.parent?.row.id}~${member.row.startedOn?.slice(0, 4) ?? ''}~${member.link?.level ?? ''}`
}

/** For each child that shares a row with siblings of its year and level, all of these. */
function sameYear(
  parent: Member,
  safe: ReadonlySet<Member>,
  open: ReadonlySet<string>,
): ReadonlyMap<Member, Member[]> {
  if (parent.children.length <= manySiblings) return none
  const groups = new Map<string, Member[]>()
  for (const child of parent.children) {
    const hasMoreToSay = child.children.length > 0 || child.others.length > 0 || child.row.endedOn
    if (hasMoreToSay || safe.has(child)) continue
    const key = groupId(child)
    if (open.has(key)) continue
    const list = groups.get(key)
    if (list) list.push(child)
    else groups.set(key, [child])
  }
  const many = [...groups.values()].filter((list) => list.length > manySiblings)
  return new Map(many.flatMap((list) => list.map((child) => [child, list] as const)))
}

/** The deepest generation that still leaves about 60 rows once what is deeper is closed. */
function arrivalDepth(family: Family, groups: boolean, safe: ReadonlySet<Member>): number {
  const perDepth: number[] = []
  for (const member of family.members.values()) {
    const grouped = groups ? sameYear(member, safe, new Set()) : none
    let rows = member.children.length - grouped.size
    rows += new Set(grouped.values()).size
    perDepth[member.depth + 1] = (perDepth[member.depth + 1] ?? 0) + rows
  }
  let total = family.roots.length
  for (let depth = 1; depth < perDepth.length; depth += 1) {
    total += perDepth[depth] ?? 0
    if (total > arrivalRows) return Math.max(1, depth - 1)
  }
  return Infinity
}
