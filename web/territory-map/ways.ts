import { levelStrokes, type Level } from '../drawing/levels.ts'
import type { Shape } from '../drawing/ink.ts'
import { isApart, type Box } from './boxes.ts'
import type { Flow } from './flows.ts'
import type { Point } from './frames.ts'
import { boxOf, distance } from './points.ts'

/** Where an arc begins or ends: at a point, clear of the text that stands there. */
export type End = { at: Point; box: Box | null }

/** What is drawn of an arc: a curve with one control point. */
export type Curve = { from: Point; top: Point; to: Point }

const clear = 9

/** How far arcs stand off the straight way, in parts of it: those of one level between two places not over another's. */
export const bendOf: Record<Level, number> = { INSPIRED: 0.15, REDONE: 0.2, SCALED: 0.25 }

/** A curve that bends to its left, farthest out at its middle or `lean` parts of the way before or after it. */
export function curveOf(from: Point, to: Point, bend: number, lean = 0): Curve {
  const [x, y] = [to.x - from.x, to.y - from.y]
  const top = {
    x: (from.x + to.x) / 2 + y * bend + x * lean,
    y: (from.y + to.y) / 2 + y * lean - x * bend,
  }
  return { from, top, to }
}

/** The same curve, clear of what stands at both ends; null where there is no room. */
export function curveBetween(start: End, end: End, bend: number, lean = 0): Curve | null {
  if (distance(start.at, end.at) < clear * 2 + 6) return null
  const whole = curveOf(start.at, end.at, bend, lean)
  const first = leaving(whole, start)
  const last = 1 - leaving({ from: whole.to, top: whole.top, to: whole.from }, end)
  if (last - first < 0.1) return null
  const cut = part(whole, first, last)
  return distance(cut.from, cut.to) < 6 ? null : cut
}

/** How far along a curve, 0 to 0.5, it is clear of what stands where it begins. */
function leaving(curve: Curve, { at, box }: End): number {
  const isClear = (point: Point) =>
    box
      ? point.x < box.left - 2 || point.x > box.right + 2 || point.y < box.top - 2 || point.y > box.bottom + 2
      : distance(point, at) > clear
  let [near, far] = [0, 0.5]
  for (let step = 0; step < 12; step += 1) {
    const middle = (near + far) / 2
    if (isClear(pointOn(curve, middle))) far = middle
    else near = middle
  }
  return far
}

const between = (one: Point, other: Point, part: number): Point => ({
  x: one.x + (other.x - one.x) * part,
  y: one.y + (other.y - one.y) * part,
})
function pointOn({ from, top, to }: Curve, part: number): Point {
  const [first, middle, last] = [(1 - part) ** 2, 2 * part * (1 - part), part ** 2]
  return {
    x: from.x * first + top.x * middle + to.x * last,
    y: from.y * first + top.y * middle + to.y * last,
  }
}

/** A piece of a curve, by de Casteljau. */
function part(curve: Curve, first: number, last: number): Curve {
  const { from, top, to } = curve
  return {
    from: pointOn(curve, first),
    top: between(between(from, top, first), between(top, to, first), last),
    to: pointOn(curve, last),
  }
}

/** A curve as far as its head has come, 0 to 1 of its way; null before it is long enough to have one. */
export function reached(curve: Curve, far: number): Curve | null {
  const piece = part(curve, 0, far)
  return distance(piece.from, piece.to) < 6 ? null : piece
}

const pieces = 14

/** A curve as short straight pieces, to see what it crosses, and the box around it. */
export type Line = { points: readonly Point[]; box: Box }

export function lineOf(curve: Curve): Line {
  const points = Array.from({ length: pieces + 1 }, (_, step) => pointOn(curve, step / pieces))
  return { points, box: boxOf(points) }
}

/** An arc from place to place that has its way. */
export type Way = { key: string; from: string; to: string; curve: Curve; line: Line }

/** True when a line passes through a box. */
export function crosses({ points, box: whole }: Line, box: Box): boolean {
  if (isApart(whole, box)) return false
  return points.some((point, step) => {
    const before = points[step - 1]
    return before !== undefined && passes(before, point, box)
  })
}

/** Whether a straight piece meets a box: they lie apart along an axis, or the box on one side of the piece. */
function passes(one: Point, other: Point, { left, top, right, bottom }: Box): boolean {
  if (one.x < left ? other.x < left : one.x > right && other.x > right) return false
  if (one.y < top ? other.y < top : one.y > bottom && other.y > bottom) return false
  const [dx, dy] = [other.x - one.x, other.y - one.y]
  // On which side of the piece the middle of the box lies, and how far its corners reach towards it.
  const side = dx * ((top + bottom) / 2 - one.y) - dy * ((left + right) / 2 - one.x)
  return Math.abs(side) <= (Math.abs(dx) * (bottom - top) + Math.abs(dy) * (right - left)) / 2
}

/** The shapes of an arc, with a head where it arrives, hollow when nobody knows since when; `width` in pixels. */
export function inkOfWay(
  { from, top, to }: Curve,
  { level, isDated }: Pick<Flow, 'level' | 'isDated'>,
  width: number,
  opacity: number,
): Shape[] {
  const { colour, ...stroke } = levelStrokes[level]
  const size = 4.5 + width
  // Where an arc leads is read at its head: that of a faint one is less faint.
  const firm = opacity < 0.2 ? opacity : Math.min(1, opacity + 0.3)
  const long = Math.max(0.01, distance(top, to))
  const back = { x: (top.x - to.x) / long, y: (top.y - to.y) / long }
  const foot = { x: to.x + back.x * size, y: to.y + back.y * size }
  const side = { x: back.y * size * 0.42, y: -back.x * size * 0.42 }
  const corners = [to, { x: foot.x + side.x, y: foot.y + side.y }, { x: foot.x - side.x, y: foot.y - side.y }]
  const head = `M${corners.map(text).join('L')}Z`
  // The line ends under its head, so that the point stays sharp.
  return [
    {
      is: 'path',
      d: `M${text(from)}Q${text(top)} ${text(between(to, foot, 0.6))}`,
      stroke: { ...stroke, colour, width },
      opacity,
    },
    isDated
      ? { is: 'path', d: head, fill: colour, opacity: firm }
      : { is: 'path', d: head, fill: 'paper', stroke: { colour, width: 1.2 }, opacity: firm },
  ]
}
const text = ({ x, y }: Point) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`
