import type { MultiPolygon as MultiArcs, Polygon as PolygonArcs, Topology } from 'topojson-specification'
import { grid } from '../areas.ts'
import { inFrame, type Frame, type Point } from '../frames.ts'
import type { Bare } from './middles.ts'

export type Geometry = { id?: string | number }
export type Degrees = readonly (readonly [longitude: number, latitude: number])[]

/** The rings of a geometry in degrees. */
export const walkedRings = (geometry: Geometry, degrees: readonly Degrees[]): Degrees[] =>
  ringsOf(geometry).map((ring) =>
    ring.flatMap((at) => (at < 0 ? (degrees[~at] ?? []).toReversed() : (degrees[at] ?? []))),
  )

/** What of areas lies in a frame, its arcs added to those that are there; islands of less than a step are left out. */
export function cutAreas(
  areas: readonly { code: string; name: string; rings: readonly Degrees[] }[],
  frame: Frame,
  arcs: number[][],
): Bare[] {
  return areas.flatMap(({ code, name, rings }) => {
    const cut = rings.flatMap((ring) => {
      const drawn = ring.map(([longitude, latitude]) => inFrame(frame, longitude, latitude))
      // What the map's edge parts lies on the other side of the earth.
      const xs = drawn.map(({ x }) => x)
      if (Math.max(...xs) - Math.min(...xs) > frame.k * 4) return []
      const arc = steps(within(drawn, frame))
      return arc.length > 6 ? [[arcs.push(arc) - 1]] : []
    })
    return cut.length > 0 ? [{ code, name, frame: frame.id, rings: cut }] : []
  })
}

/** A ring cut at the four sides of a frame, one after the other (Sutherland and Hodgman). */
function within(ring: readonly Point[], { width, height }: Frame): Point[] {
  const sides = [
    ({ x }: Point) => x,
    ({ x }: Point) => width - x,
    ({ y }: Point) => y,
    ({ y }: Point) => height - y,
  ]
  return sides.reduce<Point[]>(
    (points, far) =>
      points.flatMap((point, place) => {
        const before = points.at(place - 1) ?? point
        const [now, then] = [far(point), far(before)]
        const part = then / (then - now)
        const crossing = {
          x: before.x + (point.x - before.x) * part,
          y: before.y + (point.y - before.y) * part,
        }
        return [...(now >= 0 !== then >= 0 ? [crossing] : []), ...(now >= 0 ? [point] : [])]
      }),
    [...ring],
  )
}

type Arcs = { type: string } & Partial<Pick<PolygonArcs | MultiArcs, 'arcs'>>

export const ringsOf = (geometry: unknown): number[][] => {
  const { type, arcs } = geometry as Arcs
  return (type === 'MultiPolygon' ? (arcs as number[][][]).flat() : arcs) as number[][]
}
export const arcsOf = (geometry: unknown) => ringsOf(geometry).flat()

export function decoded(arc: readonly number[][], transform: Topology['transform']): [number, number][] {
  const [[scaleX = 1, scaleY = 1] = [], [left = 0, top = 0] = []] = [transform?.scale, transform?.translate]
  let [x, y] = [0, 0]
  return arc.map(([right = 0, up = 0]) => {
    x += right
    y += up
    return [x * scaleX + left, y * scaleY + top]
  })
}

/** Points as whole steps of the grid, x and y in turn, the first from the origin; steps to nowhere are left out. */
export function steps(points: readonly { x: number; y: number }[]): number[] {
  let [x, y] = [0, 0]
  return points.flatMap((point, place) => {
    const [right, down] = [Math.round(point.x / grid) - x, Math.round(point.y / grid) - y]
    if (place > 0 && right === 0 && down === 0) return []
    x += right
    y += down
    return [right, down]
  })
}
