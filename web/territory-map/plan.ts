import { levels } from '../drawing/levels.ts'
import { textWidth, type Face } from '../drawing/letters.ts'
import { formatNumber } from '../messages.ts'
import { isInside } from '../drawing/inside.ts'
import type { Ever } from './ever.ts'
import type { Point } from './frames.ts'
import { distance, type Ground, type Plot } from './ground.ts'
import type { Disc, Flow } from './spots.ts'
import { around, bendOf, crosses, curveBetween, isApart, isFree, lineOf, wayOf } from './ways.ts'
import type { Box, Curve, End, Line } from './ways.ts'

/** How many arcs are drawn at most: on a small map more of them would hide it. */
export const mostFlows = ({ usual }: Pick<Ground, 'usual'>): number => (usual < 0.4 ? 60 : 400)

/** Flows in the order of how much they say: those of most replications first, then the closest. */
export const byWeight = (flows: readonly Flow[]): Flow[] =>
  flows.toSorted((a, b) => b.ids.length - a.ids.length || levels.indexOf(b.level) - levels.indexOf(a.level))

export const plain: Face = { size: 11, weight: 400 }
export const strong: Face = { size: 13, weight: 700 }

/** Where a territory's number stands, in pixels, with its name under it where there is room. */
export type Label = { code: string; at: Point; name: string | null; box: Box }
/** Where numbers stand and how arcs go so that they cross as few of them as can be. */
export type Plan = {
  labels: readonly Label[]
  /** The curve of each arc, by what it is known by. */
  curves: ReadonlyMap<string, Curve>
}

type Given = {
  ground: Ground
  ever: Pick<Ever, 'flows' | 'gates' | 'nameOf' | 'placeOf' | 'plots' | 'valueOf'>
  /** What numbers leave free as far as they can, or always. */
  discs: readonly Disc[]
  hasNames: boolean
  k: number
}

type Way = { key: string; from: string; to: string; curve: Curve; line: Line }

/** The plan of all that a map holds at all dates, at a zoom of `k` pixels a map unit; dates hide parts of it. */
export function planOf(given: Given): Plan {
  const { ever, ground, hasNames, discs, k } = given
  const inOrder = byWeight(ever.flows)
  const [strongest, others] = [inOrder.slice(0, mostFlows(ground)), inOrder.slice(mostFlows(ground))]
  const boxes = discs.map(({ at, r }) => around(at, r * 2, r * 2))
  const gates = new Map(ever.gates.map((gate) => [gate.code, gateEnd(gate, ever.nameOf, k)]))
  const kept = [...(hasNames ? boxes : []), ...[...gates.values()].map(({ box }) => box), ...locator(given)]
  const wanted = wantedLabels(given)
  const place = (lines: readonly Way[]) => placed(wanted, lines, kept, hasNames ? [] : boxes, k)
  const route = (flows: readonly Flow[], labels: readonly Label[]) => routed(given, flows, labels, gates)

  let labels = place([])
  let ways = route(strongest, labels)
  let best = { labels, ways, crossed: crossings(labels, ways) }
  for (let round = 0; round < rounds && best.crossed > 0; round += 1) {
    labels = place(ways)
    ways = route(strongest, labels)
    const crossed = crossings(labels, ways)
    if (crossed < best.crossed) best = { labels, ways, crossed }
  }
  const all = [...best.ways, ...route(others, best.labels)]
  return { labels: best.labels, curves: new Map(all.map(({ key, curve }) => [key, curve])) }
}

// More of them find little that is better.
const rounds = 3

const crossings = (labels: readonly Label[], ways: readonly Way[]): number =>
  labels.reduce((sum, { box }) => sum + ways.filter(({ line }) => crosses(line, box)).length, 0)

/** The sides of what a close-up shows, where that is on the map: no number stands on them. */
function locator({ ground, k }: Given): Box[] {
  if (!ground.closeUp) return []
  const { left, top, right, bottom } = ground.closeUp.of
  const [middle, centre] = [((left + right) / 2) * k, ((top + bottom) / 2) * k]
  return [
    ...[top, bottom].map((y) => around({ x: middle, y: y * k }, (right - left) * k, 2)),
    ...[left, right].map((x) => around({ x: x * k, y: centre }, 2, (bottom - top) * k)),
  ]
}

type Wanted = {
  code: string
  plot: Plot
  number: number
  /** How wide its name is; 0 where there is no room for it. */
  name: number
  text: string
  spots: readonly Point[]
}

/** The territories that are worth a number, with the places where it may stand: those of most first. */
function wantedLabels({ ground, ever, k }: Given): Wanted[] {
  return ever.plots
    .map((plot) => ground.closeUp?.told.get(plot.code) ?? plot)
    .filter(({ code }) => ever.valueOf(code) > 0)
    .toSorted((a, b) => ever.valueOf(b.code) - ever.valueOf(a.code))
    .flatMap((plot): Wanted[] => {
      const text = ever.nameOf(plot.code)
      const number = textWidth(formatNumber(ever.valueOf(plot.code)), strong)
      const name = textWidth(text, plain)
      const wide = (plot.box.right - plot.box.left) * k
      const high = (plot.box.bottom - plot.box.top) * k
      if (number > wide * 0.9 || high < 15) return []
      const hasRoom = name < wide * 0.86 && high > 44
      return [
        { code: plot.code, plot, number, name: hasRoom ? name : 0, text, spots: spotsIn(plot, number, k) },
      ]
    })
}

/** The middle of a contour, and places around in which a number lies inside of it. */
function spotsIn({ rings, at, box }: Plot, number: number, k: number): Point[] {
  const [wide, high] = [number / 2 + 1, 8]
  const steps = 7
  const largest = rings.find((ring) => isInside(ring, at)) ?? rings[0] ?? []
  const spots: Point[] = [{ x: at.x * k, y: at.y * k }]
  for (let row = 1; row < steps; row += 1) {
    for (let column = 1; column < steps; column += 1) {
      const spot = {
        x: (box.left + ((box.right - box.left) * column) / steps) * k,
        y: (box.top + ((box.bottom - box.top) * row) / steps) * k,
      }
      const corners = [-1, 1].flatMap((side) =>
        [-1, 1].map((end) => ({ x: (spot.x + side * wide) / k, y: (spot.y + end * high) / k })),
      )
      if (corners.every((corner) => isInside(largest, corner))) spots.push(spot)
    }
  }
  return spots
}

/** The boxes of a number, and of a number with its name. */
const boxAt = (spot: Point, number: number, name: number): Box =>
  name > 0 ? around({ x: spot.x, y: spot.y + 1 }, Math.max(name, number), 30) : around(spot, number, 15)

function placed(
  wanted: readonly Wanted[],
  lines: readonly Way[],
  taken: readonly Box[],
  dots: readonly Box[],
  k: number,
): Label[] {
  const labels: Label[] = []
  const used = [...taken]
  for (const { code, plot, number, name, text, spots } of wanted) {
    const size = Math.max(
      20,
      distance({ x: plot.box.left, y: plot.box.top }, { x: plot.box.right, y: plot.box.bottom }) * k,
    )
    const others = lines.filter(({ from, to }) => from !== code && to !== code)
    const [anchor] = spots
    let best: { cost: number; label: Label } | null = null
    for (const at of spots) {
      for (const wide of name > 0 ? [name, 0] : [0]) {
        const box = boxAt(at, number, wide)
        if (!isFree(box, used)) continue
        const crossed = others.filter(({ line }) => crosses(line, box)).length
        const covered = dots.filter((dot) => !isApart(dot, box)).length
        const far = anchor ? distance(at, anchor) / size : 0
        const cost = crossed * 4 + covered * 2.5 + (name > 0 && wide === 0 ? 5 : 0) + far * 2
        if (!best || cost < best.cost) best = { cost, label: { code, at, name: wide > 0 ? text : null, box } }
      }
    }
    if (!best) continue
    labels.push(best.label)
    used.push(best.label.box)
  }
  return labels
}

/** Each arc by the bend that crosses the fewest names, near to its usual one; those without room are left out. */
function routed(
  { ever: { placeOf }, ground, k }: Given,
  flows: readonly Flow[],
  labels: readonly Label[],
  gates: ReadonlyMap<string, EndWithBox>,
): Way[] {
  const ends = new Map<string, EndWithBox>([...gates, ...labels.map((label) => [label.code, label] as const)])
  const boxes = [...ends.values()].map(({ box }) => box)
  return flows.flatMap((flow): Way[] => {
    const { from, to, level } = flow
    const [start, end] = endsOf(flow, ground, placeOf, ends, k)
    if (!start || !end) return []
    const reach = reachOf(start.at, end.at)
    const obstacles = boxes.filter(
      (box) =>
        !isApart(reach, box) &&
        box !== start.box &&
        box !== end.box &&
        !isIn(box, start.at) &&
        !isIn(box, end.at),
    )
    let best: { cost: number; curve: Curve; line: Line } | null = null
    for (const turn of turns) {
      const curve = curveBetween(start, end, bendOf[level] + turn.bend, turn.lean)
      if (!curve) continue
      const line = lineOf(curve)
      const crossed = obstacles.filter((box) => crosses(line, box)).length
      const cost = crossed * 10 + turn.awkward
      if (!best || cost < best.cost) best = { cost, curve, line }
      if (crossed === 0) break
    }
    return best ? [{ key: wayOf(flow), from, to, curve: best.curve, line: best.line }] : []
  })
}

/** Where an arc may lead at all, whatever its bend. */
function reachOf(start: Point, end: Point): Box {
  const far = distance(start, end) * 0.4
  return {
    left: Math.min(start.x, end.x) - far,
    right: Math.max(start.x, end.x) + far,
    top: Math.min(start.y, end.y) - far,
    bottom: Math.max(start.y, end.y) + far,
  }
}

type EndWithBox = { at: Point; box: Box }

// What is added to the usual bend, and how far it leans: the least first; to the right only where nothing else is free.
const turns = [0, 0.05, -0.05, 0.1, -0.1, 0.16, -0.14, 0.22, 0.3, -0.26, -0.34, 0.4, -0.44]
  .flatMap((bend) =>
    [0, -0.14, 0.14, -0.26, 0.26].map((lean) => ({
      bend,
      lean,
      awkward: Math.abs(bend) * 8 + Math.abs(lean) * 4,
    })),
  )
  .toSorted((one, other) => one.awkward - other.awkward)

const isIn = ({ left, top, right, bottom }: Box, { x, y }: Point) =>
  x > left && x < right && y > top && y < bottom

/** Where an arc begins and ends: at the numbers of its territories, in the close-up when both lie there. */
function endsOf(
  { from, to }: Flow,
  { closeUp }: Ground,
  placeOf: Ever['placeOf'],
  ends: ReadonlyMap<string, EndWithBox>,
  k: number,
): (End | null)[] {
  const isClose = closeUp?.told.has(from) && closeUp.told.has(to)
  return [from, to].map((code) => {
    const near = closeUp?.told.get(code)
    const known = near && !isClose ? undefined : ends.get(code)
    if (known) return known
    const at = (isClose ? near?.at : undefined) ?? placeOf(code)
    return at ? { at: { x: at.x * k, y: at.y * k }, box: null } : null
  })
}

/** How wide the name of a country on the rim is, and where it is written. */
export function gateLabel(
  { code, at, side, ids }: Ever['gates'][number],
  nameOf: (code: string) => string,
  k: number,
): { text: string; at: Point; box: Box } {
  const text = `${nameOf(code)} ${formatNumber(ids.length)}`
  const point = { x: at.x * k, y: at.y * k }
  if (side === 0) return { text: '', at: point, box: around(point, 6, 6) }
  const wide = textWidth(text, plain)
  const middle = { x: point.x + side * (7 + wide / 2), y: point.y }
  return { text, at: middle, box: around(middle, wide, 14) }
}

/** An arc from abroad begins at the dot, clear of the name that may stand between it and the map. */
function gateEnd(gate: Ever['gates'][number], nameOf: (code: string) => string, k: number): EndWithBox {
  const at = { x: gate.at.x * k, y: gate.at.y * k }
  const [name, dot] = [gateLabel(gate, nameOf, k).box, around(at, 6, 12)]
  const box = {
    left: Math.min(name.left, dot.left),
    right: Math.max(name.right, dot.right),
    top: Math.min(name.top, dot.top),
    bottom: Math.max(name.bottom, dot.bottom),
  }
  return { at, box }
}
