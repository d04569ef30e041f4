import { round } from '../../drawing/yearLine.ts'
import type { Entry } from '../folds.ts'
import { corner, type Placed } from './marks.ts'

/** The way from a parent to a child: a stem down or up from the parent, then an arm along the child's row. */
export type Arm = {
  parent: Placed
  child: Placed
  /** Where the stem turns into the corner, and the corner's radius. */
  turn: number
  radius: number
  /** Where the arm itself begins and ends. */
  from: number
  until: number
}
export type Stem = { parent: Placed; x: number; top: number; bottom: number; arms: Arm[] }

/** An arm for each child by its row, a stem for each parent; says each row's generation on its way from the roots. */
export function armsOf(
  order: readonly Entry[],
  placed: ReadonlyMap<Entry, Placed>,
): { arms: (Arm | undefined)[]; stems: Stem[] } {
  const arms = Array.from<Arm | undefined>({ length: placed.size })
  const stems: Stem[] = []
  for (const entry of order) {
    const parent = placed.get(entry)
    if (!parent || entry.children.length === 0) continue
    let top = parent.y
    let bottom = parent.y
    const own: Arm[] = []
    for (const one of entry.children) {
      const child = placed.get(one)
      if (!child) continue
      child.depth = parent.depth + 1
      const arm = armTo(parent, child)
      arms[child.row] = arm
      own.push(arm)
      top = Math.min(top, arm.turn)
      bottom = Math.max(bottom, arm.turn)
    }
    stems.push({ parent, x: parent.x, top, bottom, arms: own })
  }
  return { arms, stems }
}

function armTo(parent: Placed, child: Placed): Arm {
  const down = child.y >= parent.y ? 1 : -1
  const until = child.x - child.radius
  const radius = Math.max(0, Math.min(corner, (until - parent.x) * 0.7, Math.abs(child.y - parent.y) / 2))
  return { parent, child, turn: child.y - down * radius, radius, from: parent.x + radius, until }
}

/** The corner and the arm, which carry the level; with `isWhole` the stem before them too. */
export function armPath({ parent, child, turn, radius, until }: Arm, isWhole = false): string {
  const start = isWhole ? `${round(parent.y)}V${round(turn)}` : round(turn)
  const bend = `${round(parent.x)},${round(child.y)} ${round(parent.x + radius)},${round(child.y)}`
  return `M${round(parent.x)},${start}Q${bend}H${round(until)}`
}

/** Where an arm is notched: once for each element that was adapted or left, as far as there is room. */
export function notchesOf({ child: { entry }, from, until }: Arm): number[] {
  const { link } = entry.member
  if (!link || entry.isGroup) return []
  const wanted = Math.min(6, link.adapted + link.dropped)
  const room = Math.floor((until - from - 5) / 6)
  return Array.from({ length: Math.max(0, Math.min(wanted, room)) }, (_, at) => until - 4 - at * 6)
}
