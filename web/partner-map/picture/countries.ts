import { withBays } from './bays.ts'
import { isOn, wayOf } from './bends.ts'
import { isInside } from '../../drawing/inside.ts'
import { share, around, convexHull, corners, roundedPath, tenth, type Point, type Rect } from './hulls.ts'
import { extent, labelBounds, markBox, unnamed, type DrawnMark, type Hull, type Options } from './drawn.ts'
import type { Contour, Placed } from './labels.ts'
import type { Group } from '../network.ts'
import { overlap, type Line, type Shape } from './rects.ts'
import { balance, labelText, withoutLittle, type LabelText, type Measure } from './wording.ts'

/** With more groups than this, two marks alone are no country. */
const mostPairs = 12

/** Letters a line, and how many lines. */
export type Form = readonly [most: number, lines: number]

/**
 * What a country is called: its name, and how many of its marks are here, in each of the forms that hold it whole; a name
 * too long for all of them loses its end.
 */
export function hullTitles(name: string, members: number, forms: readonly Form[]): string[][] {
  const whole = `${name},\u00a0${members}`
  const held = forms.flatMap(([most, lines]) => {
    const title = whole.length <= most * lines ? balance(whole, most, lines) : []
    return title.length > 0 && title.every((line) => line.length <= most + 3) ? [title] : []
  })
  if (held.length > 0) return held
  const [most, lines] = forms.at(-1) ?? [20, 3]
  return [balance(`${beginning(name, most * lines - 8)}…,\u00a0${members}`, most, lines)]
}

/** The first words. */
function beginning(name: string, most: number): string {
  const cut = name.slice(0, most)
  return withoutLittle(cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut) || cut
}

const distanceOf = (shape: Shape) => (shape === 'tall' ? 6 : 13)

/** A hull for each group that has a name and enough marks here. */
export function groupContours(
  groups: readonly Group[],
  drawn: readonly DrawnMark[],
  shape: Shape,
): Contour[] {
  return groups.flatMap(({ id }) => {
    const members = drawn.filter((one) => one.mark.group === id)
    if (members.length < 2 || (members.length === 2 && groups.length > mostPairs)) return []
    const polygon = convexHull(members.flatMap((one) => around(one.at, one.size + distanceOf(shape))))
    return [{ group: id, polygon }]
  })
}

const beyond = 24
/** As one would like it best first. */
const wideForms: readonly Form[] = [
  [36, 1],
  [20, 2],
  [17, 3],
  [22, 3],
]
const tallForms: readonly Form[] = [
  [26, 1],
  [16, 2],
  [14, 3],
  [20, 3],
]

/** Contours take in the names of their members where no stranger falls in, then get their own names. */
export function namedHulls(
  contours: readonly Contour[],
  groups: readonly Group[],
  drawn: readonly DrawnMark[],
  lines: readonly Line[],
  { measure, shape, reach }: Pick<Options, 'measure' | 'shape' | 'reach'>,
): Hull[] {
  // Each pixel that a country's name reaches beyond all others makes the whole picture smaller.
  const all = extent(drawn, [])
  const bounds = reach
    ? labelBounds(unnamed(drawn), shape, reach)
    : { ...labelBounds(drawn, shape), x: all.x - beyond, width: all.width + beyond * 2 }
  const grown: Contour[] = contours.map((contour) => ({ ...contour }))
  const rooms = new Map<string, Point[]>()
  for (const contour of grown) {
    for (const one of drawn) {
      if (one.mark.group !== contour.group || !one.label) continue
      const { x, y, width, height } = one.label.box
      const room = { x: x - 7, y: y - 5, width: width + 14, height: height + 10 }
      const wider = convexHull([...contour.polygon, ...corners(room)])
      const isFree =
        drawn.every((other) => other.mark.group === contour.group || !isInside(wider, other.at)) &&
        drawn.every(
          (other) =>
            other.mark.group === contour.group ||
            !other.label ||
            !corners(other.label.box).some((corner) => isInside(wider, corner)),
        ) &&
        grown.every((other) => other === contour || !share(wider, other.polygon))
      if (!isFree) continue
      contour.polygon = wider
      rooms.set(contour.group, [...(rooms.get(contour.group) ?? []), ...borderOf(room)])
    }
  }
  for (const contour of grown) {
    const members = drawn.filter((one) => one.mark.group === contour.group)
    const held = [
      ...members.flatMap((one) => around(one.at, one.size + distanceOf(shape))),
      ...(rooms.get(contour.group) ?? []),
      ...alongTies(members, lines),
    ]
    contour.polygon = withBays(contour.polygon, held)
  }
  const ways = lines.map((line) => ({ way: wayOf(line), reach: line.reach }))
  const taken = drawn.flatMap((one) => [
    markBox(one),
    ...(one.label ? [one.label.box] : []),
    ...(one.badge ? [one.badge] : []),
  ])
  return [...grown]
    .sort((a, b) => Math.min(...a.polygon.map(({ y }) => y)) - Math.min(...b.polygon.map(({ y }) => y)))
    .map((contour) => {
      const name = groups.find(({ id }) => id === contour.group)?.name ?? ''
      const members = drawn.filter((one) => one.mark.group === contour.group).length
      const spaced: Measure = (line, size, weight) => measure(line, size, weight) * 1.12
      const forms = shape === 'tall' ? tallForms : wideForms
      const label = hullTitles(name, members, forms)
        .map((title) => labelText(title, 13, 600, spaced))
        .reduce<Placed | null>(
          (found, text) => found ?? hullName(contour, text, { taken, ways, all: grown, bounds }),
          null,
        )
      if (label) taken.push(label.box)
      const { polygon } = contour
      return { id: contour.group, name, path: roundedPath(polygon), polygon, label, members }
    })
}

/** Points along the sides of a box, close enough that no bay slips between them. */
function borderOf({ x, y, width, height }: Rect): Point[] {
  const count = Math.ceil(width / 20)
  return Array.from({ length: count + 1 }, (_, index) => x + (width * index) / count).flatMap((across) => [
    { x: across, y },
    { x: across, y: y + height },
  ])
}

/** Points beside the lines between members: their country holds them too. */
function alongTies(members: readonly DrawnMark[], lines: readonly Line[]): Point[] {
  const ids = new Set(members.map(({ mark }) => mark.id))
  return lines.flatMap(({ from, to, ends }) => {
    if (!ends.every((id) => ids.has(id))) return []
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    const count = Math.floor(length / 24)
    const aside = { x: (-(to.y - from.y) / length) * 9, y: ((to.x - from.x) / length) * 9 }
    return Array.from({ length: count }, (_, index) => (index + 1) / (count + 1)).flatMap((part) => {
      const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
      return [
        { x: at.x + aside.x, y: at.y + aside.y },
        { x: at.x - aside.x, y: at.y - aside.y },
      ]
    })
  })
}

const foreignGround = 9
const near = 8
/** Around a country, each turn a little further away. */
const steps = [near, 16, 26].flatMap((away) => Array.from({ length: 48 }, (_, step) => [step, away] as const))

/** Outside the contour, along its edges: the top first, then the bottom and the sides. */
function hullName(
  contour: Contour,
  text: LabelText,
  {
    taken,
    ways,
    all,
    bounds,
  }: {
    taken: readonly Rect[]
    ways: readonly { way: Point[]; reach: number }[]
    all: readonly Contour[]
    bounds: Rect
  },
): Placed | null {
  const { polygon, group } = contour
  const middle = {
    x: polygon.reduce((sum, { x }) => sum + x, 0) / polygon.length,
    y: polygon.reduce((sum, { y }) => sum + y, 0) / polygon.length,
  }
  let best: Placed | null = null
  // On the ground of another country a name would be taken for its own.
  let least = foreignGround
  for (const [step, away] of steps) {
    const angle = -Math.PI / 2 + (step % 2 ? -1 : 1) * Math.ceil(step / 2) * (Math.PI / 24)
    const towards = { x: Math.cos(angle), y: Math.sin(angle) }
    const rim = Math.max(
      ...polygon.map(({ x, y }) => (x - middle.x) * towards.x + (y - middle.y) * towards.y),
    )
    const tip = polygon.find(
      ({ x, y }) => (x - middle.x) * towards.x + (y - middle.y) * towards.y >= rim - 0.01,
    )
    if (!tip) continue
    const side = Math.max(-1, Math.min(1, towards.x * 1.6))
    const rise = Math.max(-1, Math.min(1, towards.y * 1.6))
    const within = (value: number) =>
      Math.max(bounds.x + text.width / 2, Math.min(bounds.x + bounds.width - text.width / 2, value))
    const x = within(tip.x + towards.x * away + (side * text.width) / 2)
    const y = tip.y + towards.y * away + (rise * text.height) / 2
    const box = {
      x: tenth(x - text.width / 2),
      y: tenth(y - text.height / 2),
      width: text.width,
      height: text.height,
    }
    if (taken.some((other) => overlap(other, box, 3))) continue
    if (ways.some(({ way, reach }) => isOn(way, box, reach))) continue
    const wider = { x: box.x - 8, y: box.y - 10, width: box.width + 16, height: box.height + 20 }
    const foreign = all.filter((other) => other.group !== group)
    const cost =
      step * 0.15 +
      (away - near) * 0.1 +
      foreign.filter((other) => corners(wider).some((corner) => isInside(other.polygon, corner))).length *
        foreignGround +
      (corners(box).some((corner) => isInside(polygon, corner)) ? 4 : 0)
    if (cost >= least) continue
    least = cost
    best = {
      id: group,
      cost,
      box,
      leader: null,
      spots: [],
      anchor: 'middle',
      text,
      x: tenth(x),
      y: tenth(box.y + text.size * 0.95),
    }
  }
  return best
}
