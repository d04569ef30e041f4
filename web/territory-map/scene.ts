import type { Scene, Shape } from '../drawing/ink.ts'
import { formatNumber } from '../messages.ts'
import { around, type Box } from './boxes.ts'
import { arcs } from './arcs.ts'
import { discNames, discsOn, marks } from './discInk.ts'
import type { Drawn } from './drawn.ts'
import type { Ever } from './ever.ts'
import { halo, plain, strong } from './faces.ts'
import { gateLabel } from './gateLabel.ts'
import { boxOf, land } from './land.ts'
import type { Label } from './labels.ts'
import { planOf, type Plan } from './plan.ts'
import type { Gate } from './rim.ts'
import type { Disc } from './discs.ts'

/** What the plan of a map follows from: nothing of it changes with the date or with what is selected. */
type Planned = Pick<Drawn, 'ground' | 'hasNames' | 'k'> & {
  ever: Ever
  hasPoints: boolean
  hasArcs: boolean
}

/** Where names stand on a map, and how arcs go. */
export function mapPlan({ ever, hasPoints, hasArcs, ...drawn }: Planned): Plan {
  const discs = hasPoints ? discsOn({ ...drawn, plots: ever.plots, spots: ever.spots }) : []
  return planOf({ ...drawn, ever: hasArcs ? ever : { ...ever, flows: [], gates: [] }, discs })
}

/** The map as shapes, in pixels of its zoom, and the discs and names that a hand may hit; what grows is drawn over it. */
export function mapScene(
  drawn: Drawn,
  plan: Plan,
  growing: ReadonlySet<string> = new Set(),
): { scene: Scene; discs: Disc[]; names: { code: string; box: Box }[] } {
  const { k } = drawn
  const discs = discsOn(drawn)
  const gates = drawn.gates.map((gate) => ({ gate, label: gateLabel(gate, drawn.nameOf, k) }))
  const written = plan.labels.filter(({ code }) => drawn.valueOf(code) > 0)
  const ends = new Set(drawn.flows.flatMap(({ from, to }) => [from, to]))
  const neighbours = plan.neighbours.filter(({ code }) => ends.has(code))
  const taken = [
    ...discs.map(({ at, r }) => around(at, r * 2, r * 2)),
    ...written.map(({ box }) => box),
    ...[...gates.map(({ label }) => label), ...neighbours].map(({ box }) => box),
  ]
  const shapes = [
    ...land(drawn),
    ...arcs(drawn, plan, (way) => (growing.has(way) ? 0 : 1)),
    ...discs.flatMap((disc) => marks(disc, drawn, written)),
    ...written.flatMap((label) => number(label, drawn)),
    ...neighbours.flatMap((label) => neighbour(label, drawn)),
    ...gates.flatMap(({ gate, label }) => gateShapes(gate, label, drawn)),
    ...(drawn.hasNames ? discNames(discs, drawn, plan, taken) : []),
  ]
  return {
    scene: { box: boxOf(drawn), shapes },
    discs,
    names: gates.map(({ gate, label }) => ({ code: gate.code, box: label.box })),
  }
}

/** The arcs that a later date brings, as far as they have come, 0 to 1 of their way. */
export const growingArcs = (drawn: Drawn, plan: Plan, ways: ReadonlySet<string>, far: number): Shape[] =>
  ways.size > 0 ? arcs(drawn, plan, (way) => (ways.has(way) ? far : 0)) : []

/** A territory's number, with its name under it where there is room. */
function number({ code, at, name }: Label, { valueOf, selected }: Drawn): Shape[] {
  const middle = { is: 'text', anchor: 'middle', colour: 'ink', halo, x: at.x } as const
  const lines = [formatNumber(valueOf(code))]
  const own: Shape = { ...middle, y: at.y + (name === null ? 4.5 : 0), lines, ...strong }
  if (name === null) return [own]
  const weight = code === selected ? 700 : 400
  return [own, { ...middle, y: at.y + 13, lines: [name], ...plain, weight }]
}

/** A territory around what is told apart: its name. */
function neighbour({ code, at, name }: Label, { selected }: Drawn): Shape[] {
  if (name === null) return []
  const face = { ...plain, weight: code === selected ? 700 : 400, colour: 'soft', halo } as const
  return [{ is: 'text', anchor: 'middle', x: at.x, y: at.y + 4, lines: [name], ...face }]
}

/** A country beyond the rim: its dot, its name and its number. */
function gateShapes(
  { code, at }: Gate,
  { text, at: middle }: ReturnType<typeof gateLabel>,
  { selected, k }: Drawn,
): Shape[] {
  const dot: Shape = { is: 'disc', x: at.x * k, y: at.y * k, r: 2.5, fill: 'soft' }
  if (text === '') return [dot]
  const look = {
    ...plain,
    weight: code === selected ? 700 : 400,
    anchor: 'middle',
    colour: 'soft',
    halo,
  } as const
  return [dot, { is: 'text', x: middle.x, y: middle.y + 4, lines: [text], ...look }]
}
