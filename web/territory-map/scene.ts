import { levelStrokes } from '../drawing/levels.ts'
import type { Scene, Shape, Text } from '../drawing/ink.ts'
import { textWidth, type Face } from '../drawing/letters.ts'
import { formatNumber } from '../messages.ts'
import { classOf, tintOf, type Class } from './classes.ts'
import type { Point } from './frames.ts'
import { distance, pathOf, type Ground, type Plot } from './ground.ts'
import { discsOf, type Disc, type Flow, type Gate, type Spot } from './spots.ts'

/** All that is drawn of a map, at a zoom of `k` pixels a map unit. */
export type Drawn = {
  ground: Ground
  /** The contours that are told apart; the others stay in the background. */
  plots: readonly Plot[]
  /** The territory that the map is inside of: its border stands out. */
  inside: Plot | null
  /** How much there is in a territory. */
  valueOf: (code: string) => number
  nameOf: (code: string) => string
  classes: readonly Class[]
  spots: readonly Spot[]
  gates: readonly Gate[]
  flows: readonly Flow[]
  /** Where a territory, a commune or a country abroad stands. */
  placeOf: (code: string) => Point | undefined
  selected: string | null
  /** True where each commune is worth its name. */
  hasNames: boolean
  k: number
}

type Box = { left: number; top: number; right: number; bottom: number }
/** How many arcs are drawn at most: those of most replications. */
export const mostFlows = 400

const halo = { colour: 'paper', width: 3 } as const
const plain: Face = { size: 11, weight: 400 }
const strong: Face = { size: 13, weight: 700 }

/** The map as shapes, in pixels of its zoom, and the discs that a hand may hit. */
export function mapScene(drawn: Drawn): { scene: Scene; discs: Disc[]; names: { code: string; box: Box }[] } {
  const { ground, k } = drawn
  // Where a number says how many there are, a disc amid it would say it again.
  const told = new Set(drawn.plots.map(({ code }) => code))
  const spots = drawn.spots.filter(({ code }) => !told.has(code))
  const small = ground.pieces.length > 1 ? Math.min(6, Math.max(3, k * 10)) : 3.5
  const discs = discsOf(spots, k, drawn.hasNames ? 17 : small)
  const taken: Box[] = []
  if (drawn.hasNames) for (const { at, r } of discs) taken.push(around(at, r * 2, r * 2))
  const written = numbers(drawn, taken)
  const gates = gateNames(drawn, taken)
  const shapes = [
    ...areas(drawn),
    ...frames(drawn),
    ...arcs(drawn),
    ...discs.flatMap((disc) => marks(disc, drawn)),
    ...written,
    ...gates.flatMap(({ shapes }) => shapes),
    ...(drawn.hasNames ? discNames(discs, drawn, taken) : []),
  ]
  const { left, top, right, bottom } = ground.box
  return {
    scene: {
      box: { x: left * k, y: top * k, width: (right - left) * k, height: (bottom - top) * k },
      shapes,
    },
    discs,
    names: gates.map(({ code, box }) => ({ code, box })),
  }
}

function areas({ ground, plots, inside, valueOf, classes, k }: Drawn): Shape[] {
  const told = new Set(plots)
  const others = Object.values(ground.plots)
    .flat()
    .filter((plot) => !told.has(plot) && plot !== inside)
  // Of levels that cover each other the widest is enough to say where one is.
  const widest = ground.plots.COUNTRY ?? ground.plots.REGION ?? []
  const behind = others.filter((plot) => widest.includes(plot))
  const borders = plots.length > 0 && plots !== ground.plots.REGION ? behind : []
  return [
    ...behind.map((plot): Shape => ({
      is: 'path',
      d: pathOf(plot.rings, k),
      fill: 'hull',
      stroke: { colour: 'hull-line', width: 1 },
    })),
    ...plots.map((plot): Shape => ({ is: 'path', d: pathOf(plot.rings, k), fill: 'panel' })),
    ...plots.flatMap((plot): Shape[] => {
      const place = classOf(classes, valueOf(plot.code))
      return place < 0 ? [] : [{ is: 'path', d: pathOf(plot.rings, k), fill: 'soft', opacity: tintOf(place) }]
    }),
    ...plots.map((plot): Shape => ({
      is: 'path',
      d: pathOf(plot.rings, k),
      stroke: { colour: 'edge', width: 0.6 },
    })),
    ...borders.map((plot): Shape => ({
      is: 'path',
      d: pathOf(plot.rings, k),
      stroke: { colour: 'edge', width: 1.3 },
    })),
    ...(inside ? [border(inside, plots.length === 0, k)] : []),
  ]
}

const border = ({ rings }: Plot, isAlone: boolean, k: number): Shape => {
  const shape = { is: 'path', d: pathOf(rings, k), stroke: { colour: 'edge', width: 1.6 } } as const
  return isAlone ? { ...shape, fill: 'panel' } : shape
}

/** The frames of the insets with their names. */
function frames({ ground, k }: Drawn): Shape[] {
  return ground.pieces.flatMap(({ frame, x, y, title }): Shape[] => {
    if (title === null) return []
    const pad = 8
    const box = {
      x: (x - pad) * k,
      y: (y - pad) * k,
      width: (frame.width + pad * 2) * k,
      height: (frame.height + pad * 2) * k,
    }
    return [
      { is: 'box', ...box, r: 3, stroke: { colour: 'line', width: 1 } },
      { is: 'text', x: box.x + 1, y: box.y - 4, lines: [title], ...plain, colour: 'soft' },
    ]
  })
}

/** Each territory's number where there is room, with its name where there is more. */
function numbers({ plots, valueOf, nameOf, k }: Drawn, taken: Box[]): Shape[] {
  const inOrder = plots
    .flatMap((plot) => (valueOf(plot.code) > 0 ? [{ plot, value: valueOf(plot.code) }] : []))
    .toSorted((a, b) => b.value - a.value)
  return inOrder.flatMap(({ plot, value }): Shape[] => {
    const number = formatNumber(value)
    const name = nameOf(plot.code)
    const room = { wide: (plot.box.right - plot.box.left) * k, high: (plot.box.bottom - plot.box.top) * k }
    const at = { x: plot.at.x * k, y: plot.at.y * k }
    const [nameWidth, numberWidth] = [textWidth(name, plain), textWidth(number, strong)]
    const hasName = nameWidth < room.wide * 0.86 && room.high > 44 && isFree(around(at, nameWidth, 30), taken)
    if (!hasName && (numberWidth > room.wide * 0.9 || room.high < 15)) return []
    const box = around(at, hasName ? nameWidth : numberWidth, hasName ? 30 : 15)
    if (!isFree(box, taken)) return []
    taken.push(box)
    const middle = { is: 'text', anchor: 'middle', colour: 'ink', halo } as const
    const line: Shape = { ...middle, x: at.x, y: at.y + (hasName ? 0 : 4.5), lines: [number], ...strong }
    return hasName ? [line, { ...middle, x: at.x, y: at.y + 13, lines: [name], ...plain }] : [line]
  })
}

/** Replications as arcs that bend to their left, with a head where they arrive. */
function arcs({ flows, placeOf, selected, k }: Drawn): Shape[] {
  const strongest = flows.toSorted((a, b) => b.ids.length - a.ids.length).slice(0, mostFlows)
  // The few that are more stay above the many.
  return strongest.toReversed().flatMap(({ from, to, level, ids }): Shape[] => {
    const [start, end] = [placeOf(from), placeOf(to)]
    if (!start || !end) return []
    const curve = arcBetween({ x: start.x * k, y: start.y * k }, { x: end.x * k, y: end.y * k })
    if (!curve) return []
    const stroke = levelStrokes[level]
    const width = stroke.width + Math.log2(ids.length) * 0.7
    const isFar = selected !== null && selected !== from && selected !== to
    const calm = Math.min(0.8, 0.34 + 0.16 * Math.log2(ids.length))
    const opacity = isFar ? 0.1 : selected === null ? calm : 0.95
    return [
      { is: 'path', d: curve.d, stroke: { ...stroke, width }, opacity },
      { is: 'path', d: curve.head(4 + width), fill: stroke.colour, opacity },
    ]
  })
}

/** A curve from one point to another, kept clear of both, and the triangle at its end; null where there is no room. */
export function arcBetween(
  start: Point,
  end: Point,
  clear = 9,
): { d: string; head: (size: number) => string } | null {
  const long = distance(start, end)
  if (long < clear * 2 + 6) return null
  const bend = 0.2
  const way = { x: (end.x - start.x) / long, y: (end.y - start.y) / long }
  const top = {
    x: (start.x + end.x) / 2 + way.y * long * bend,
    y: (start.y + end.y) / 2 - way.x * long * bend,
  }
  const from = towards(start, top, clear)
  const to = towards(end, top, clear)
  const back = { x: (top.x - to.x) / distance(top, to), y: (top.y - to.y) / distance(top, to) }
  return {
    d: `M${text(from)}Q${text(top)} ${text(to)}`,
    head(size) {
      const foot = { x: to.x + back.x * size, y: to.y + back.y * size }
      const side = { x: back.y * size * 0.42, y: -back.x * size * 0.42 }
      const corners = [
        to,
        { x: foot.x + side.x, y: foot.y + side.y },
        { x: foot.x - side.x, y: foot.y - side.y },
      ]
      return `M${corners.map(text).join('L')}Z`
    },
  }
}

function towards(from: Point, to: Point, far: number): Point {
  const long = distance(from, to)
  return { x: from.x + ((to.x - from.x) * far) / long, y: from.y + ((to.y - from.y) * far) / long }
}
const text = ({ x, y }: Point) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`

/** A disc of initiatives: hollow where only the wider territory is known, faint where they lie outside. */
function marks({ at, r, spots, count }: Disc, { selected, hasNames }: Drawn): Shape[] {
  const isVague = spots.every((spot) => spot.isVague)
  const isFar = spots.every((spot) => spot.isElsewhere)
  const isSelected = spots.some(({ code }) => code === selected)
  const opacity = isFar ? 0.45 : 1
  return [
    ...(isSelected
      ? [{ is: 'disc', ...at, r: r + 3.5, stroke: { colour: 'accent', width: 2 } } as const]
      : []),
    {
      is: 'disc',
      ...at,
      r,
      fill: isVague ? 'paper' : 'ink',
      stroke: { colour: isVague ? 'ink' : 'paper', width: 1 },
      opacity,
    },
    ...(hasNames && count > 1 && r > 5.5
      ? [
          {
            is: 'text',
            x: at.x,
            y: at.y + 3.6,
            lines: [formatNumber(count)],
            size: 10,
            weight: 700,
            anchor: 'middle',
            colour: isVague ? 'ink' : 'paper',
            opacity,
          } as const,
        ]
      : []),
  ]
}

/** The names of communes beside their discs, those of most initiatives first, as far as there is room. */
function discNames(discs: readonly Disc[], { nameOf }: Drawn, taken: Box[]): Shape[] {
  return discs.flatMap(({ at, r, spots }): Shape[] => {
    const [first] = spots
    if (!first) return []
    const own = nameOf(first.code)
    const name = spots.length > 1 ? `${own} + ${spots.length - 1}` : own
    const wide = textWidth(name, plain)
    const sides: { x: number; y: number; anchor: Text['anchor']; box: Box }[] = [
      {
        x: at.x + r + 4,
        y: at.y + 4,
        anchor: 'start',
        box: around({ x: at.x + r + 4 + wide / 2, y: at.y }, wide, 13),
      },
      {
        x: at.x - r - 4,
        y: at.y + 4,
        anchor: 'end',
        box: around({ x: at.x - r - 4 - wide / 2, y: at.y }, wide, 13),
      },
      { x: at.x, y: at.y - r - 4, anchor: 'middle', box: around({ x: at.x, y: at.y - r - 8 }, wide, 13) },
      { x: at.x, y: at.y + r + 12, anchor: 'middle', box: around({ x: at.x, y: at.y + r + 8 }, wide, 13) },
    ]
    const side = sides.find(({ box }) => isFree(box, taken))
    if (!side) return []
    taken.push(side.box)
    const { x, y, anchor } = side
    return [{ is: 'text', x, y, lines: [name], ...plain, anchor, colour: 'ink', halo }]
  })
}

/** The countries beyond the rim: name and number, towards the map from the sides. */
function gateNames({ gates, nameOf, ground, selected, k }: Drawn, taken: Box[]) {
  const middle = (ground.box.left + ground.box.right) / 2
  // No name covers the dot of another one.
  for (const { at } of gates) taken.push(around({ x: at.x * k, y: at.y * k }, 4, 6))
  return gates.flatMap(({ code, at, ids }) => {
    const name = `${nameOf(code)} ${formatNumber(ids.length)}`
    const point = { x: at.x * k, y: at.y * k }
    const wide = textWidth(name, plain)
    // Outwards where the map has room for it; the dot stays where no side has.
    const out = at.x > middle ? 1 : -1
    const sides = [out, -out].map((side) => point.x + side * (7 + wide / 2))
    const x = sides.find(
      (one) =>
        one - wide / 2 > ground.box.left * k &&
        one + wide / 2 < ground.box.right * k &&
        isFree(around({ x: one, y: point.y }, wide, 14), taken),
    )
    const dot: Shape = { is: 'disc', ...point, r: 2.5, fill: 'soft' }
    if (x === undefined) return [{ code, box: around(point, 6, 6), shapes: [dot] }]
    const box = around({ x, y: point.y }, wide, 14)
    taken.push(box)
    const look = { ...plain, weight: code === selected ? 700 : 400 }
    const shapes: Shape[] = [
      dot,
      { is: 'text', x, y: point.y + 4, lines: [name], ...look, anchor: 'middle', colour: 'soft', halo },
    ]
    return [{ code, box, shapes }]
  })
}

const around = ({ x, y }: Point, wide: number, high: number): Box => ({
  left: x - wide / 2 - 2,
  right: x + wide / 2 + 2,
  top: y - high / 2,
  bottom: y + high / 2,
})
const isFree = (box: Box, taken: readonly Box[]) =>
  taken.every(
    (other) =>
      box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
  )
