import { Grid } from './grid.ts'
import { isInside } from '../../drawing/inside.ts'
import { corners, tenth, type Point, type Rect } from './hulls.ts'
import { boxOf, contains, crosses, overlap, type Line } from './rects.ts'
import type { LabelText } from './wording.ts'

/** A mark that wants its name beside it, with the wordings it accepts, best first. */
export type Wish = {
  id: string
  at: Point
  /** How far the mark reaches from its middle. */
  reach: number
  texts: LabelText[]
  /** Names of a higher rank are placed first. */
  rank: number
  /** A name that costs as much as this is left out. */
  patience: number
  /** How far away its name may stand rather than be left out. */
  farthest: number
  group: string | null
  badge: Rect | null
}

export type Obstacles = {
  marks: { id: string; box: Rect }[]
  badges: Rect[]
  lines: Line[]
  hulls: Contour[]
  bounds: Rect
}

export type Contour = { group: string; polygon: Point[] }

export type Placed = {
  id: string
  box: Rect
  anchor: 'start' | 'middle' | 'end'
  text: LabelText
  /** A thin line to the mark, when the name stands away from it. */
  leader: string | null
  /** Where the text hangs, and the baseline of its first line. */
  x: number
  y: number
}

const gap = 5

const air = 2

const rings = [0, 14, 28, 44, 64, 90]

type Block = { box: Rect; id: string | null }

/** Places at most `most` names so that none touches another name, a mark or a badge; who finds no place goes without. */
export function placeLabels(
  wishes: readonly Wish[],
  obstacles: Obstacles,
  most = Infinity,
): Map<string, Placed> {
  const placed = new Map<string, Placed>()
  const taken = new Grid<Block>(obstacles.marks)
  for (const box of obstacles.badges) taken.add({ box, id: null })
  const ordered = [...wishes].sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))
  for (const wish of ordered) {
    if (placed.size >= most) break
    const best = bestPlace(wish, obstacles, taken)
    if (!best) continue
    placed.set(wish.id, best)
    taken.add({ box: best.box, id: null })
  }
  return placed
}

function bestPlace(wish: Wish, obstacles: Obstacles, taken: Grid<Block>): Placed | null {
  const angles = candidateAngles(wish, obstacles.lines)
  const isOwn = ({ id }: Block) => id === wish.id
  for (const text of wish.texts) {
    let best: Candidate | null = null
    let least = wish.patience
    const far = wish.reach + text.width + gap * 3 + wish.farthest + (wish.badge?.width ?? 0)
    const near = { x: wish.at.x - far, y: wish.at.y - far, width: far * 2, height: far * 2 }
    const lines = obstacles.lines.filter((line) => overlap(boxOf(line), near))
    let index = 0
    for (const away of rings) {
      if (away > wish.farthest) break
      for (const angle of angles) {
        let cost = index * 0.02 + away * 0.1
        index += 1
        if (cost >= least) continue
        const box = boxAt(wish, text, angle, away)
        if (!contains(obstacles.bounds, box) || taken.isTaken(box, air, isOwn)) continue
        for (const line of lines) if (crosses(line, box)) cost += line.ends.includes(wish.id) ? 2.4 : 1
        for (const hull of obstacles.hulls) {
          if (hull.group === wish.group) continue
          for (const corner of corners(box)) if (isInside(hull.polygon, corner)) cost += 0.5
        }
        if (cost >= least) continue
        least = cost
        best = { angle, away, box }
      }
    }
    if (best) return placedAt(wish, text, best)
  }
  return null
}

const compass = [0, Math.PI, Math.PI / 2, -Math.PI / 2, 0.6, Math.PI - 0.6, -0.6, Math.PI + 0.6]

/** Eight around the mark, then five in the widest gap between its own lines. */
function candidateAngles(wish: Wish, lines: readonly Line[]): number[] {
  const own = lines
    .flatMap(({ from, to, ends }) => {
      const index = ends.indexOf(wish.id)
      if (index < 0) return []
      const [here, there] = index === 0 ? [from, to] : [to, from]
      return [Math.atan2(there.y - here.y, there.x - here.x)]
    })
    .sort((a, b) => a - b)
  if (own.length === 0) return compass
  let middle = 0
  let widest = -1
  own.forEach((angle, index) => {
    const next = own[index + 1] ?? (own[0] ?? 0) + Math.PI * 2
    if (next - angle <= widest) return
    widest = next - angle
    middle = angle + widest / 2
  })
  const spread = Math.min(widest * 0.3, 0.9)
  const inGap = [0, 0.5, -0.5, 1, -1].map((part) => middle + part * spread)
  return own.length === 1 ? [...compass, ...inGap] : [...inGap.slice(0, 1), ...compass, ...inGap.slice(1)]
}

type Candidate = { angle: number; away: number; box: Rect }

/** How far to the side and down a text hangs from its mark, -1 to 1. */
const leaning = (angle: number) => ({
  side: Math.max(-1, Math.min(1, Math.cos(angle) * 1.5)),
  rise: Math.max(-1, Math.min(1, Math.sin(angle) * 1.3)),
})

function boxAt({ at, reach, badge }: Wish, { width, height }: LabelText, angle: number, away: number): Rect {
  const { side, rise } = leaning(angle)
  const distance = reach + gap + away
  const isBesideBadge = badge && badge.x > at.x && badge.y < at.y && side > 0.2 && rise < 0.6
  const across = distance + (isBesideBadge ? badge.width - 4 : 0)
  const x = at.x + Math.cos(angle) * across + (side * width) / 2
  const y = at.y + Math.sin(angle) * distance + (rise * height) / 2
  return { x: tenth(x - width / 2), y: tenth(y - height / 2), width, height }
}

function placedAt(wish: Wish, text: LabelText, { angle, away, box }: Candidate): Placed {
  const { side } = leaning(angle)
  const anchor = side > 0.4 ? 'start' : side < -0.4 ? 'end' : 'middle'
  const x = { start: box.x, middle: box.x + box.width / 2, end: box.x + box.width }[anchor]
  return {
    id: wish.id,
    box,
    anchor,
    text,
    x: tenth(x),
    y: tenth(box.y + text.size * 0.95),
    leader: away > 20 ? leader() : null,
  }

  function leader() {
    const rim = {
      x: wish.at.x + Math.cos(angle) * (wish.reach + 1),
      y: wish.at.y + Math.sin(angle) * (wish.reach + 1),
    }
    const end = {
      x: Math.max(box.x, Math.min(box.x + box.width, rim.x)),
      y: Math.max(box.y, Math.min(box.y + box.height, rim.y)),
    }
    return `M${tenth(rim.x)},${tenth(rim.y)}L${tenth(end.x)},${tenth(end.y)}`
  }
}
