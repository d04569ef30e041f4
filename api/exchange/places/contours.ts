import { readFileSync } from 'node:fs'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

type Contour = { code: string; west: number; east: number; south: number; north: number; rings: Position[][] }

/** The code of the contour that holds a point, if any does. */
export function contourAt(
  contours: readonly Contour[],
  latitude: number,
  longitude: number,
): string | undefined {
  return contours.find(
    ({ west, east, south, north, rings }) =>
      longitude >= west &&
      longitude <= east &&
      latitude >= south &&
      latitude <= north &&
      rings.filter((ring) => isInside(longitude, latitude, ring)).length % 2 === 1,
  )?.code
}

/** The départements as they are drawn, an entry for each of their parts. */
export function readContours(): Contour[] {
  const text = readFileSync(new URL('departments.json', import.meta.url), 'utf8')
  const topology = JSON.parse(text) as Topology<{ departments: GeometryCollection }>
  const { features } = feature(topology, topology.objects.departments) as FeatureCollection<
    Polygon | MultiPolygon
  >
  return features.flatMap(contoursOf)
}

function contoursOf({ id, geometry }: Feature<Polygon | MultiPolygon>): Contour[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.map((rings) => {
    const outer = rings[0] ?? []
    const across = outer.map(([x = 0]) => x)
    const along = outer.map(([, y = 0]) => y)
    return {
      code: String(id),
      west: Math.min(...across),
      east: Math.max(...across),
      south: Math.min(...along),
      north: Math.max(...along),
      rings,
    }
  })
}

function isInside(x: number, y: number, ring: Position[]): boolean {
  let inside = false
  let [xBefore = 0, yBefore = 0] = ring.at(-1) ?? []
  for (const [xHere = 0, yHere = 0] of ring) {
    const crosses = yHere > y !== yBefore > y
    if (crosses && x < ((xBefore - xHere) * (y - yHere)) / (yBefore - yHere) + xHere) inside = !inside
    xBefore = xHere
    yBefore = yHere
  }
  return inside
}
