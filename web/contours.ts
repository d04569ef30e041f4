import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { geoNaturalEarth1, geoPath } from 'd3-geo'
import { feature, mergeArcs } from 'topojson-client'
import type {
  GeometryCollection,
  MultiPolygon as MultiArcs,
  Polygon as PolygonArcs,
  Topology,
} from 'topojson-specification'
import type { Plugin } from 'vite'
import { grid, type Area, type Closer, type Contours } from './territory-map/areas.ts'
import { frameAround, inFrame, type Frame, type Point } from './territory-map/frames.ts'

const prefix = 'virtual:contours/'
const require = createRequire(import.meta.url)

type Named = { code: string; nom: string; region?: string }
type Shapes = Topology<Record<string, GeometryCollection<{ name?: string }>>>

const overseas = ['971', '972', '973', '974', '976']
// Too small to be hit or written on a map of France.
const aroundParis = ['75', '92', '93', '94']

/** Départements and régions of France, each overseas one in a frame of its own; names as the official code has them. */
export function france(): Contours {
  const path = new URL('../api/exchange/places/departments.json', import.meta.url)
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Shapes
  const { geometries = [] } = topology.objects.departments ?? {}
  const named = require('@etalab/decoupage-administratif/data/departements.json') as Named[]
  const regions = require('@etalab/decoupage-administratif/data/regions.json') as Named[]
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

  const departments = named.flatMap(({ code, nom }): Area[] => {
    const geometry = geometries.find(({ id }) => id === code)
    return geometry
      ? [{ code: `dep:${code}`, name: nom, frame: frameOf(code), rings: ringsOf(geometry) }]
      : []
  })
  const merged = regions.flatMap(({ code, nom }): Area[] => {
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
    levels: { DEPARTMENT: departments, REGION: merged },
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
  return { frame, codes, areas: cutAreas(areas, frame, arcs) }
}

/** The countries of the world, cut where the map ends; small islands have no contour. */
export function world(): Contours {
  const topology = JSON.parse(
    readFileSync(require.resolve('world-atlas/countries-110m.json'), 'utf8'),
  ) as Shapes
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
  const codes = new Map(isoCodes.split(/\s+/).map((one) => [one.slice(0, 3), one.slice(3)]))
  const areas = countries.geometries.flatMap((geometry): Area[] => {
    const code = codes.get(String(geometry.id))
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
  return { frames: [frame], arcs, levels: { COUNTRY: areas }, within: {}, closer: europe(codes, arcs) }
}

// All that lies in the frame whole: Norway, Sweden and Finland reach out of it.
const inEurope =
  'AD AL AT BA BE BG CH CZ DE DK EE ES FR GB GR HR HU IE IT LI LT LU LV MC ME MK MT NL PL PT RO RS SI SK SM XK'

function europe(codes: ReadonlyMap<string, string>, arcs: number[][]): Closer {
  const topology = JSON.parse(
    readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8'),
  ) as Shapes
  const degrees = topology.arcs.map((arc) => decoded(arc, topology.transform))
  const corners = [-10.6, 8, 29.5].flatMap((longitude) =>
    [34.8, 60.2].map((latitude) => [longitude, latitude] as const),
  )
  const given = { id: 'europe', kind: 'earth', meridian: 11, width: 270, height: 248 } as const
  const frame = frameAround(corners, given)
  const areas = (topology.objects.countries?.geometries ?? []).flatMap((geometry) => {
    const code = codes.get(String(geometry.id))
    return code ? [{ code: `iso:${code}`, name: code, rings: walkedRings(geometry, degrees) }] : []
  })
  return {
    frame,
    codes: inEurope.split(' ').map((code) => `iso:${code}`),
    areas: cutAreas(areas, frame, arcs),
  }
}

type Geometry = { id?: string | number }
type Degrees = readonly (readonly [longitude: number, latitude: number])[]

/** The rings of a geometry in degrees. */
const walkedRings = (geometry: Geometry, degrees: readonly Degrees[]): Degrees[] =>
  ringsOf(geometry).map((ring) =>
    ring.flatMap((at) => (at < 0 ? (degrees[~at] ?? []).toReversed() : (degrees[at] ?? []))),
  )

/** What of areas lies in a frame, its arcs added to those that are there; islands of less than a step are left out. */
function cutAreas(
  areas: readonly { code: string; name: string; rings: readonly Degrees[] }[],
  frame: Frame,
  arcs: number[][],
): Area[] {
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

const ringsOf = (geometry: unknown): number[][] => {
  const { type, arcs } = geometry as Arcs
  return (type === 'MultiPolygon' ? (arcs as number[][][]).flat() : arcs) as number[][]
}
const arcsOf = (geometry: unknown) => ringsOf(geometry).flat()

function decoded(arc: readonly number[][], transform: Topology['transform']): [number, number][] {
  const [[scaleX = 1, scaleY = 1] = [], [left = 0, top = 0] = []] = [transform?.scale, transform?.translate]
  let [x, y] = [0, 0]
  return arc.map(([right = 0, up = 0]) => {
    x += right
    y += up
    return [x * scaleX + left, y * scaleY + top]
  })
}

/** Points as whole steps of the grid, x and y in turn, the first from the origin; steps to nowhere are left out. */
function steps(points: readonly { x: number; y: number }[]): number[] {
  let [x, y] = [0, 0]
  return points.flatMap((point, place) => {
    const [right, down] = [Math.round(point.x / grid) - x, Math.round(point.y / grid) - y]
    if (place > 0 && right === 0 && down === 0) return []
    x += right
    y += down
    return [right, down]
  })
}

// ISO 3166-1: the number that the atlas knows a country by, and its two letters.
const isoCodes = `004AF 008AL 010AQ 012DZ 024AO 031AZ 032AR 036AU 040AT 044BS 050BD 051AM 056BE 064BT 068BO 070BA 072BW
076BR 084BZ 090SB 096BN 100BG 104MM 108BI 112BY 116KH 120CM 124CA 140CF 144LK 148TD 152CL 156CN 158TW 170CO 178CG
180CD 188CR 191HR 192CU 196CY 203CZ 204BJ 208DK 214DO 218EC 222SV 226GQ 231ET 232ER 233EE 238FK 242FJ 246FI 250FR
260TF 262DJ 266GA 268GE 270GM 275PS 276DE 288GH 300GR 304GL 320GT 324GN 328GY 332HT 340HN 348HU 352IS 356IN 360ID
364IR 368IQ 372IE 376IL 380IT 384CI 388JM 392JP 398KZ 400JO 404KE 408KP 410KR 414KW 417KG 418LA 422LB 426LS 428LV
430LR 434LY 440LT 442LU 450MG 454MW 458MY 466ML 478MR 484MX 496MN 498MD 499ME 504MA 508MZ 512OM 516NA 524NP 528NL
540NC 548VU 554NZ 558NI 562NE 566NG 578NO 586PK 591PA 598PG 600PY 604PE 608PH 616PL 620PT 624GW 626TL 630PR 634QA
642RO 643RU 646RW 682SA 686SN 688RS 694SL 703SK 704VN 705SI 706SO 710ZA 716ZW 724ES 728SS 729SD 732EH 740SR 748SZ
752SE 756CH 760SY 762TJ 764TH 768TG 780TT 784AE 788TN 792TR 795TM 800UG 804UA 807MK 818EG 826GB 834TZ 840US 854BF
858UY 860UZ 862VE 887YE 894ZM`

/** Gives the contours of the map of territories, made when the web is built: `virtual:contours/france`, `…/world`. */
export function contours(): Plugin {
  const made: Record<string, () => Contours> = { france, world }
  return {
    name: 'essaim-contours',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return
      const make = made[id.slice(prefix.length + 1)]
      return make && `export default ${JSON.stringify(make())}`
    },
  }
}
