import { geoNaturalEarth1, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { Closer, Contours } from '../areas.ts'
import { frameAround, type Frame } from '../frames.ts'
import { isoCodes } from './isoCodes.ts'
import { withMiddles, type Bare } from './middles.ts'
import { cutAreas, decoded, steps, walkedRings } from './rings.ts'
import { packaged, type Shapes } from './shapes.ts'

/** The countries of the world, cut where the map ends; small islands have no contour. */
export function world(): Contours {
  const topology = packaged('world-atlas/countries-110m.json') as Shapes
  const { countries } = topology.objects
  if (!countries) throw new Error('world-atlas: no countries')
  const width = 1000
  const earth = geoNaturalEarth1().rotate([-11, 0]).precision(0.1)
  const whole = earth.fitWidth(width, { type: 'Sphere' })
  const [left, top] = whole.translate()
  const [, [, bottom]] = geoPath(whole).bounds({ type: 'Sphere' })
  // Antarctica belongs to nobody: the map ends below Cape Horn.
  const height = Math.min(bottom, Math.ceil((whole([0, -57]) ?? [0, bottom])[1]))
  const frame: Frame = {
    id: 'world',
    kind: 'earth',
    meridian: 11,
    k: whole.scale(),
    left,
    top,
    width,
    height,
  }
  const arcs: number[][] = []
  const areas = countries.geometries.flatMap((geometry): Bare[] => {
    const code = isoCodes.get(String(geometry.id))
    if (!code || code === 'AQ') return []
    const shape = feature(topology, geometry)
    const d = geoPath(whole)(shape) ?? ''
    const rings = d.split('Z').flatMap((ring) => {
      const places = [...ring.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => ({
        x: Number(x),
        y: Number(y),
      }))
      return places.length > 2 ? [[arcs.push(steps(places)) - 1]] : []
    })
    return [{ code: `iso:${code}`, name: code, frame: 'world', rings }]
  })
  return {
    frames: [frame],
    arcs,
    levels: { COUNTRY: withMiddles(areas, arcs) },
    within: {},
    closer: europe(arcs),
  }
}

// All that lies in the frame whole: Norway, Sweden and Finland reach out of it.
const inEurope =
  'AD AL AT BA BE BG CH CZ DE DK EE ES FR GB GR HR HU IE IT LI LT LU LV MC ME MK MT NL PL PT RO RS SI SK SM XK'

function europe(arcs: number[][]): Closer {
  const topology = packaged('world-atlas/countries-50m.json') as Shapes
  const degrees = topology.arcs.map((arc) => decoded(arc, topology.transform))
  const corners = [-10.6, 8, 29.5].flatMap((longitude) =>
    [34.8, 60.2].map((latitude) => [longitude, latitude] as const),
  )
  const given = { id: 'europe', kind: 'earth', meridian: 11, width: 270, height: 248 } as const
  const frame = frameAround(corners, given)
  const areas = (topology.objects.countries?.geometries ?? []).flatMap((geometry) => {
    const code = isoCodes.get(String(geometry.id))
    return code ? [{ code: `iso:${code}`, name: code, rings: walkedRings(geometry, degrees) }] : []
  })
  return {
    frame,
    codes: inEurope.split(' ').map((code) => `iso:${code}`),
    areas: withMiddles(cutAreas(areas, frame, arcs), arcs),
  }
}
