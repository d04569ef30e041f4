import { isInside } from '../../drawing/inside.ts'
import { walked, type Area, type Contours } from '../areas.ts'
import type { Point } from '../frames.ts'
import { boxOf, distance } from '../points.ts'

/** A contour whose middle is still to be found. */
export type Bare = Omit<Area, 'at'>

/** Contours with their middles: where names stand takes too long to be found in each window. */
export function withMiddles(areas: readonly Bare[], arcs: Contours['arcs']): Area[] {
  return areas.map((area) => {
    const { x, y } = middle(area.rings.map((ring) => walked(arcs, ring)))
    return { ...area, at: [rounded(x), rounded(y)] }
  })
}
const rounded = (value: number) => Math.round(value * 10) / 10

/** Twice the area, by the shoelace formula; its sign says which way round. */
function areaOf(ring: readonly Point[]): number {
  return ring.reduce((sum, { x, y }, place) => {
    const next = ring[(place + 1) % ring.length] ?? { x, y }
    return sum + x * next.y - next.x * y
  }, 0)
}

/** The point of the largest ring that is farthest from its border among those of a coarse grid, nearer ones to its middle first. */
function middle(rings: readonly (readonly Point[])[]): Point {
  const [largest = []] = rings.toSorted((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))
  const box = boxOf(largest)
  const [wide, high] = [box.right - box.left, box.bottom - box.top]
  const centre = { x: box.left + wide / 2, y: box.top + high / 2 }
  let best = { at: centre, score: -Infinity }
  for (let row = 1; row < 10; row += 1) {
    for (let column = 1; column < 10; column += 1) {
      const at = { x: box.left + (wide * column) / 10, y: box.top + (high * row) / 10 }
      if (!isInside(largest, at)) continue
      const near = largest.reduce((least, point) => Math.min(least, distance(point, at)), Infinity)
      const score = near - distance(at, centre) * 0.15
      if (score > best.score) best = { at, score }
    }
  }
  return best.at
}
