import { round } from '../../drawing/yearLine.ts'

export type Point = { x: number; y: number }
/** The points that bend a curve: the first and the last, and between them where it passes and its heading there. */
export type Way = readonly Point[]

/** The ends of a chain of cubics and the points between that bend them; one passes into the next without a corner. */
export function curveOf(from: Point, until: Point, way: Way): Point[] {
  const points: Point[] = [from]
  const [first, ...rest] = way
  if (first) points.push(first)
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const [by, heading] = [rest[at], rest[at + 1]]
    if (by && heading) points.push({ x: 2 * by.x - heading.x, y: 2 * by.y - heading.y }, by, heading)
  }
  const last = rest.at(-1)
  if (last) points.push(last)
  points.push(until)
  return points
}

const samples = 96
const weights = Array.from({ length: samples + 1 }, (_, at) => {
  const t = at / samples
  const u = 1 - t
  return [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t] as const
})

/** Calls with each point along a chain of cubics but its ends, until it is told to stop. */
export function walk(curve: readonly Point[], visit: (x: number, y: number) => boolean): void {
  for (let piece = 0; piece + 3 < curve.length; piece += 3) {
    const [a, b, c, d] = [curve[piece], curve[piece + 1], curve[piece + 2], curve[piece + 3]]
    if (!a || !b || !c || !d) return
    const until = piece + 4 < curve.length ? samples : samples - 1
    for (let at = 1; at <= until; at += 1) {
      const [p, q, r, s] = weights[at] ?? [0, 0, 0, 0]
      if (!visit(p * a.x + q * b.x + r * c.x + s * d.x, p * a.y + q * b.y + r * c.y + s * d.y)) return
    }
  }
}

const spot = ({ x, y }: Point) => `${round(x)},${round(y)}`

/** A chain of cubics as SVG writes it. */
export function pathOf([start, ...points]: readonly Point[]): string {
  if (!start) return ''
  const pieces: string[] = []
  for (let at = 0; at + 2 < points.length; at += 3)
    pieces.push(
      `C${points
        .slice(at, at + 3)
        .map(spot)
        .join(' ')}`,
    )
  return `M${spot(start)}${pieces.join('')}`
}
