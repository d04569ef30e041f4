import type { Point } from './hulls.ts'

const longest = 120
const steepest = 0.5
const mostBays = 16

/**
 * A contour with bays: the long sides of a convex one bend in towards the points that it holds, so that ground which
 * nobody of the country uses is not its own. No point is left out. After Moreira and Santos, Concave hull, 2007.
 */
export function withBays(polygon: readonly Point[], points: readonly Point[], clearance = 16): Point[] {
  const contour = [...polygon]
  let bays = 0
  for (let index = 0; index < contour.length && bays < mostBays;) {
    const [a, b] = [contour[index], contour[(index + 1) % contour.length]]
    const tip = a && b ? bayOf(a, b, points, contour, clearance) : null
    if (!tip) {
      index += 1
      continue
    }
    contour.splice(index + 1, 0, tip)
    bays += 1
  }
  return contour
}

/** The point to which the side from a to b may bend in. */
function bayOf(a: Point, b: Point, points: readonly Point[], contour: readonly Point[], clearance: number) {
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  if (length < longest) return null
  const along = { x: (b.x - a.x) / length, y: (b.y - a.y) / length }
  let best: Point | null = null
  let least = Infinity
  for (const point of points) {
    const [dx, dy] = [point.x - a.x, point.y - a.y]
    const far = dx * along.x + dy * along.y
    const deep = along.x * dy - along.y * dx
    if (far < length * 0.08 || far > length * 0.92 || deep < -0.5) continue
    // The first point that a line bending in from both ends would touch.
    const slope = Math.max(deep / far, deep / (length - far))
    if (slope >= least) continue
    least = slope
    best = point
  }
  if (!best || least > steepest * 2) return null
  const deep = along.x * (best.y - a.y) - along.y * (best.x - a.x)
  if (deep < clearance || deep > length * steepest) return null
  const tip = best
  const isFree = points.every((point) => point === tip || !isWithin(a, tip, b, point))
  return isFree && !contour.includes(tip) ? tip : null
}

/** True inside of a triangle; on its sides, a point is still held. */
function isWithin(a: Point, b: Point, c: Point, point: Point): boolean {
  const side = (from: Point, to: Point) =>
    (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)
  const sides = [side(a, b), side(b, c), side(c, a)]
  return sides.every((one) => one > 0.5) || sides.every((one) => one < -0.5)
}
