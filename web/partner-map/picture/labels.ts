import { Grid } from './grid.ts'
import { isInside } from '../../drawing/inside.ts'
import { corners, tenth, type Point, type Rect } from './hulls.ts'
import { isOn, wayOf } from './bends.ts'
import { boxOf, chord, contains, overlap, type Line } from './rects.ts'
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
  /** Its name is placed at any price: somebody chose it. */
  isSure: boolean
  /** Lines that find no way around its name stop at it and go on behind. */
  mayBreak?: boolean
  /** How far away its name may stand rather than be left out. */
  farthest: number
  group: string | null
  badge: Rect | null
}

export type Obstacles = {
  marks: readonly { id: string; box: Rect }[]
  badges: readonly Rect[]
  lines: readonly Line[]
  /** True where no name may lie on a line. */
  isStrict?: boolean
  /** True where every direction is tried, not only those that look best. */
  isThorough?: boolean
  hulls: readonly Contour[]
  bounds: Rect
}

export type Contour = { group: string; polygon: Point[] }

export type Placed = {
  id: string
  box: Rect
  anchor: 'start' | 'middle' | 'end'
  text: LabelText
  /** What it hides and what it leaves out of the name; 0 is free ground. */
  cost: number
  /** A thin line to the mark, when the name stands away from it. */
  leader: string | null
  /** The ground that this line takes. */
  spots: readonly Rect[]
  /** Where the text hangs, and the baseline of its first line. */
  x: number
  y: number
}

const gap = 5

const air = 2

const rings = [0, 14, 28, 44, 64, 90, 120]

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
  const lines = obstacles.lines.map((line) => ({ line, way: wayOf(line), box: boxOf(line) }))
  const ordered = [...wishes].sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))
  for (const wish of ordered) {
    if (placed.size >= most) break
    const best = bestPlace(wish, { ...obstacles, lines }, taken)
    if (!best) continue
    placed.set(wish.id, best)
    taken.add({ box: best.box, id: null })
    for (const box of best.spots) taken.add({ box, id: null })
  }
  return placed
}

// A line of others may bend around a name: the less of it lies there, the less it has to.
const struck = (length: number, isOwn: boolean) => (isOwn ? 2 : 1.2) + length / 24
const narrower = 0.3
const dearLoss = 9

type Drawn = { line: Line; way: Point[]; box: Rect }
type Around = Omit<Obstacles, 'lines'> & { lines: readonly Drawn[] }

function bestPlace(wish: Wish, obstacles: Around, taken: Grid<Block>): Placed | null {
  const isRound = obstacles.isStrict || obstacles.isThorough
  const angles = [...candidateAngles(wish, obstacles.lines), ...(isRound ? round : [])]
  const isOwn = ({ id }: Block) => id === wish.id
  const isInTheWay = (spot: Rect) => taken.isTaken(spot, 1, isOwn)
  const isFree = (box: Rect) => contains(obstacles.bounds, box) && !taken.isTaken(box, air, isOwn)
  const widest = wish.texts.reduce((most, { width }) => Math.max(most, width), 0)
  const far = wish.reach + widest + gap * 3 + wish.farthest + (wish.badge?.width ?? 0)
  const near = { x: wish.at.x - far, y: wish.at.y - far, width: far * 2, height: far * 2 }
  const lines = obstacles.lines.filter(({ box }) => overlap(box, near))
  const hulls = obstacles.hulls.filter(({ group }) => group !== wish.group)
  const { isStrict } = obstacles
  // Every wording takes at least the ground of the narrowest and lowest: where that is not free, none is tried.
  const least = leastOf(wish.texts)
  const tried: boolean[] = []
  let best: (Candidate & { text: LabelText; cost: number }) | null = null
  let cheapest = wish.patience
  for (const [order, text] of wish.texts.entries()) {
    const worse = order * narrower + text.loss * dearLoss
    let index = 0
    for (const away of rings) {
      if (away > wish.farthest) break
      for (const angle of angles) {
        const liking = index * 0.02 + away * 0.1
        let cost = worse + liking
        const place = index
        index += 1
        if (cost >= cheapest) continue
        if (!(tried[place] ??= isFree(boxAt(wish, least, angle, away)))) continue
        const box = boxAt(wish, text, angle, away)
        if (!isFree(box)) continue
        for (const { line, way } of lines) {
          if (isStrict) {
            if (isOn(way, box, line.reach)) cost = Infinity
            continue
          }
          const length = chord(line, box)
          if (length !== null) cost += struck(length, line.ends.includes(wish.id))
        }
        if (cost >= cheapest) continue
        for (const { polygon } of hulls)
          for (const corner of corners(box)) if (isInside(polygon, corner)) cost += 0.5
        if (cost >= cheapest) continue
        if (!wish.isSure && leaderSpots(wish, angle, away, box).some(isInTheWay)) continue
        cheapest = cost
        best = { angle, away, box, text, cost: cost - liking }
      }
    }
  }
  return best && placedAt(wish, best)
}

const leastOf = (texts: readonly LabelText[]) => ({
  width: texts.reduce((least, { width }) => Math.min(least, width), Infinity),
  height: texts.reduce((least, { height }) => Math.min(least, height), Infinity),
})

const diagonal = 0.6
const steep = 1.1
const round = Array.from({ length: 24 }, (_, index) => (index * Math.PI) / 12)
const compass = [
  ...[0, Math.PI, Math.PI / 2, -Math.PI / 2],
  ...[diagonal, Math.PI - diagonal, -diagonal, Math.PI + diagonal],
  ...[steep, Math.PI - steep, -steep, Math.PI + steep],
]

/** Around the mark, then in the widest gaps between its own lines. */
function candidateAngles(wish: Wish, lines: readonly Drawn[]): number[] {
  const own = lines
    .filter(({ line }) => line.ends.includes(wish.id))
    .flatMap(({ line: { from, to, ends } }) => {
      const index = ends.indexOf(wish.id)
      const [here, there] = index === 0 ? [from, to] : [to, from]
      return [Math.atan2(there.y - here.y, there.x - here.x)]
    })
    .sort((a, b) => a - b)
  if (own.length === 0) return compass
  const gaps = own
    .map((angle, index) => {
      const width = (own[index + 1] ?? (own[0] ?? 0) + Math.PI * 2) - angle
      return { middle: angle + width / 2, width }
    })
    .sort((a, b) => b.width - a.width)
  const inGaps = gaps.slice(0, 3).flatMap(({ middle, width }) => {
    const spread = Math.min(width * 0.3, 0.9)
    return [0, 0.5, -0.5, 1, -1].map((part) => middle + part * spread)
  })
  return own.length === 1
    ? [...compass, ...inGaps.slice(0, 5)]
    : [...inGaps.slice(0, 1), ...compass, ...inGaps.slice(1)]
}

type Candidate = { angle: number; away: number; box: Rect }

/** How far to the side and down a text hangs from its mark, -1 to 1. */
const leaning = (angle: number) => ({
  side: Math.max(-1, Math.min(1, Math.cos(angle) * 1.5)),
  rise: Math.max(-1, Math.min(1, Math.sin(angle) * 1.3)),
})

function boxAt(
  { at, reach, badge }: Wish,
  { width, height }: Pick<LabelText, 'width' | 'height'>,
  angle: number,
  away: number,
): Rect {
  const { side, rise } = leaning(angle)
  const distance = reach + gap + away
  const isBesideBadge = badge && badge.x > at.x && badge.y < at.y && side > 0.2 && rise < 0.6
  const across = distance + (isBesideBadge ? badge.width - 4 : 0)
  const x = at.x + Math.cos(angle) * across + (side * width) / 2
  const y = at.y + Math.sin(angle) * distance + (rise * height) / 2
  return { x: tenth(x - width / 2), y: tenth(y - height / 2), width, height }
}

function placedAt(
  wish: Wish,
  { angle, away, box, text, cost }: Candidate & { text: LabelText; cost: number },
): Placed {
  const { side } = leaning(angle)
  const anchor = side > 0.4 ? 'start' : side < -0.4 ? 'end' : 'middle'
  const x = { start: box.x, middle: box.x + box.width / 2, end: box.x + box.width }[anchor]
  return {
    id: wish.id,
    box,
    anchor,
    text,
    cost,
    x: tenth(x),
    y: tenth(box.y + text.size * 0.95),
    leader: leaderPath(wish, angle, away, box),
    spots: leaderSpots(wish, angle, away, box),
  }
}

const leaderFrom = 20

/** The ends of the thin line between a mark and its name; null where the two are near each other. */
function leaderEnds({ at, reach }: Wish, angle: number, away: number, box: Rect): [Point, Point] | null {
  if (away <= leaderFrom) return null
  const rim = { x: at.x + Math.cos(angle) * (reach + 1), y: at.y + Math.sin(angle) * (reach + 1) }
  const end = {
    x: Math.max(box.x, Math.min(box.x + box.width, rim.x)),
    y: Math.max(box.y, Math.min(box.y + box.height, rim.y)),
  }
  return [rim, end]
}

function leaderPath(wish: Wish, angle: number, away: number, box: Rect): string | null {
  const ends = leaderEnds(wish, angle, away, box)
  return ends && `M${ends.map(({ x, y }) => `${tenth(x)},${tenth(y)}`).join('L')}`
}

function leaderSpots(wish: Wish, angle: number, away: number, box: Rect): Rect[] {
  const ends = leaderEnds(wish, angle, away, box)
  if (!ends) return []
  const [from, to] = ends
  const count = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 5)
  return Array.from({ length: count }, (_, index) => {
    const part = index / count
    const [x, y] = [from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part]
    return { x: x - 1, y: y - 1, width: 2, height: 2 }
  })
}
