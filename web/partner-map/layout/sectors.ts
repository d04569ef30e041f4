import type { Positions } from '../picture/drawn.ts'
import type { Point } from '../picture/hulls.ts'
import type { Mark, Network } from '../network.ts'

/** What one came for stands in the middle, unless it is a crowd. */
export function centres(marks: readonly Mark[]): Mark[] {
  const focuses = marks.filter((mark) => mark.isFocus)
  return focuses.length <= 4 ? focuses : []
}

export function centreOf(index: number, count: number, half: Point): Point {
  if (count === 1) return { x: 0, y: 0 }
  const angle = Math.PI + (index / count) * Math.PI * 2
  return { x: Math.cos(angle) * half.x * 0.36, y: Math.sin(angle) * half.y * 0.36 }
}

/** Families get sectors around the middle, in proportion to the root of their members; the seed shuffles them. */
export function groupAnchors(marks: readonly Mark[], half: Point, random: () => number): Map<string, Point> {
  const members = new Map<string, number>()
  for (const { group } of marks) if (group) members.set(group, (members.get(group) ?? 0) + 1)
  const centred = new Set(centres(marks).map((mark) => mark.group))
  const order = [...members]
    .filter(([group]) => !centred.has(group))
    .map(([group, count]) => ({ group, share: Math.sqrt(count), turn: random() }))
    .sort((a, b) => a.turn - b.turn)
  const whole = order.reduce((sum, { share }) => sum + share, 0) || 1
  const anchors = new Map<string, Point>()
  for (const group of centred) if (group) anchors.set(group, { x: 0, y: 0 })
  let angle = random() * Math.PI * 2
  for (const { group, share } of order) {
    const sector = (share / whole) * Math.PI * 2
    const middle = angle + sector / 2
    const isOnly = order.length === 1 && anchors.size === 0
    anchors.set(
      group,
      isOnly ? { x: 0, y: 0 } : { x: Math.cos(middle) * half.x * 0.64, y: Math.sin(middle) * half.y * 0.62 },
    )
    angle += sector
  }
  return anchors
}

/** What an opened node brings goes to the rest of its group, or to a free side of the node, as the seed says. */
export function openedAnchors(network: Network, kept: Positions, random: () => number): Map<string, Point> {
  const anchors = new Map<string, Point>()
  const places = new Map<string, Point[]>()
  for (const { id, group } of network.marks) {
    const at = kept.get(id)
    if (group && at) places.set(group, [...(places.get(group) ?? []), at])
  }
  for (const { id, group } of network.marks) {
    if (!group || anchors.has(group)) continue
    const own = places.get(group)
    if (own) {
      anchors.set(group, mean(own))
      continue
    }
    const from = network.ties
      .flatMap((tie) => (tie.initiative === id ? [tie.partner] : tie.partner === id ? [tie.initiative] : []))
      .map((other) => kept.get(other))
      .find((at) => at !== undefined) ?? { x: 0, y: 0 }
    const angle = Math.atan2(from.y, from.x) + (random() - 0.5) * Math.PI * 1.3
    const distance = 130 + random() * 460
    anchors.set(group, {
      x: from.x + Math.cos(angle) * distance * 1.2,
      y: from.y + Math.sin(angle) * distance * 0.8,
    })
  }
  return anchors
}

const mean = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})
