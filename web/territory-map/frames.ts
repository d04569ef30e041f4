import { geoConicConformalRaw, geoMercatorRaw, geoNaturalEarth1Raw, type GeoRawProjection } from 'd3-geo'

export type Point = { x: number; y: number }
type Kind = 'conic' | 'mercator' | 'earth'

/** A piece of a map with a projection of its own: (x, y) of the projection × k + (left, top) = units of the frame. */
export type Frame = {
  id: string
  kind: Kind
  /** The meridian in its middle. */
  meridian: number
  k: number
  left: number
  top: number
  width: number
  height: number
}

// Lambert's conic with the two parallels of the official projection of France; d3-geo has the formulas.
const conic = geoConicConformalRaw as unknown as (south: number, north: number) => GeoRawProjection
const raw: Record<Kind, GeoRawProjection> = {
  conic: conic((44 * Math.PI) / 180, (49 * Math.PI) / 180),
  mercator: geoMercatorRaw as unknown as GeoRawProjection,
  earth: geoNaturalEarth1Raw as unknown as GeoRawProjection,
}

/** Where a longitude and a latitude, in degrees, lie in a frame. */
export function inFrame(frame: Frame, longitude: number, latitude: number): Point {
  const turned = ((((longitude - frame.meridian + 180) % 360) + 360) % 360) - 180
  const [x, y] = raw[frame.kind]((turned * Math.PI) / 180, (latitude * Math.PI) / 180)
  return { x: x * frame.k + frame.left, y: frame.top - y * frame.k }
}

/** The frame in which places fill a box as large as possible, in its middle, with this much room around. */
export function frameAround(
  places: readonly (readonly [longitude: number, latitude: number])[],
  given: Pick<Frame, 'id' | 'kind' | 'meridian' | 'width' | 'height'>,
  pad = 0,
): Frame {
  const unit = { ...given, k: 1, left: 0, top: 0 }
  const points = places.map(([longitude, latitude]) => inFrame(unit, longitude, latitude))
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [west, east, north, south] = [least(xs), -least(xs.map(minus)), least(ys), -least(ys.map(minus))]
  const k = Math.min((given.width - pad * 2) / (east - west), (given.height - pad * 2) / (south - north))
  return {
    ...given,
    k,
    left: (given.width - (west + east) * k) / 2,
    top: (given.height - (north + south) * k) / 2,
  }
}

const minus = (value: number) => -value
const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity)
