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
import { blocksOf, broadHulls, hullLabel, mostNamed } from './broadHulls.ts'
import { isInside } from '../../drawing/inside.ts'
import { Grid } from './grid.ts'
import { corners, tenth, type Rect } from './hulls.ts'
import { placeLabels, type Obstacles, type Wish } from './labels.ts'
import type { Network } from '../network.ts'
import { drawnTie } from './strands.ts'
import { labelText, nameTexts, shorten, type Measure } from './wording.ts'

/** A picture of more marks than this is drawn broadly: smaller marks, and only names that matter most. */
export const mostFine = 160

const smallCrowd = 1200
/** What the name of a bridge may cost: it hides two dots at most. */
const hidden = 5

/** In a crowd marks shrink almost as the distances do, so that ground stays between them. */
export const crowdScale = (zoom: number) => Math.max(0.12, Math.min(1.5, zoom ** 0.7))

/** A crowd at one zoom, without names: these follow from what is in sight. */
export function broadPicture(network: Network, positions: Positions, zoom: number): Picture {
  const scale = crowdScale(zoom) * (network.marks.length > smallCrowd ? 1 : 1.2)
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
  const [right, bottom] = [sight.x + sight.width, sight.y + sight.height]
  const marks = drawn.marks.filter(
    ({ at }) => at.x >= sight.x && at.x <= right && at.y >= sight.y && at.y <= bottom,
  )
  const isClose = marks.length <= mostFine
  const chosen = new Set(selected)
  const main = selected.at(-1)
  const closeOnes = isClose ? marks.map((one) => ({ ...one })) : []
  placeBadges(closeOnes)
  const close = new Map(closeOnes.map((one) => [one.mark.id, one]))

  // In a large crowd mere dots are ground for names; what is larger is kept clear of them.
  const solid = marks.filter((one) => one.size >= (marks.length > smallCrowd ? 4 : 2))
  const blocks = blocksOf(solid)
  const largest = marks.filter((one) => one.size >= 5)
  const large = blocksOf(largest)
  // Where marks are a haze, more than a few names would only hide it.
  const room = (shape === 'tall' ? 14_000 : 9000) * (drawn.zoom < 0.15 ? 2.5 : 1)
  const most = Math.max(12, Math.round((sight.width * sight.height) / room))
  const byMembers = [...drawn.hulls].sort((a, b) => b.members - a.members)
  const titles = new Map<string, Hull['label']>()
  for (const hull of byMembers) {
    if (titles.size >= (shape === 'tall' ? mostNamed / 3 : mostNamed)) break
    // A country without a name says less than a dot under a name.
    const title = hullLabel(hull, sight, blocks, measure) ?? hullLabel(hull, sight, large, measure)
    if (!title) continue
    titles.set(hull.id, title)
    for (const grid of [blocks, large]) grid.add({ box: title.box })
  }
  const hulls = drawn.hulls.map((hull) => ({ ...hull, label: titles.get(hull.id) ?? null }))
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
  const kept = [
    ...closeOnes.flatMap(({ badge }) => badge ?? []),
    ...hulls.flatMap(({ label }) => label?.box ?? []),
  ]
  const place = (some: readonly Wish[], given: Pick<Obstacles, 'marks' | 'badges' | 'soft'>, count: number) =>
    placeLabels(some, { ...given, lines: [], hulls: [], bounds: sight }, count)
  const boxed = (some: readonly DrawnMark[]) => some.map((one) => ({ id: one.mark.id, box: markBox(one) }))
  const labels = place(wishes, { marks: boxed(solid), badges: kept }, most)
  // Who joins groups is told even where the name hides a dot or two.
  const unnamed = wishes.flatMap((one) =>
    one.isBridge && !labels.has(one.id) ? { ...one, patience: hidden } : [],
  )
  const badges = [...kept, ...[...labels.values()].map(({ box }) => box)]
  const soft = new Grid(boxed(solid))
  for (const [id, label] of place(unnamed, { marks: boxed(largest), badges, soft }, most / 5))
    labels.set(id, label)
  const groundBelow = (box: Rect) =>
    hulls.find(({ polygon }) => corners(box).every((corner) => isInside(polygon, corner)))?.id ?? null
  return {
    ...drawn,
    hulls,
    marks: drawn.marks.map((one) => {
      const label = labels.get(one.mark.id)
      const badge = close.get(one.mark.id)?.badge ?? null
      if (!label && !badge) return one
      return {
        ...one,
        badge,
        label: label ? { ...label, kind: labelKind(one.mark), group: groundBelow(label.box) } : null,
      }
    }),
  }
}

function wish(
  { mark, at, size, badge }: DrawnMark,
  rank: number,
  chosen: ReadonlySet<string>,
  measure: Measure,
  shape: Options['shape'],
): Wish & { isBridge: boolean } {
  const isChosen = chosen.has(mark.id)
  const texts = nameTexts(mark, shape, measure)
  const last = labelText([shorten(mark.name, 9)], 12, 600, measure)
  return {
    id: mark.id,
    isBridge: mark.isBridge,
    at,
    reach: size + (mark.isFocus ? 8 : isChosen ? 6 : 1),
    texts: isChosen ? [...texts, last] : texts,
    rank,
    patience: Infinity,
    farthest: isChosen || mark.isFocus ? 90 : mark.isBridge || mark.size >= 9 ? 14 : 0,
    group: mark.group,
    badge,
  }
}
