import { hullTitle } from './countries.ts'
import { extent, markBox, type DrawnMark, type Hull } from './drawn.ts'
import { Grid } from './grid.ts'
import { isInside } from '../../drawing/inside.ts'
import { area, around, convexHull, roundedPath, tenth, type Rect } from './hulls.ts'
import type { Network } from '../network.ts'
import { overlap } from './rects.ts'
import { labelText, type Measure } from './wording.ts'

const smallestSide = 26
/** Part of its name's width that a country must have, or the name would hide it. */
const narrowestNamed = 0.5
export const mostNamed = 26
/** Letters a line, and how many lines, as one would like it best first. */
const forms = [
  [30, 1],
  [18, 2],
  [14, 3],
] as const

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
  return groups
    .flatMap(({ id, name }): Hull[] => {
      const own = members.get(id) ?? []
      if (own.length < 3) return []
      const core = coreOf(own)
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
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  const x = median(own.map(({ at }) => at.x))
  const y = median(own.map(({ at }) => at.y))
  const distances = own.map(({ at }) => Math.hypot(at.x - x, at.y - y))
  const reach = median([...distances]) * 1.9 + 4
  return own.filter((_, index) => (distances[index] ?? 0) <= reach)
}

function boxOf(points: Hull['polygon']): Rect {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** Above its country, below it or at its sides, where nothing is in the way; small countries go without. */
export function hullLabel(
  hull: Hull,
  sight: Rect,
  blocks: Grid<{ box: Rect }>,
  measure: Measure,
): Hull['label'] {
  const country = boxOf(hull.polygon)
  if (!overlap(country, sight)) return null
  const spaced: Measure = (line, size, weight) => measure(line, size, weight) * 1.12
  for (const [most, lines] of forms) {
    const text = labelText(hullTitle(hull.name, hull.members, most, lines), 13, 600, spaced)
    if (country.width < text.width * narrowestNamed) continue
    const middle = country.x + country.width / 2 - text.width / 2
    const [left, right] = [country.x, country.x + country.width - text.width]
    const [above, below] = [country.y - text.height - 2, country.y + country.height + 3]
    const beside = country.y + country.height / 2 - text.height / 2
    const places = [
      { x: middle, y: above },
      { x: left, y: above },
      { x: right, y: above },
      { x: middle, y: below },
      { x: left, y: below },
      { x: right, y: below },
      { x: country.x - text.width - 6, y: beside },
      { x: country.x + country.width + 6, y: beside },
    ]
    for (const { x, y } of places) {
      const box = { x: tenth(x), y: tenth(y), width: text.width, height: text.height }
      const isCut = box.x < sight.x || box.x + box.width > sight.x + sight.width || box.y < sight.y
      if (isCut || blocks.near({ ...box, x: box.x - 3, width: box.width + 6 }).length > 0) continue
      return {
        id: hull.id,
        box,
        anchor: 'middle',
        text,
        leader: null,
        cost: 0,
        x: tenth(box.x + box.width / 2),
        y: tenth(box.y + text.size * 0.95),
      }
    }
  }
  return null
}

/** The marks that names must not cover. */
export const blocksOf = (marks: readonly DrawnMark[]): Grid<{ box: Rect }> =>
  new Grid(marks.map((one) => ({ box: markBox(one) })))
