import { mostBent, scaleOf, smallCrowd } from './broad.ts'
import { hullLabels } from './broadHulls.ts'
import { placeBadges } from './badges.ts'
import {
  extent,
  labelKind,
  markBox,
  marksById,
  mostFine,
  type DrawnMark,
  type DrawnStrand,
  type DrawnTie,
  type Options,
  type Picture,
} from './drawn.ts'
import { isInside } from '../../drawing/inside.ts'
import { tools, toolsDown } from './fit.ts'
import { outside } from './gaps.ts'
import { Grid } from './grid.ts'
import { firstTexts, hubsOf, narrowTexts } from './hubs.ts'
import { corners, type Rect } from './hulls.ts'
import { placeLabels, type Obstacles, type Placed, type Wish } from './labels.ts'
import { placeNames } from './names.ts'
import type { Mark } from '../network.ts'
import { boxOf, grown, overlap, type Line } from './rects.ts'
import { drawnTie } from './strands.ts'
import { mainRank } from './wishes.ts'
import { labelText, nameTexts, shorten, type Measure } from './wording.ts'

/** The same picture with the names that have room in `sight`: of groups first, then by importance. */
export function withNames(
  drawn: Picture,
  sight: Rect,
  { measure, selected = [], shape }: Pick<Options, 'measure' | 'selected' | 'shape'>,
): Picture {
  // A name that touches the rim looks as if it were cut.
  const bounds = grown(sight, -4)
  const [right, bottom] = [sight.x + sight.width, sight.y + sight.height]
  const marks = drawn.marks.filter(
    ({ at }) => at.x >= sight.x && at.x <= right && at.y >= sight.y && at.y <= bottom,
  )
  const isClose = marks.length <= mostBadged[shape]
  const chosen = new Set(selected)
  const main = selected.at(-1)
  const closeOnes = isClose ? marks.map((one) => ({ ...one })) : []
  placeBadges(closeOnes)
  const close = new Map(closeOnes.map((one) => [one.mark.id, one]))

  // In a large crowd mere dots are ground for names, and among many threads these are; the rest is kept clear of them.
  const isSmall = marks.length <= smallCrowd && drawn.ties.length <= smallCrowd
  const solid = marks.length <= smallCrowd ? marks : marks.filter((one) => one.size >= 4)
  const lines = isSmall ? linesIn(sight, drawn) : []

  // Where marks are a haze, more than a few names would only hide it.
  const room = (shape === 'tall' ? 14_000 : 9000) * (drawn.zoom < 0.15 ? 2.5 : 1)
  const most = Math.max(12, Math.round((sight.width * sight.height) / room))
  const inSight = marks.map(({ mark }) => mark)
  const hubs = new Map(hubsOf(inSight).map((mark) => [mark.id, mark]))
  const rank = ({ mark }: DrawnMark) =>
    (mark.id === main ? 1e6 : 0) +
    (chosen.has(mark.id) ? 5e5 : 0) +
    (mark.isFocus ? 1e5 : 0) +
    (hubs.has(mark.id) ? 1e4 : 0) +
    (mark.isBridge || mark.isMember ? 2000 : 0) +
    mark.size * 100 +
    (mark.isInitiative ? 40 : 0) +
    Math.min(30, mark.shown)
  const wishes = marks
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => b.rank - a.rank || (a.one.mark.id < b.one.mark.id ? -1 : 1))
    .slice(0, most * (isSmall ? 4 : 2))
    .map(({ one, rank }) => wish(close.get(one.mark.id) ?? one, rank, chosen, measure, shape))
  const down = toolsDown[shape]
  const corner = { x: right - tools, y: bottom - down, width: tools, height: down }
  const badges = [...closeOnes.flatMap(({ badge }) => badge ?? []), corner]
  const obstacles: Obstacles = { marks: boxed(solid, beside), badges, lines, hulls: [], bounds }

  // Whoever holds the map together is named first, on its own lines where nothing is free: they stop at the name.
  const firsts = wishes.flatMap((one): Wish[] => {
    const mark = hubs.get(one.id)
    return mark || one.isSure ? [mark ? hubWish(one, mark, measure) : one] : []
  })
  const first = placeLabels(firsts, { ...obstacles, isThorough: true })
  const takenBy = (names: Iterable<Placed>) => [...names].flatMap(({ box, spots }) => [box, ...spots])
  // Close to the mark of somebody else, or its first words, are better than no name.
  const left = firsts.flatMap((one): Wish[] => {
    if (first.has(one.id)) return []
    const mark = hubs.get(one.id)
    const [usual] = one.texts
    return [mark && usual ? { ...one, texts: [...one.texts, ...firstTexts(mark, usual, measure)] } : one]
  })
  const ground = { ...obstacles, marks: boxed(solid), isThorough: true }
  const badgesAndNames = [...badges, ...takenBy(first.values())]
  for (const [id, label] of placeLabels(left, { ...ground, badges: badgesAndNames })) first.set(id, label)
  const taken = takenBy(first.values())

  const grounds = [{ blocks: new Grid<{ box: Rect }>(boxed(solid)), lines }]
  // A country without a name says less than a dot under a name.
  if (!isSmall) grounds.push({ blocks: new Grid(boxed(marks.filter((one) => one.size >= 5))), lines })
  for (const { blocks } of grounds) for (const box of [...badges, ...taken]) blocks.add({ box })
  const titles = hullLabels(drawn.hulls, bounds, grounds, { shape, measure })
  const hulls = drawn.hulls.map((hull) => ({ ...hull, label: titles.get(hull.id) ?? null }))

  const rest = wishes.filter(({ id }) => !first.has(id))
  const others: Obstacles = {
    ...obstacles,
    badges: [...badges, ...taken, ...hulls.flatMap(({ label }) => label?.box ?? [])],
    isStrict: true,
  }
  const around = areBent(drawn) ? goneAround(rest, others, most, first) : null
  const labels = around?.labels ?? new Map([...first, ...placeLabels(rest, others, most - first.size)])
  const groundBelow = (box: Rect) =>
    hulls.find(({ polygon }) => corners(box).every((corner) => isInside(polygon, corner)))?.id ?? null
  const named = drawn.marks.map((one) => {
    const label = labels.get(one.mark.id)
    const badge = close.get(one.mark.id)?.badge ?? null
    if (!label && !badge) return one
    return {
      ...one,
      badge,
      label: label
        ? { ...label, kind: labelKind(one.mark), group: groundBelow(label.box), isOver: !isSmall }
        : null,
    }
  })
  const boxes = [...labels.values()].map(({ box }) => box)
  const ties = isSmall ? waysAround(drawn, around?.lines ?? [], boxes) : drawn.ties
  return { ...drawn, hulls, ties, marks: named, box: extent(named, hulls) }
}

/** True where threads go around names, or stop at them, so that they too follow from what is in sight. */
export const followNames = ({ ties }: Picture) => ties.length <= smallCrowd

const areBent = ({ marks, ties }: Picture) => marks.length <= mostBent && ties.length <= mostBent

/** Names that matter may lie on threads, which go around them, or stop at them where they can't. */
function goneAround(
  wishes: readonly Wish[],
  { badges, ...obstacles }: Obstacles,
  most: number,
  first: ReadonlyMap<string, Placed>,
) {
  const patient = wishes.map((one) => {
    const isMain = one.rank >= mainRank
    return { ...one, patience: isMain ? 16 : 6, mayBreak: isMain, farthest: isMain ? 64 : one.farthest }
  })
  const titles = badges.map((box, index) => ({ id: `${index}`, box }))
  const marks = [...obstacles.marks, ...titles]
  return placeNames(patient, { ...obstacles, badges: [], marks, isStrict: false }, most, first)
}

function waysAround(
  { marks, ties, zoom }: Picture,
  lines: readonly Line[],
  names: readonly Rect[],
): DrawnTie[] {
  const bends = new Map(lines.flatMap(({ ends, by }) => (by ? [[ends.join(' '), by] as const] : [])))
  const byId = marksById(marks)
  const scale = scaleOf(marks.length, zoom)
  const there = new Grid(names.map((box) => ({ box })))
  return ties.flatMap((one) => {
    const by = bends.get(one.tie.id)
    if (by) return drawnTie(one.tie, byId, scale, by)
    return { ...one, strands: one.strands.flatMap((strand) => outside(strand, near(there, strand))) }
  })
}

const near = (there: Grid<{ box: Rect }>, strand: DrawnStrand) =>
  there.near(boxOf(strand)).map(({ box }) => box)

/** Up to this many marks in sight have room for what is left to open. */
const mostBadged: Record<Options['shape'], number> = { wide: mostFine.wide, tall: 60 }

/** A name that ends this near to the mark of somebody else would be taken for its name. */
const beside = 5

const boxed = (some: readonly DrawnMark[], aside = 0) =>
  some.map((one) => {
    const box = markBox(one)
    return { id: one.mark.id, box: { ...box, x: box.x - aside, width: box.width + aside * 2 } }
  })

/** The lines that can be seen, as wide as their ink. */
function linesIn(sight: Rect, { ties }: Picture): Line[] {
  return ties.flatMap(({ tie, strands }) =>
    strands.flatMap(({ from, to, width }): Line[] => {
      const line: Line = { from, to, ends: [tie.partner, tie.initiative], reach: width / 2 }
      return overlap(boxOf(line), sight) ? [line] : []
    }),
  )
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
  const last = labelText([shorten(mark.name, 9)], 12, 600, measure, 1)
  return {
    id: mark.id,
    at,
    reach: size + (mark.isFocus ? 8 : isChosen ? 6 : 1),
    texts: isChosen ? [...texts, last] : texts,
    rank,
    patience: Infinity,
    farthest: isChosen || mark.isFocus ? 90 : mark.isBridge || mark.size >= 5 ? 28 : 0,
    isSure: isChosen,
    group: mark.group,
    badge,
  }
}

const farthestOfHub = 120

const hubWish = (wish: Wish, mark: Mark, measure: Measure): Wish => {
  const [usual] = wish.texts
  const narrow = usual ? narrowTexts(mark, usual, measure) : []
  return { ...wish, texts: [...wish.texts, ...narrow], farthest: farthestOfHub }
}
