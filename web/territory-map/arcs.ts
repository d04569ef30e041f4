import type { Shape } from '../drawing/ink.ts'
import { levelStrokes } from '../drawing/levels.ts'
import type { Drawn } from './drawn.ts'
import { byWeight, wayOf } from './flowOrder.ts'
import { mostFlows, type Flow } from './flows.ts'
import type { Plan } from './plan.ts'
import { bendOf, curveBetween, inkOfWay, reached } from './ways.ts'

type Given = Pick<Drawn, 'ground' | 'flows' | 'placeOf' | 'selected' | 'k'>

/**
 * Replications as arcs that bend to their left, with a head where they arrive; `far` says how much of its way each has
 * come, 0 to 1.
 */
export function arcs(
  { ground, flows, placeOf, selected, k }: Given,
  { curves }: Plan,
  far: (way: string) => number,
): Shape[] {
  const most = mostFlows(ground)
  const isOfSelected = ({ from, to }: Flow) => selected === from || selected === to
  const strongest = byWeight(flows).filter((flow, place) => place < most || isOfSelected(flow))
  // The few that are more stay above the many.
  return strongest.toReversed().flatMap((flow): Shape[] => {
    const { from, to, level, ids } = flow
    const part = far(wayOf(flow))
    const ends = [from, to].map((code) => placeOf(code)).flatMap((at) => (at ? [at] : []))
    const [start, end] = ends.map(({ x, y }) => ({ at: { x: x * k, y: y * k }, box: null }))
    if (part === 0 || !start || !end) return []
    const whole = curves.get(wayOf(flow)) ?? curveBetween(start, end, bendOf[level])
    const curve = whole && part < 1 ? reached(whole, part) : whole
    if (!curve) return []
    const width = levelStrokes[level].width + Math.log2(ids.length) * 0.7
    const isFar = selected !== null && !isOfSelected(flow)
    const calm = Math.min(0.8, 0.4 + 0.15 * Math.log2(ids.length))
    return inkOfWay(curve, flow, width, isFar ? 0.1 : selected === null ? calm : 0.95)
  })
}
