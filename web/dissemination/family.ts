import { levels } from '../drawing/levels.ts'
import { lastDay } from '../drawing/time.ts'
import { emptyYears, yearsOf, type Years } from '../drawing/yearLine.ts'
import type { InitiativeRow, LinkRow } from './query.ts'

export type Rows = { initiatives: readonly InitiativeRow[]; links: readonly LinkRow[] }

/** An initiative in its family: it hangs under one parent, its main one, and may have others. */
export type Member = {
  row: InitiativeRow
  link: LinkRow | null
  parent: Member | null
  others: LinkRow[]
  children: Member[]
  /** How many hang below it, whatever the generation. */
  descendants: number
  /** The same by the level at which they came, in the order of `levels`. */
  below: [number, number, number]
  depth: number
}
export type Family = {
  members: Map<string, Member>
  roots: Member[]
  years: Years | null
  /** Long times in which nothing began. */
  empty: Years[]
}

const unknown = '~'

/** The family as a forest: main parent = highest level, else the oldest, else the first written. Linear in rows and links. */
export function familyOf({ initiatives, links }: Rows): Family {
  const members = new Map<string, Member>()
  for (const row of initiatives)
    members.set(row.id, {
      row,
      link: null,
      parent: null,
      others: [],
      children: [],
      descendants: 0,
      below: [0, 0, 0],
      depth: 0,
    })

  const byChild = new Map<string, LinkRow[]>()
  for (const link of links) {
    if (!members.has(link.parent) || !members.has(link.child)) continue
    const list = byChild.get(link.child)
    if (list) list.push(link)
    else byChild.set(link.child, [link])
  }
  for (const [id, ups] of byChild) {
    const member = members.get(id)
    if (!member) continue
    const main = ups.reduce((best, link) => (comesBefore(link, best, members) ? link : best))
    member.link = main
    member.parent = members.get(main.parent) ?? null
    member.others = ups.filter((link) => link !== main)
    member.parent?.children.push(member)
  }

  const roots = [...members.values()].filter((member) => !member.parent)
  const inOrder = settle(roots)
  for (const member of inOrder.toReversed()) countIn(member.parent, member)
  for (const member of inOrder) if (member.children.length > 1) member.children = arranged(member, members)
  const dates = initiatives.map(({ startedOn }) => startedOn)
  return { members, roots: arrangedRoots(roots), years: yearsOf(dates), empty: emptyYears(dates) }
}

function countIn(parent: Member | null, { descendants, below, link }: Member) {
  if (!parent || !link) return
  parent.descendants += descendants + 1
  for (let at = 0; at < levels.length; at += 1)
    parent.below[at] = (parent.below[at] ?? 0) + (below[at] ?? 0) + (levels[at] === link.level ? 1 : 0)
}

function comesBefore(link: LinkRow, best: LinkRow, members: Family['members']): boolean {
  const higher = levels.indexOf(link.level) - levels.indexOf(best.level)
  if (higher !== 0) return higher > 0
  const date = (one: LinkRow) => members.get(one.parent)?.row.startedOn ?? unknown
  return date(link) < date(best)
}

/** Everything below the roots, parents first; what it doesn't reach (there should be no circle) is left out. */
function settle(roots: Member[]): Member[] {
  const seen = [...roots]
  for (let at = 0; at < seen.length; at += 1) {
    const member = seen[at]
    if (!member) break
    for (const child of member.children) {
      child.depth = member.depth + 1
      seen.push(child)
    }
  }
  return seen
}

const byAge = (a: Member, b: Member) =>
  compare(a.row.startedOn ?? unknown, b.row.startedOn ?? unknown) ||
  compare(a.row.name, b.row.name) ||
  compare(a.row.id, b.row.id)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Oldest first; but one that also came from inside a sibling's branch follows that sibling: most arcs then cross nothing. */
function arranged(parent: Member, members: Family['members']): Member[] {
  const sorted = parent.children.toSorted(byAge)
  if (sorted.every(({ others }) => others.length === 0)) return sorted
  const after = new Map<Member, Member[]>()
  const moved = new Set<Member>()
  for (const child of sorted)
    for (const link of child.others) {
      const sibling = ancestorUnder(members.get(link.parent), parent)
      if (!sibling || sibling === child || moved.has(child)) continue
      moved.add(child)
      after.set(sibling, [...(after.get(sibling) ?? []), child])
    }
  if (moved.size === 0) return sorted
  const result: Member[] = []
  const waiting = sorted.filter((child) => !moved.has(child)).toReversed()
  while (waiting.length > 0) {
    const child = waiting.pop()
    if (!child) break
    result.push(child)
    waiting.push(...(after.get(child) ?? []).toReversed())
  }
  return result
}

function ancestorUnder(from: Member | undefined, parent: Member): Member | null {
  let at = from ?? null
  while (at && at.parent !== parent) at = at.depth > parent.depth ? at.parent : null
  return at
}

/** The largest tree first; then the roots that only feed it, the latest nearest to it, undated ones last and nearest to what they feed. */
function arrangedRoots(roots: Member[]): Member[] {
  const [largest, ...rest] = roots.toSorted((a, b) => b.descendants - a.descendants || byAge(a, b))
  if (!largest) return []
  const fed = new Map<string, number>()
  const waiting = [largest, ...rest].reverse()
  for (let at = 0, member = waiting.pop(); member; at += 1, member = waiting.pop()) {
    for (const link of member.others) fed.set(link.parent, at)
    waiting.push(...member.children.toReversed())
  }
  const dated = rest.filter((root) => root.row.startedOn)
  const undated = rest.filter((root) => !root.row.startedOn)
  const byFed = (a: Member, b: Member) => (fed.get(b.row.id) ?? 0) - (fed.get(a.row.id) ?? 0) || byAge(a, b)
  return [largest, ...dated.toSorted((a, b) => byAge(b, a)), ...undated.toSorted(byFed)]
}

export type Parents = ReadonlyMap<string, readonly string[]>

/** All parents of each child. */
export function parentsOf(links: readonly Pick<LinkRow, 'child' | 'parent'>[]): Parents {
  const up = new Map<string, string[]>()
  for (const link of links) {
    const list = up.get(link.child)
    if (list) list.push(link.parent)
    else up.set(link.child, [link.parent])
  }
  return up
}

/** Initiatives and all that they came from, over every parent. */
export function lineageOf(links: readonly LinkRow[], ids: readonly string[]): Set<string> {
  return lineageIn(parentsOf(links), ids)
}

export function lineageIn(up: Parents, ids: readonly string[]): Set<string> {
  const seen = new Set(ids)
  for (const id of seen) for (const parent of up.get(id) ?? []) seen.add(parent)
  return seen
}

export function onlyLineage(rows: Rows, id: string): Rows {
  const kept = lineageOf(rows.links, [id])
  return {
    initiatives: rows.initiatives.filter((row) => kept.has(row.id)),
    links: rows.links.filter((link) => kept.has(link.child) && kept.has(link.parent)),
  }
}

export const isOver = (row: InitiativeRow): boolean =>
  row.status === 'ENDED' || row.status === 'ABANDONED' || row.endedOn !== null

/** Whether it had ended on a date; what ended nobody knows when is over on every date. */
export const wasOver = (row: InitiativeRow, on: string | null): boolean =>
  isOver(row) && (!on || !row.endedOn || lastDay(row.endedOn) <= lastDay(on))

/** The code of the country of a row: French codes say it by their scheme, the others by what lies around them. */
export function countryOf(row: InitiativeRow): string | null {
  const code = row.territoryCode
  if (!code) return null
  if (/^(cog|epci|dep|reg):/.test(code) || code === 'iso:FR') return 'France'
  return code.startsWith('iso:') ? row.territory : (row.territoryWithin ?? row.territory)
}
