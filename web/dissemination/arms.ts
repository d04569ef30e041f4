import type { Entry } from './folds.ts'
import { corner, type Placed } from './marks.ts'
import { round } from './time.ts'

/** The way from a parent to a child: a stem down or up from the parent, then an arm along the child's row. */
export type Arm = {
  parent: Placed
  child: Placed
  /** The corner and the arm, which carry the level. */
  path: string
  /** Stem and arm: the whole way. */
  whole: string
  from: number
  until: number
}
export type Stem = { parent: Placed; x: number; top: number; bottom: number }

/** An arm for each child, a stem for each parent; says each row's generation on its way from the roots. */
export function armsOf(
  order: readonly Entry[],
  placed: ReadonlyMap<Entry, Placed>,
): { arms: Arm[]; stems: Stem[] } {
  const arms: Arm[] = []
  const stems: Stem[] = []
  for (const entry of order) {
    const parent = placed.get(entry)
    if (!parent || entry.children.length === 0) continue
    let top = parent.y
    let bottom = parent.y
    for (const one of entry.children) {
      const child = placed.get(one)
      if (!child) continue
      child.depth = parent.depth + 1
      const arm = armTo(parent, child)
      arms.push(arm)
      top = Math.min(top, arm.turn)
      bottom = Math.max(bottom, arm.turn)
    }
    stems.push({ parent, x: parent.x, top, bottom })
  }
  return { arms, stems }
}

/** Where an arm is notched: once for each element that was adapted or left, as far as there is room. */
export function notchesOf({ child: { entry }, from, until }: Arm): number[] {
  const { link } = entry.member
  if (!link || entry.isGroup) return []
  const wanted = Math.min(6, link.adapted + link.dropped)
  const room = Math.floor((until - from - 5) / 6)
  return Array.from({ length: Math.max(0, Math.min(wanted, room)) }, (_, at) => until - 4 - at * 6)
}

function armTo(parent: Placed, child: Placed): Arm & { turn: number } {
  const down = child.y >= parent.y ? 1 : -1
  const end = child.x - child.radius
  const radius = Math.max(0, Math.min(corner, (end - parent.x) * 0.7, Math.abs(child.y - parent.y) / 2))
  const turn = child.y - down * radius
  const bend = `Q${round(parent.x)},${round(child.y)} ${round(parent.x + radius)},${round(child.y)}H${round(end)}`
  return {
    parent,
    child,
    path: `M${round(parent.x)},${round(turn)}${bend}`,
    whole: `M${round(parent.x)},${round(parent.y)}V${round(turn)}${bend}`,
    from: parent.x + radius,
    until: end,
    turn,
  }
}
