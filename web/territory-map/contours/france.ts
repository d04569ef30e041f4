import { readFileSync } from 'node:fs'
import { mergeArcs } from 'topojson-client'
import type { Polygon as PolygonArcs } from 'topojson-specification'
import type { Closer, Contours } from '../areas.ts'
import { frameAround, inFrame, type Frame } from '../frames.ts'
import {
  arcsOf,
  cutAreas,
  decoded,
  ringsOf,
  steps,
  walkedRings,
  type Degrees,
  type Geometry,
} from './rings.ts'
import { withMiddles, type Bare } from './middles.ts'
import { packaged, type Shapes } from './shapes.ts'

type Named = { code: string; nom: string; region?: string }

const overseas = ['971', '972', '973', '974', '976']
// Too small to be hit or written on a map of France.
const aroundParis = ['75', '92', '93', '94']

/** Départements and régions of France, each overseas one in a frame of its own; names as the official code has them. */
export function france(): Contours {
  const path = new URL('../../../api/exchange/places/departments.json', import.meta.url)
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Shapes
  const { geometries = [] } = topology.objects.departments ?? {}
  const named = packaged('@etalab/decoupage-administratif/data/departements.json') as Named[]
  const regions = packaged('@etalab/decoupage-administratif/data/regions.json') as Named[]
  const frameOf = (code: string) => (overseas.includes(code) ? code : 'main')
  const degrees = topology.arcs.map((arc) => decoded(arc, topology.transform))

  const frames = ['main', ...overseas].map((id): Frame => {
    const own = geometries.filter((one) => frameOf(String(one.id)) === id)
    const places = own.flatMap((one) => arcsOf(one).flatMap((at) => degrees[at < 0 ? ~at : at] ?? []))
    if (id === 'main')
      return frameAround(places, { id, kind: 'conic', meridian: 3, width: 1000, height: 1000 })
    return frameAround(places, { id, kind: 'mercator', meridian: 0, width: 140, height: 112 })
  })
  const frameOfArc = new Map<number, Frame>()
  for (const one of geometries) {
    const frame = frames.find(({ id }) => id === frameOf(String(one.id)))
    for (const at of arcsOf(one)) if (frame) frameOfArc.set(at < 0 ? ~at : at, frame)
  }
  const arcs = degrees.map((places, at) => {
    const frame = frameOfArc.get(at)
    return frame ? steps(places.map(([longitude, latitude]) => inFrame(frame, longitude, latitude))) : []
  })

  const departments = named.flatMap(({ code, nom }): Bare[] => {
    const geometry = geometries.find(({ id }) => id === code)
    return geometry
      ? [{ code: `dep:${code}`, name: nom, frame: frameOf(code), rings: ringsOf(geometry) }]
      : []
  })
  const merged = regions.flatMap(({ code, nom }): Bare[] => {
    const own = named.filter(({ region }) => region === code).map((one) => one.code)
    const parts = geometries.filter(({ id }) => own.includes(String(id)))
    if (parts.length === 0) return []
    const whole = mergeArcs(topology, parts as PolygonArcs[])
    return [{ code: `reg:${code}`, name: nom, frame: frameOf(own[0] ?? ''), rings: ringsOf(whole) }]
  })
  const within = named.flatMap(({ code, region }) =>
    region ? [[`dep:${code}`, `reg:${region}`] as const] : [],
  )
  return {
    frames,
    arcs,
    levels: { DEPARTMENT: withMiddles(departments, arcs), REGION: withMiddles(merged, arcs) },
    within: Object.fromEntries(within),
    closer: parisAndAround(geometries, degrees, named, arcs),
  }
}

function parisAndAround(
  geometries: readonly Geometry[],
  degrees: readonly Degrees[],
  named: readonly Named[],
  arcs: number[][],
): Closer {
  const placesOf = (one: Geometry) => arcsOf(one).flatMap((at) => degrees[at < 0 ? ~at : at] ?? [])
  const own = geometries.filter(({ id }) => aroundParis.includes(String(id)))
  const given = { id: 'paris', kind: 'conic', meridian: 3, width: 400, height: 330 } as const
  const frame = frameAround(own.flatMap(placesOf), given, 14)
  const codes = aroundParis.map((code) => `dep:${code}`)
  const areas = named.map(({ code, nom }) => {
    const geometry = geometries.find(({ id }) => id === code)
    return { code: `dep:${code}`, name: nom, rings: geometry ? walkedRings(geometry, degrees) : [] }
  })
  return { frame, codes, areas: withMiddles(cutAreas(areas, frame, arcs), arcs) }
}
