import type { Scene, Shape, Text } from '../drawing/ink.ts'
import { levelStrokes } from '../drawing/levels.ts'
import { textWidth } from '../drawing/letters.ts'
import { formatNumber } from '../messages.ts'
import type { Class } from './classes.ts'
import type { Ever } from './ever.ts'
import { plain, strong } from './faces.ts'
import { byWeight, mostFlows, wayOf, type Flow } from './flows.ts'
import { gateLabel } from './gateLabel.ts'
import type { Point } from './frames.ts'
import type { Ground, Plot } from './ground.ts'
import { land } from './land.ts'
import type { Label } from './labels.ts'
import { planOf, type Plan } from './plan.ts'
import type { Gate } from './rim.ts'
import { discsOf, type Disc, type Spot } from './spots.ts'
import { around, crosses, curveBetween, inkOfWay, isFree, lineOf, bendOf, type Box } from './ways.ts'

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

/** The discs of a map: where a number says how many there are, a disc amid it would say it again. */
function discsOn({
  ground,
  plots,
  spots,
  hasNames,
  k,
}: Pick<Drawn, 'ground' | 'plots' | 'spots' | 'hasNames' | 'k'>): Disc[] {
  const told = new Set(plots.map(({ code }) => code))
  const small = ground.pieces.length > 2 ? Math.min(6, Math.max(3, k * 10)) : 3.5
  return discsOf(
    spots.filter(({ code }) => !told.has(code)),
    k,
    hasNames ? 17 : small,
  )
}

/** The map as shapes, in pixels of its zoom, and the discs and names that a hand may hit. */
export function mapScene(
  drawn: Drawn,
  plan: Plan,
): { scene: Scene; discs: Disc[]; names: { code: string; box: Box }[] } {
  const { ground, k } = drawn
  const discs = discsOn(drawn)
  const gates = drawn.gates.map((gate) => ({ gate, label: gateLabel(gate, drawn.nameOf, k) }))
  const written = plan.labels.filter(({ code }) => drawn.valueOf(code) > 0)
  const taken = [
    ...discs.map(({ at, r }) => around(at, r * 2, r * 2)),
    ...written.map(({ box }) => box),
    ...gates.map(({ label }) => label.box),
  ]
  const shapes = [
    ...land(drawn),
    ...arcs(drawn, plan),
    ...discs.flatMap((disc) => marks(disc, drawn)),
    ...written.flatMap((label) => number(label, drawn)),
    ...gates.flatMap(({ gate, label }) => gateShapes(gate, label, drawn)),
    ...(drawn.hasNames ? discNames(discs, drawn, plan, taken) : []),
  ]
  const { left, top, right, bottom } = ground.box
  return {
    scene: {
      box: { x: left * k, y: top * k, width: (right - left) * k, height: (bottom - top) * k },
      shapes,
    },
    discs,
    names: gates.map(({ gate, label }) => ({ code: gate.code, box: label.box })),
  }
}

const halo = { colour: 'paper', width: 3 } as const

/** A territory's number, with its name under it where there is room. */
function number({ code, at, name }: Label, { valueOf, selected }: Drawn): Shape[] {
  const middle = { is: 'text', anchor: 'middle', colour: 'ink', halo, x: at.x } as const
  const lines = [formatNumber(valueOf(code))]
  const own: Shape = { ...middle, y: at.y + (name === null ? 4.5 : 0), lines, ...strong }
  if (name === null) return [own]
  const weight = code === selected ? 700 : 400
  return [own, { ...middle, y: at.y + 13, lines: [name], ...plain, weight }]
}

/** Replications as arcs that bend to their left, with a head where they arrive. */
function arcs({ ground, flows, placeOf, selected, k }: Drawn, { curves }: Plan): Shape[] {
  const most = mostFlows(ground)
  const isOfSelected = ({ from, to }: Flow) => selected === from || selected === to
  const strongest = byWeight(flows).filter((flow, place) => place < most || isOfSelected(flow))
  // The few that are more stay above the many.
  return strongest.toReversed().flatMap((flow): Shape[] => {
    const { from, to, level, ids } = flow
    const ends = [from, to].map((code) => placeOf(code)).flatMap((at) => (at ? [at] : []))
    const [start, end] = ends.map(({ x, y }) => ({ at: { x: x * k, y: y * k }, box: null }))
    if (!start || !end) return []
    const curve = curves.get(wayOf(flow)) ?? curveBetween(start, end, bendOf[level])
    if (!curve) return []
    const width = levelStrokes[level].width + Math.log2(ids.length) * 0.7
    const isFar = selected !== null && !isOfSelected(flow)
    const calm = Math.min(0.8, 0.34 + 0.16 * Math.log2(ids.length))
    return inkOfWay(curve, level, width, isFar ? 0.1 : selected === null ? calm : 0.95)
  })
}

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
function discNames(
  discs: readonly Disc[],
  { nameOf, selected }: Drawn,
  { curves }: Plan,
  taken: Box[],
): Shape[] {
  const lines = [...curves.values()].map(lineOf)
  const crossed = (box: Box) => lines.filter((line) => crosses(line, box)).length
  return discs.flatMap(({ at, r: own, spots }): Shape[] => {
    const [first] = spots
    if (!first) return []
    // Clear of the ring too.
    const r = own + (spots.some(({ code }) => code === selected) ? 5 : 0)
    const more = spots.length > 1 ? ` + ${spots.length - 1}` : ''
    const name = `${nameOf(first.code)}${more}`
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
    const free = sides.filter(({ box }) => isFree(box, taken))
    const [side] = free.toSorted((one, other) => crossed(one.box) - crossed(other.box))
    if (!side) return []
    taken.push(side.box)
    const { x, y, anchor } = side
    return [{ is: 'text', x, y, lines: [name], ...plain, anchor, colour: 'ink', halo }]
  })
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
