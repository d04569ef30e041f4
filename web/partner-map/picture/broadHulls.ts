import { hullTitles, type Form } from './countries.ts'
import { isOn } from './bends.ts'
import { extent, type DrawnMark, type Hull, type Options } from './drawn.ts'
import type { Grid } from './grid.ts'
import { isInside } from '../../drawing/inside.ts'
import { area, around, convexHull, corners, roundedPath, tenth, type Point, type Rect } from './hulls.ts'
import type { Network } from '../network.ts'
import { contains, crosses, overlap, type Line } from './rects.ts'
import { labelText, type Measure } from './wording.ts'

const smallestSide = 26
/** Whoever stands further from the others than this many times the usual distance of two marks lies abroad. */
const widestGap = 1.6
const mostCompared = 300
/** Part of its name's width that a country must have, or the name would hide it. */
const narrowestNamed = 0.5
const mostNamed = 26
/** How far from its country a name may stand, and how much further from any other, in pixels. */
const farthestNamed = 22
const clearer = 3
/** As one would like it best first. */
const forms: readonly Form[] = [
  [30, 1],
  [18, 2],
  [14, 3],
  [20, 3],
]

/**
 * Countries of a crowd, the larger ones below the smaller: each around the core of its group, so that one member far
 * away does not take in everybody. A group that lies among strangers has none.
 */
export function broadHulls({ groups }: Network, drawn: readonly DrawnMark[]): Hull[] {
  const members = new Map<string, DrawnMark[]>()
  for (const one of drawn) {
    if (one.mark.group === null) continue
    const own = members.get(one.mark.group)
    if (own) own.push(one)
    else members.set(one.mark.group, [one])
  }
  const raster = rasterOf(drawn)
  const { width, height } = extent(drawn, [])
  const apart = widestGap * Math.sqrt((width * height) / Math.max(1, drawn.length))
  return groups
    .flatMap(({ id, name }): Hull[] => {
      const own = members.get(id) ?? []
      if (own.length < 3) return []
      const core = closest(coreOf(own), apart)
      if (core.length < 3) return []
      const inner = convexHull(core.map(({ at }) => at))
      const box = boxOf(inner)
      if (Math.max(box.width, box.height) < smallestSide) return []
      if (raster.countIn(inner, box) > core.length * 1.5) return []
      const size = core.reduce((most, one) => Math.max(most, one.size), 0)
      const polygon = convexHull(inner.flatMap((corner) => around(corner, size + 5)))
      return [{ id, name, path: roundedPath(polygon), polygon, label: null, members: own.length }]
    })
    .sort((a, b) => area(b.polygon) - area(a.polygon))
}

const pixel = 12

/** How many marks lie in each square of the ground, so that counting those of a country costs its squares. */
function rasterOf(drawn: readonly DrawnMark[]) {
  const { x, y, width, height } = extent(drawn, [])
  const across = Math.ceil(width / pixel) + 1
  const counts = new Int32Array(across * (Math.ceil(height / pixel) + 1))
  for (const { at } of drawn) {
    const square = Math.floor((at.y - y) / pixel) * across + Math.floor((at.x - x) / pixel)
    counts[square] = (counts[square] ?? 0) + 1
  }
  return {
    /** About how many marks lie in the polygon. */
    countIn(polygon: Hull['polygon'], box: Rect): number {
      let sum = 0
      const [left, top] = [Math.floor((box.x - x) / pixel), Math.floor((box.y - y) / pixel)]
      const [right, bottom] = [(box.x + box.width - x) / pixel, (box.y + box.height - y) / pixel]
      for (let row = top; row <= bottom; row += 1)
        for (let column = left; column <= right; column += 1) {
          const count = counts[row * across + column] ?? 0
          const middle = { x: x + (column + 0.5) * pixel, y: y + (row + 0.5) * pixel }
          if (count && isInside(polygon, middle)) sum += count
        }
      return sum
    },
  }
}

/** The members that lie around the middle of most of them. */
function coreOf(own: readonly DrawnMark[]): DrawnMark[] {
  if (own.length < 5) return [...own]
  const median = (values: number[]) => Float64Array.from(values).sort()[Math.floor(values.length / 2)] ?? 0
  const x = median(own.map(({ at }) => at.x))
  const y = median(own.map(({ at }) => at.y))
  const distances = own.map(({ at }) => Math.hypot(at.x - x, at.y - y))
  const reach = median(distances) * 1.9 + 4
  return own.filter((_, index) => (distances[index] ?? 0) <= reach)
}

/** The most of them that hang together by steps of `apart` pixels at most. */
function closest(own: readonly DrawnMark[], apart: number): readonly DrawnMark[] {
  if (own.length > mostCompared) return own
  const left = new Set(own)
  let most: DrawnMark[] = []
  for (const first of own) {
    if (!left.delete(first)) continue
    const cluster = [first]
    for (const one of cluster)
      for (const other of left) {
        if (Math.hypot(one.at.x - other.at.x, one.at.y - other.at.y) > apart) continue
        left.delete(other)
        cluster.push(other)
      }
    if (cluster.length > most.length) most = cluster
  }
  return most
}

function boxOf(points: Hull['polygon']): Rect {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** What a name must not cover. */
type Ground = { blocks: Grid<{ box: Rect }>; lines: readonly Line[] }

/** Names for the countries with most marks, each on the first of the grounds that has a place for it. */
export function hullLabels(
  hulls: readonly Hull[],
  sight: Rect,
  grounds: readonly Ground[],
  { shape, measure }: Pick<Options, 'shape' | 'measure'>,
): Map<string, Hull['label']> {
  const titles = new Map<string, Hull['label']>()
  const most = shape === 'tall' ? mostNamed / 3 : mostNamed
  const others = hulls.map((hull) => ({ hull, box: boxOf(hull.polygon) }))
  const inSight = others.filter(({ box }) => overlap(box, sight)).map(({ hull }) => hull)
  for (const hull of inSight.sort((a, b) => b.members - a.members).slice(0, most * 2)) {
    if (titles.size >= most) break
    let title: Hull['label'] = null
    for (const ground of grounds) title ??= hullLabel(hull, sight, { ...ground, others }, measure)
    if (!title) continue
    titles.set(hull.id, title)
    for (const { blocks } of grounds) blocks.add({ box: title.box })
  }
  return titles
}

/** Above its country, below it or at its sides, where nothing is in the way; small countries go without. */
function hullLabel(
  hull: Hull,
  sight: Rect,
  { blocks, lines, others }: Ground & { others: readonly { hull: Hull; box: Rect }[] },
  measure: Measure,
): Hull['label'] {
  const country = boxOf(hull.polygon)
  const spaced: Measure = (line, size, weight) => measure(line, size, weight) * 1.12
  for (const title of hullTitles(hull.name, hull.members, forms)) {
    const text = labelText(title, 13, 600, spaced)
    if (country.width < text.width * narrowestNamed) continue
    const places = placesAround(country, text)
    for (const { x, y } of places) {
      const box = { x: tenth(x), y: tenth(y), width: text.width, height: text.height }
      const isCut = !contains(sight, box)
      if (isCut || blocks.isTaken({ ...box, x: box.x - 3, width: box.width + 6 }, 0, nobody)) continue
      // What stands nearer to another country, or on it, would be taken for its name.
      const own = distanceTo(hull.polygon, box, farthestNamed)
      if (own === null) continue
      const reach = { hull, box, far: own + clearer }
      if (others.some((other) => isNearer(other, reach))) continue
      if (lines.some((line) => isOn([line.from, line.to], box, line.reach))) continue
      return {
        id: hull.id,
        box,
        anchor: 'middle',
        text,
        leader: null,
        spots: [],
        cost: 0,
        x: tenth(box.x + box.width / 2),
        y: tenth(box.y + text.size * 0.95),
      }
    }
  }
  return null
}

const nobody = () => false

/** Whether another country comes nearer to a name than `far`, or takes it in. */
function isNearer(
  other: { hull: Hull; box: Rect },
  { hull, box, far }: { hull: Hull; box: Rect; far: number },
): boolean {
  const { polygon } = other.hull
  if (other.hull === hull || !overlap(other.box, box, far)) return false
  return distanceTo(polygon, box, far) !== null || isInside(polygon, box)
}

const shifts = [0.5, 0, 1, 0.25, 0.75, -0.3, 1.3]
const distances = [3, 10, 18]

/** Corners for a name around a box: the nearest first, of these the ones above, below, then at the sides. */
function placesAround({ x, y, width, height }: Rect, text: Pick<Rect, 'width' | 'height'>) {
  const free = { across: width - text.width, down: height - text.height }
  return distances.flatMap((away) => [
    ...shifts.map((part) => ({ x: x + free.across * part, y: y - text.height - away })),
    ...shifts.map((part) => ({ x: x + free.across * part, y: y + height + away })),
    ...shifts.flatMap((part) => [
      { x: x - text.width - away - 3, y: y + free.down * part },
      { x: x + width + away + 3, y: y + free.down * part },
    ]),
  ])
}

/** Pixels from a name to the contour of a country; null where they are `far` or more. */
function distanceTo(polygon: Hull['polygon'], box: Rect, far: number): number | null {
  const ends = corners(box)
  let least = far
  let before = polygon.at(-1)
  for (const here of polygon) {
    // A side whose box is further away than the nearest so far need not be measured.
    if (before && isNear(box, before, here, least)) {
      if (crosses({ from: before, to: here }, box)) return 0
      least = Math.min(least, awayFrom(box, here))
      for (const end of ends) least = Math.min(least, away(end, before, here))
    }
    before = here
  }
  return least < far ? least : null
}

const isNear = ({ x, y, width, height }: Rect, from: Point, to: Point, far: number) =>
  Math.min(from.x, to.x) < x + width + far &&
  Math.max(from.x, to.x) > x - far &&
  Math.min(from.y, to.y) < y + height + far &&
  Math.max(from.y, to.y) > y - far

/** Pixels from a box to a point; 0 inside. */
const awayFrom = ({ x, y, width, height }: Rect, point: Point) =>
  Math.hypot(Math.max(0, x - point.x, point.x - x - width), Math.max(0, y - point.y, point.y - y - height))

/** Pixels from a point to a side. */
function away(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy || 1)
  const part = Math.max(0, Math.min(1, along))
  return Math.hypot(point.x - from.x - dx * part, point.y - from.y - dy * part)
}
