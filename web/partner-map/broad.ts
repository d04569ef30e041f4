import { placeBadges } from './badges.ts'
import {
  extent,
  labelKind,
  markBox,
  type DrawnMark,
  type Hull,
  type Options,
  type Picture,
  type Positions,
} from './drawn.ts'
import { Grid } from './grid.ts'
import { around, convexHull, roundedPath, tenth, area, type Point, type Rect } from './hulls.ts'
import { placeLabels, type Wish } from './labels.ts'
import type { Network } from './network.ts'
import { overlap } from './rects.ts'
import { drawnTie } from './strands.ts'
import { hullTitle } from './countries.ts'
import { labelText, nameTexts, shorten, type Measure } from './wording.ts'

/** A picture of more marks than this is drawn broadly: smaller marks, and only names that matter most. */
export const mostFine = 400

/** In a crowd marks shrink almost as the distances do, so that ground stays between them. */
export const crowdScale = (zoom: number) => Math.max(0.2, Math.min(1.5, zoom ** 0.7))

/** A crowd at one zoom, without names: these follow from what is in sight. */
export function broadPicture(network: Network, positions: Positions, zoom: number): Picture {
  const scale = crowdScale(zoom)
  const drawn = network.marks.map((mark): DrawnMark => {
    const { x, y } = positions.get(mark.id) ?? { x: 0, y: 0 }
    return {
      mark,
      at: { x: tenth(x * zoom), y: tenth(y * zoom) },
      size: tenth(mark.size * scale),
      badge: null,
      label: null,
    }
  })
  const byId = new Map(drawn.map((one) => [one.mark.id, one]))
  const hulls = broadHulls(network, drawn)
  const ties = network.ties.flatMap((tie) => drawnTie(tie, byId, scale))
  return { hulls, ties, marks: drawn, box: extent(drawn, hulls), zoom }
}

/** The same picture with the names that have room in `sight`: of groups first, then by importance. */
export function withNames(
  drawn: Picture,
  sight: Rect,
  { measure, selected = [], shape }: Pick<Options, 'measure' | 'selected' | 'shape'>,
): Picture {
  const marks = drawn.marks.filter((one) => overlap(markBox(one), sight))
  const isClose = marks.length <= mostFine
  const chosen = new Set(selected)
  const main = selected.at(-1)
  const closeOnes = isClose ? marks.map((one) => ({ ...one })) : []
  placeBadges(closeOnes)
  const close = new Map(closeOnes.map((one) => [one.mark.id, one]))

  // Marks that are mere dots are ground for names; larger ones are kept clear of them.
  const solid = marks.filter((one) => one.size >= 4)
  const blocks = new Grid(solid.map((one) => ({ box: markBox(one) })))
  const most = Math.max(12, Math.round((sight.width * sight.height) / (shape === 'tall' ? 14_000 : 9000)))
  const hulls = drawn.hulls.map((hull) => ({
    ...hull,
    label: hullLabel(hull, sight, blocks, drawn.zoom, measure),
  }))
  const rank = ({ mark }: DrawnMark) =>
    (mark.id === main ? 1e6 : 0) +
    (chosen.has(mark.id) ? 5e5 : 0) +
    (mark.isFocus ? 1e5 : 0) +
    mark.size * 100 +
    (mark.isInitiative ? 40 : 0) +
    Math.min(30, mark.shown)
  const wishes = marks
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => b.rank - a.rank || (a.one.mark.id < b.one.mark.id ? -1 : 1))
    .slice(0, most * 2)
    .map(({ one, rank }) => wish(close.get(one.mark.id) ?? one, rank, chosen, measure, shape))
  const labels = placeLabels(
    wishes,
    {
      marks: solid.map((one) => ({ id: one.mark.id, box: markBox(one) })),
      badges: [
        ...closeOnes.flatMap(({ badge }) => badge ?? []),
        ...hulls.flatMap(({ label }) => label?.box ?? []),
      ],
      lines: [],
      hulls: [],
      bounds: sight,
    },
    most,
  )
  return {
    ...drawn,
    hulls,
    marks: drawn.marks.map((one) => {
      const label = labels.get(one.mark.id)
      const badge = close.get(one.mark.id)?.badge ?? null
      if (!label && !badge) return one
      return { ...one, badge, label: label ? { ...label, kind: labelKind(one.mark), group: null } : null }
    }),
  }
}

function wish(
  { mark, at, size, badge }: DrawnMark,
  rank: number,
  chosen: ReadonlySet<string>,
  measure: Measure,
  shape: Options['shape'],
): Wish {
  const isChosen = chosen.has(mark.id)
  const texts = nameTexts(mark, shape, measure)
  const last = labelText([shorten(mark.name, 9)], 12, 600, measure)
  return {
    id: mark.id,
    at,
    reach: size + (mark.isFocus ? 8 : isChosen ? 6 : 1),
    texts: isChosen ? [...texts, last] : texts,
    rank,
    patience: Infinity,
    farthest: isChosen || mark.isFocus ? 90 : 0,
    group: mark.group,
    badge,
  }
}

function broadHulls({ groups, marks }: Network, drawn: readonly DrawnMark[]): Hull[] {
  const members = new Map<string, DrawnMark[]>()
  for (const one of drawn) {
    if (one.mark.group === null) continue
    const own = members.get(one.mark.group)
    if (own) own.push(one)
    else members.set(one.mark.group, [one])
  }
  const { width, height } = extent(drawn, [])
  const ground = (width * height) / Math.max(1, marks.length)
  return groups.flatMap((group): Hull[] => {
    const own = members.get(group.id) ?? []
    if (own.length < 3) return []
    const inner = convexHull(own.map(({ at }) => at))
    // Members far from each other make no country: its contour would take in everybody.
    if (area(inner) > own.length * ground * 3) return []
    const size = Math.max(...own.map((one) => one.size))
    const polygon = convexHull(inner.flatMap((corner) => around(corner, size + 6)))
    return [{ ...group, path: roundedPath(polygon), polygon, label: null, members: own.length }]
  })
}

/** At the top of its contour, where it is wide enough on the screen to be a country at all. */
function hullLabel(
  hull: Hull,
  sight: Rect,
  blocks: Grid<{ box: Rect }>,
  zoom: number,
  measure: Measure,
): Hull['label'] {
  const xs = hull.polygon.map(({ x }) => x)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  if (right - left < 70 || hull.members < 4 + 2 / zoom) return null
  const top = hull.polygon.reduce<Point>((best, one) => (one.y < best.y ? one : best), { x: 0, y: Infinity })
  const spaced: Measure = (line, size, weight) => measure(line, size, weight) * 1.12
  const text = labelText([hullTitle(hull.name, hull.members, 30)], 13, 600, spaced)
  const x = Math.max(left + text.width / 2, Math.min(right - text.width / 2, top.x))
  const box = {
    x: tenth(x - text.width / 2),
    y: tenth(top.y - text.height - 2),
    width: text.width,
    height: text.height,
  }
  if (!overlap(box, sight) || blocks.near({ ...box, x: box.x - 2, width: box.width + 4 }).length > 0)
    return null
  blocks.add({ box })
  return {
    id: hull.id,
    box,
    anchor: 'middle',
    text,
    leader: null,
    x: tenth(x),
    y: tenth(box.y + text.size * 0.95),
  }
}
