import { isApart, type Box } from './boxes.ts'
import type { Ever } from './ever.ts'
import { wayOf } from './flowOrder.ts'
import type { Flow } from './flows.ts'
import type { Point } from './frames.ts'
import type { BoxedEnd } from './gateLabel.ts'
import type { Ground } from './ground.ts'
import type { Label } from './labels.ts'
import { distance } from './points.ts'
import { bendOf, crosses, curveBetween, curveOf, lineOf, type End, type Way } from './ways.ts'

/** Each arc by the bend that crosses the fewest names, near to its usual one; those without room are left out. */
export function routed(
  { ever: { placeOf }, ground, k }: { ever: Pick<Ever, 'placeOf'>; ground: Ground; k: number },
  flows: readonly Flow[],
  labels: readonly Label[],
  gates: ReadonlyMap<string, BoxedEnd>,
): Way[] {
  const ends = new Map<string, BoxedEnd>([...gates, ...labels.map((label) => [label.code, label] as const)])
  const boxes = [...ends.values()].map(({ box }) => box)
  return flows.flatMap((flow): Way[] => {
    const { from, to, level } = flow
    const [start, end] = endsOf(flow, ground, placeOf, ends, k)
    if (!start || !end) return []
    const { bend, lean } = freest(start, end, bendOf[level], boxes)
    const curve = curveBetween(start, end, bend, lean)
    return curve ? [{ key: wayOf(flow), from, to, curve, line: lineOf(curve) }] : []
  })
}

/** The first bend that crosses none of the boxes, or the one that crosses fewest. */
function freest(start: End, end: End, usual: number, boxes: readonly Box[]): { bend: number; lean: number } {
  const reach = reachOf(start.at, end.at)
  const isObstacle = (box: Box) =>
    !isApart(reach, box) && box !== start.box && box !== end.box && !isIn(box, start.at) && !isIn(box, end.at)
  const obstacles = boxes.filter(isObstacle)
  let best = { bend: usual, lean: 0, crossed: Infinity }
  for (const turn of turns) {
    const bend = usual + turn.bend
    const line = lineOf(curveOf(start.at, end.at, bend, turn.lean))
    const crossed = obstacles.filter((box) => crosses(line, box)).length
    if (crossed < best.crossed) best = { bend, lean: turn.lean, crossed }
    if (crossed === 0) break
  }
  return best
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

const awkward = ({ bend, lean }: { bend: number; lean: number }) => Math.abs(bend) * 8 + Math.abs(lean) * 4
// What is added to the usual bend, and how far it leans: the least first; to the right only where nothing else is free.
const turns = [0, 0.05, -0.05, 0.1, -0.1, 0.16, -0.14, 0.22, 0.3, -0.26, -0.34, 0.4, -0.44]
  .flatMap((bend) => [0, -0.14, 0.14, -0.26, 0.26].map((lean) => ({ bend, lean })))
  .toSorted((one, other) => awkward(one) - awkward(other))

const isIn = ({ left, top, right, bottom }: Box, { x, y }: Point) =>
  x > left && x < right && y > top && y < bottom

/** Where an arc begins and ends: at the numbers of its territories, in the close-up when both lie there. */
function endsOf(
  { from, to }: Flow,
  { closeUp }: Ground,
  placeOf: Ever['placeOf'],
  ends: ReadonlyMap<string, BoxedEnd>,
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
