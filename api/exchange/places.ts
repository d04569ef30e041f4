import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

const require = createRequire(import.meta.url)

type Commune = {
  code: string
  nom: string
  type: string
  departement?: string
  region?: string
}
type Named = { code: string; nom: string; region?: string }
type Known = { code: string; latitude: number; longitude: number; around: string }
type Near = Known & { distance: number }

/** Where a point lies, as far as it is certain; `doubt` says why it is not told more closely. */
export type Place = {
  territory?: string
  level?: 'commune' | 'department' | 'region' | 'country'
  department?: string
  region?: string
  name?: string
  nearestTown?: string
  doubt?: string
}

/** A commune is named when its known point is at most this far, and every other one this many times farther. */
const communeWithin = 1.5
const communeRatio = 2.5
/** Near a border a town this near speaks against the contour, when the contour's own towns are this many times farther. */
const townWithin = 1.2
const townRatio = 2
/** With no town this near the contour holds, unless its own towns are this many times farther than the nearest. */
const countryside = 1.5
const countrysideRatio = 1.5
/** Off every contour: the shore is drawn coarsely, so a French town this near still counts; abroad, a city. */
const offShore = 8
const abroad = 50

let read: Gazetteer | undefined

/** Latitude and longitude in degrees (WGS 84) → the smallest territory that is beyond reasonable doubt. */
export function placeOf(latitude: number, longitude: number): Place {
  read ??= new Gazetteer()
  return read.placeOf(latitude, longitude)
}

/** The département, as a code, that a postal code or a code, with leading zero or not, names; nothing when none does. */
export function departmentOf(word: string): string | undefined {
  read ??= new Gazetteer()
  return read.departmentOf(word)
}

/** Whether a département holds a place: unknown when the place is known too roughly to tell. */
export function holds(department: string, place: Place): boolean | undefined {
  read ??= new Gazetteer()
  if (place.department) return place.department === department
  if (place.region) return read.regionOf(department) === place.region ? undefined : false
  return place.territory && place.territory !== 'iso:FR' ? false : undefined
}

class Gazetteer {
  private readonly communes = new Map<string, Commune>()
  private readonly departments = new Map<string, Named>()
  private readonly regions = new Map<string, string>()
  private readonly onlyCommune = new Map<string, string>()
  private readonly grid = new Map<string, Known[]>()
  private readonly contours = readContours()
  private readonly byPostalCode = new Map<string, Set<string>>()
  private readonly countries = new Intl.DisplayNames('fr', { type: 'region' })

  constructor() {
    const folder = '@etalab/decoupage-administratif/data'
    for (const region of require(`${folder}/regions.json`) as Named[])
      this.regions.set(region.code, region.nom)
    for (const department of require(`${folder}/departements.json`) as Named[])
      this.departments.set(department.code, department)
    const counts = new Map<string, number>()
    for (const commune of require(`${folder}/communes.json`) as (Commune & { codesPostaux?: string[] })[]) {
      if (commune.type !== 'commune-actuelle' || !commune.departement) continue
      this.communes.set(commune.code, commune)
      counts.set(commune.departement, (counts.get(commune.departement) ?? 0) + 1)
      this.onlyCommune.set(commune.departement, commune.code)
      for (const code of commune.codesPostaux ?? []) {
        const departments = this.byPostalCode.get(code) ?? new Set()
        this.byPostalCode.set(code, departments.add(commune.departement))
      }
    }
    for (const [department, count] of counts) if (count > 1) this.onlyCommune.delete(department)
    this.readPlaces()
  }

  placeOf(latitude: number, longitude: number): Place {
    const inside = this.contourAt(latitude, longitude)
    const around = this.near(latitude, longitude, 1)
    const towns = inside && around.length > 1 ? around : this.near(latitude, longitude, 5)
    const [nearest] = towns
    const nearestTown = nearest && nearest.distance <= 20 ? this.communes.get(nearest.code)?.nom : undefined
    const place = inside
      ? this.placeWithin(inside, towns)
      : nearest
        ? this.placeOutside(nearest, towns)
        : { doubt: 'no town within reach: at sea, or far from any city' }
    return nearestTown ? { nearestTown, ...place } : place
  }

  departmentOf(word: string): string | undefined {
    const padded = /^\d$/.test(word) ? `0${word}` : word.toUpperCase()
    if (this.departments.has(padded)) return padded
    const postal = /^\d{4}$/.test(word) ? `0${word}` : word
    if (!/^\d{5}$/.test(postal)) return undefined
    const departments = this.byPostalCode.get(postal)
    const [only] = departments ?? []
    if (only && departments?.size === 1) return only
    const start = postal.startsWith('97') ? postal.slice(0, 3) : postal.slice(0, 2)
    if (start === '20') return postal < '20200' ? '2A' : '2B'
    return this.departments.has(start) ? start : undefined
  }

  regionOf(department: string): string | undefined {
    return this.departments.get(department)?.region
  }

  private placeWithin(inside: string, towns: Near[]): Place {
    const [nearest] = towns
    if (!nearest || nearest.around === inside) return this.inDepartment(inside, towns)
    const own = towns.find((town) => town.around === inside)?.distance ?? Infinity
    if (nearest.distance <= townWithin && own >= townRatio * nearest.distance)
      return this.inAround(nearest.around, towns)
    if (nearest.distance >= countryside && own <= countrysideRatio * nearest.distance)
      return this.inDepartment(inside, towns)
    const doubt = `on the border of ${this.nameOf(inside)} and ${this.nameOf(nearest.around)}`
    const region = this.departments.get(inside)?.region
    if (region && region === this.departments.get(nearest.around)?.region)
      return { territory: `reg:${region}`, level: 'region', region, name: this.regions.get(region), doubt }
    if (!this.departments.has(nearest.around)) return { doubt }
    return { territory: 'iso:FR', level: 'country', name: 'France', doubt }
  }

  private placeOutside(nearest: Near, towns: Near[]): Place {
    const other = towns.find((town) => town.around !== nearest.around)?.distance ?? Infinity
    const french = this.departments.has(nearest.around)
    if (nearest.distance > (french ? offShore : abroad)) return { doubt: 'at sea, or far from any city' }
    if (other >= townRatio * nearest.distance) return this.inAround(nearest.around, towns)
    const rival = towns.find((town) => town.around !== nearest.around)
    return { doubt: `between ${this.nameOf(nearest.around)} and ${this.nameOf(rival?.around ?? '')}` }
  }

  private inAround(around: string, towns: Near[]): Place {
    if (this.departments.has(around)) return this.inDepartment(around, towns)
    return { territory: `iso:${around}`, level: 'country', name: this.nameOf(around) }
  }

  private inDepartment(department: string, towns: Near[]): Place {
    const region = this.departments.get(department)?.region
    const code = this.onlyCommune.get(department) ?? this.communeAt(department, towns)
    if (code)
      return {
        territory: `cog:${code}`,
        level: 'commune',
        department,
        region,
        name: this.communes.get(code)?.nom,
      }
    return {
      territory: `dep:${department}`,
      level: 'department',
      department,
      region,
      name: this.nameOf(department),
    }
  }

  private communeAt(department: string, towns: Near[]): string | undefined {
    const [nearest] = towns
    if (!nearest || nearest.around !== department || nearest.distance > communeWithin) return undefined
    const other = towns.find((town) => town.code !== nearest.code)?.distance ?? Infinity
    return other >= communeRatio * nearest.distance ? nearest.code : undefined
  }

  private nameOf(around: string): string {
    return (
      this.departments.get(around)?.nom ??
      (/^[A-Z]{2}$/.test(around) ? this.countries.of(around) : around) ??
      around
    )
  }

  private near(latitude: number, longitude: number, rings: number): Near[] {
    const found: Near[] = []
    const [row, column] = cell(latitude, longitude)
    for (let down = row - rings; down <= row + rings; down++)
      for (let right = column - rings; right <= column + rings; right++)
        for (const town of this.grid.get(`${down},${right}`) ?? [])
          found.push({ ...town, distance: kilometres(latitude, longitude, town) })
    return found.sort((one, other) => one.distance - other.distance)
  }

  private contourAt(latitude: number, longitude: number): string | undefined {
    return this.contours.find(
      ({ west, east, south, north, rings }) =>
        longitude >= west &&
        longitude <= east &&
        latitude >= south &&
        latitude <= north &&
        rings.filter((ring) => isInside(longitude, latitude, ring)).length % 2 === 1,
    )?.code
  }

  private readPlaces(): void {
    const lines = readFileSync(new URL('places/places.csv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
    for (const line of lines.slice(1)) {
      const [code = '', north, east] = line.split(',')
      const [latitude, longitude] = [Number(north), Number(east)]
      const around = this.communes.get(code)?.departement ?? code
      const key = cell(latitude, longitude).join()
      const town = { code, latitude, longitude, around }
      const towns = this.grid.get(key)
      if (towns) towns.push(town)
      else this.grid.set(key, [town])
    }
  }
}

type Contour = { code: string; west: number; east: number; south: number; north: number; rings: Position[][] }

function readContours(): Contour[] {
  const text = readFileSync(new URL('places/departments.json', import.meta.url), 'utf8')
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

/** Cells of a fifth of a degree: one ring of them reaches at least 14 km in France, five reach 70. */
function cell(latitude: number, longitude: number): [number, number] {
  return [Math.floor(latitude * 5), Math.floor(longitude * 5)]
}

function kilometres(latitude: number, longitude: number, town: Known): number {
  const across = (town.longitude - longitude) * Math.cos((latitude * Math.PI) / 180)
  return 111.2 * Math.hypot(town.latitude - latitude, across)
}
