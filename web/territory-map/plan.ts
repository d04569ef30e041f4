import { around, type Box } from './boxes.ts'
import type { Ever } from './ever.ts'
import { byWeight } from './flowOrder.ts'
import { mostFlows, type Flow } from './flows.ts'
import { gateEnd } from './gateLabel.ts'
import type { Ground } from './ground.ts'
import { neighbourLabels, placed, wantedLabels, type Label } from './labels.ts'
import { routed } from './routes.ts'
import type { Disc } from './discs.ts'
import { crosses, type Curve, type Way } from './ways.ts'

/** Where numbers stand and how arcs go so that they cross as few of them as can be. */
export type Plan = {
  labels: readonly Label[]
  /** The names of what lies around and has no other mark, where arcs come from or lead to. */
  neighbours: readonly Label[]
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

/** The plan of all that a map holds at all dates, at a zoom of `k` pixels a map unit; dates hide parts of it. */
export function planOf(given: Given): Plan {
  const { ever, ground, hasNames, discs, k } = given
  const inOrder = byWeight(ever.flows)
  const [strongest, others] = [inOrder.slice(0, mostFlows(ground)), inOrder.slice(mostFlows(ground))]
  const boxes = discs.map(({ at, r }) => around(at, r * 2, r * 2))
  const gates = new Map(ever.gates.map((gate) => [gate.code, gateEnd(gate, ever.nameOf, k)]))
  const marked = new Set([...gates.keys(), ...discs.flatMap(({ spots }) => spots.map(({ code }) => code))])
  const neighbours = neighbourLabels(given, marked)
  const ends = [...gates.values(), ...neighbours]
  const kept = [...(hasNames ? boxes : []), ...ends.map(({ box }) => box), ...locator(given)]
  const wanted = wantedLabels(given)
  const place = (lines: readonly Way[]) => placed(wanted, lines, kept, hasNames ? [] : boxes, k)
  const route = (flows: readonly Flow[], labels: readonly Label[]) =>
    routed(given, flows, [...labels, ...neighbours], gates)

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
  return { labels: best.labels, neighbours, curves: new Map(all.map(({ key, curve }) => [key, curve])) }
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
