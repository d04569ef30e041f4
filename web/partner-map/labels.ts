import { isInside, corners, tenth, type Point, type Rect } from './hulls.ts'

/** How wide a text is in pixels. */
export type Measure = (text: string, size: number, weight: number) => number

export type LabelText = { lines: string[]; width: number; height: number; size: number; weight: number }

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
export type Line = { from: Point; to: Point; ends: readonly [string, string] }
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

export const lineHeight = 1.22
const gap = 5
const air = 2
const rings = [0, 14, 28, 44, 64, 90]

/** Up to `most` letters; longer names lose words of their middle, or letters when the words are long. */
export function shorten(name: string, most: number): string {
  if (name.length <= most) return name
  const half = Math.floor((most - 1) / 2)
  const words = name.split(' ')
  const start = leading(words, half + 2)
  const end = leading(words.toReversed(), most - 1 - start.join(' ').length).toReversed()
  if (start.length === 0 || end.length === 0)
    return `${name.slice(0, Math.ceil((most - 1) / 2)).trim()}…${name.slice(name.length - half).trim()}`
  return `${start.join(' ')}…${end.join(' ')}`
}

function leading(words: readonly string[], most: number): string[] {
  let length = -1
  return words.slice(
    0,
    words.findIndex((word) => (length += word.length + 1) > most),
  )
}

/** One line, or two that are about as long as each other. */
export function balance(name: string, most: number): string[] {
  const short = shorten(name, most * 2)
  if (short.length <= most) return [short]
  const breaks = [...short.matchAll(/[ …-]/gu)].map((match) => match.index + (match[0] === ' ' ? 0 : 1))
  const middle = short.length / 2
  const best = breaks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]
  if (!best) return [short]
  return [short.slice(0, best).trim(), short.slice(best).trim()]
}

export function labelText(lines: string[], size: number, weight: number, measure: Measure): LabelText {
  const width = Math.max(...lines.map((line) => measure(line, size, weight)))
  return { lines, width, height: lines.length * size * lineHeight, size, weight }
}

/** Places names so that none touches another name, a mark or a badge; the ones that find no place are left out. */
export function placeLabels(wishes: readonly Wish[], obstacles: Obstacles): Map<string, Placed> {
  const placed = new Map<string, Placed>()
  const taken: Rect[] = [...obstacles.badges]
  const ordered = [...wishes].sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))
  for (const wish of ordered) {
    const best = bestPlace(wish, obstacles, taken)
    if (!best) continue
    placed.set(wish.id, best)
    taken.push(best.box)
  }
  return placed
}

function bestPlace(wish: Wish, obstacles: Obstacles, taken: readonly Rect[]): Placed | null {
  const angles = candidateAngles(wish, obstacles.lines)
  for (const text of wish.texts) {
    let best: Placed | null = null
    let least = wish.patience
    const far = wish.reach + text.width + gap * 3 + wish.farthest + (wish.badge?.width ?? 0)
    const near = { x: wish.at.x - far, y: wish.at.y - far, width: far * 2, height: far * 2 }
    const blocks = [
      ...obstacles.marks
        .filter((mark) => mark.id !== wish.id && overlap(mark.box, near))
        .map(({ box }) => box),
      ...taken.filter((box) => overlap(box, near)),
    ]
    const lines = obstacles.lines.filter((line) => overlap(boxOf(line), near))
    const tries = rings
      .filter((away) => away <= wish.farthest)
      .flatMap((away) => angles.map((angle) => ({ away, angle })))
    tries.forEach(({ angle, away }, index) => {
      const candidate = placeAt(wish, text, angle, away)
      if (blocks.some((block) => overlap(block, candidate.box, air))) return
      if (!contains(obstacles.bounds, candidate.box)) return
      let cost = index * 0.02 + away * 0.1
      for (const line of lines) {
        if (crosses(line, candidate.box)) cost += line.ends.includes(wish.id) ? 2.4 : 1
      }
      for (const hull of obstacles.hulls) {
        if (hull.group === wish.group) continue
        for (const corner of corners(candidate.box)) if (isInside(hull.polygon, corner)) cost += 0.5
      }
      if (cost >= least) return
      least = cost
      best = candidate
    })
    if (best) return best
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

function placeAt(wish: Wish, text: LabelText, angle: number, away: number): Placed {
  const across = Math.cos(angle)
  const down = Math.sin(angle)
  const side = Math.max(-1, Math.min(1, across * 1.5))
  const rise = Math.max(-1, Math.min(1, down * 1.3))
  let distance = wish.reach + gap + away
  const isBadgeRight = wish.badge && wish.badge.x > wish.at.x && wish.badge.y < wish.at.y
  if (wish.badge && isBadgeRight && side > 0.2 && rise < 0.6) distance += wish.badge.width - 4
  const x = wish.at.x + across * distance + (side * text.width) / 2
  const y = wish.at.y + down * (wish.reach + gap + away) + (rise * text.height) / 2
  const box = {
    x: tenth(x - text.width / 2),
    y: tenth(y - text.height / 2),
    width: text.width,
    height: text.height,
  }
  const anchor = side > 0.4 ? 'start' : side < -0.4 ? 'end' : 'middle'
  const at = { start: box.x, middle: box.x + box.width / 2, end: box.x + box.width }[anchor]
  return {
    id: wish.id,
    box,
    anchor,
    text,
    x: tenth(at),
    y: tenth(box.y + text.size * 0.95),
    leader: away > 20 ? leader() : null,
  }

  function leader() {
    const rim = { x: wish.at.x + across * (wish.reach + 1), y: wish.at.y + down * (wish.reach + 1) }
    const end = {
      x: Math.max(box.x, Math.min(box.x + box.width, rim.x)),
      y: Math.max(box.y, Math.min(box.y + box.height, rim.y)),
    }
    return `M${tenth(rim.x)},${tenth(rim.y)}L${tenth(end.x)},${tenth(end.y)}`
  }
}

export function overlap(a: Rect, b: Rect, distance = 0): boolean {
  return (
    a.x < b.x + b.width + distance &&
    b.x < a.x + a.width + distance &&
    a.y < b.y + b.height + distance &&
    b.y < a.y + a.height + distance
  )
}

const contains = (outer: Rect, inner: Rect) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

const boxOf = ({ from, to }: Line): Rect => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(from.x - to.x),
  height: Math.abs(from.y - to.y),
})

/** Liang and Barsky: does the segment touch the box? */
export function crosses({ from, to }: Pick<Line, 'from' | 'to'>, box: Rect): boolean {
  const dx = to.x - from.x
  const dy = to.y - from.y
  let enter = 0
  let leave = 1
  const edges: [number, number][] = [
    [-dx, from.x - box.x],
    [dx, box.x + box.width - from.x],
    [-dy, from.y - box.y],
    [dy, box.y + box.height - from.y],
  ]
  for (const [speed, room] of edges) {
    if (speed === 0) {
      if (room < 0) return false
      continue
    }
    const time = room / speed
    if (speed < 0) enter = Math.max(enter, time)
    else leave = Math.min(leave, time)
    if (enter > leave) return false
  }
  return true
}
