import { Gazetteer } from './gazetteer.ts'
import type { Near } from './gazetteer.ts'
import { territoriesAround, territoryNamed } from './territories.ts'

/** Where a point lies, as far as it is certain; `doubt` says why it is not told more closely. */
export type Place = {
  territory?: string
  level?: 'district' | 'commune' | 'intercommunality' | 'department' | 'region' | 'country'
  department?: string
  region?: string
  name?: string
  nearestTown?: string
  doubt?: string
}

/** A commune is named when its known point is at most this far, and every other one this many times farther. */
const communeWithin = 1.5
const communeRatio = 2.7
/** A city reaches farther than the village before its gates: eight times the people count as half the way. */
const reach = 1 / 3
/** Near a border a town this near speaks against the contour, when the contour's own towns are this many times farther. */
const townWithin = 0.7
const townRatio = 2
/** With no town this near the contour holds, unless its own towns are this many times farther than the nearest. */
const countryside = 1.5
const countrysideRatio = 1.5
/** Off every contour: the shore is drawn coarsely, so a French town this near still counts; abroad, a city. */
const offShore = 8
const abroad = 50

let read: Gazetteer | undefined
const gazetteer = () => (read ??= new Gazetteer())

/** The département, as a code, that a postal code or a code, with leading zero or not, names; nothing when none does. */
export function departmentOf(word: string): string | undefined {
  return gazetteer().departmentOf(word)
}

/** Whether a département holds a place: unknown when the place is known too roughly to tell. */
export function holds(department: string, place: Place): boolean | undefined {
  if (place.department) return place.department === department
  if (place.region) return gazetteer().regionOf(department) === place.region ? undefined : false
  return place.territory && place.territory !== 'iso:FR' ? false : undefined
}

/** Latitude and longitude in degrees (WGS 84) → the smallest territory that is beyond reasonable doubt. */
export function placeOf(latitude: number, longitude: number): Place {
  const inside = gazetteer().contourAt(latitude, longitude)
  const around = gazetteer().near(latitude, longitude, 1)
  const towns = inside && around.length > 1 ? around : gazetteer().near(latitude, longitude, 5)
  const [nearest] = towns
  const nearestTown = nearest && nearest.distance <= 20 ? gazetteer().communeName(nearest.code) : undefined
  const place = inside
    ? placeWithin(inside, towns)
    : nearest
      ? placeOutside(nearest, towns)
      : { doubt: 'no town within reach: at sea, or far from any city' }
  return nearestTown ? { nearestTown, ...place } : place
}

const levels: Readonly<Record<string, Place['level']>> = {
  DISTRICT: 'district',
  MUNICIPALITY: 'commune',
  INTERCOMMUNALITY: 'intercommunality',
  DEPARTMENT: 'department',
  REGION: 'region',
  COUNTRY: 'country',
}

/** A territory that is known by its code, with what it is part of. */
export function placeOfTerritory(territory: string): Place {
  const around = [...territoriesAround(territory)]
  const code = (scheme: string) => around.find((each) => each.startsWith(scheme))?.slice(scheme.length)
  const { name, level = '' } = territoryNamed(territory) ?? {}
  return { territory, level: levels[level], department: code('dep:'), region: code('reg:'), name }
}

function placeWithin(inside: string, towns: Near[]): Place {
  const [nearest] = towns
  if (!nearest || nearest.around === inside) return inDepartment(inside, towns)
  const own = towns.find((town) => town.around === inside)?.distance ?? Infinity
  if (nearest.distance <= townWithin && own >= townRatio * nearest.distance)
    return inAround(nearest.around, towns)
  if (nearest.distance >= countryside && own <= countrysideRatio * nearest.distance)
    return inDepartment(inside, towns)
  const doubt = `on the border of ${gazetteer().nameOf(inside)} and ${gazetteer().nameOf(nearest.around)}`
  const region = gazetteer().regionOf(inside)
  if (region && region === gazetteer().regionOf(nearest.around))
    return {
      territory: `reg:${region}`,
      level: 'region',
      region,
      name: gazetteer().regionName(region),
      doubt,
    }
  if (!gazetteer().isFrench(nearest.around)) return { doubt }
  return { territory: 'iso:FR', level: 'country', name: 'France', doubt }
}

function placeOutside(nearest: Near, towns: Near[]): Place {
  const other = towns.find((town) => town.around !== nearest.around)?.distance ?? Infinity
  const french = gazetteer().isFrench(nearest.around)
  if (nearest.distance > (french ? offShore : abroad)) return { doubt: 'at sea, or far from any city' }
  if (other >= townRatio * nearest.distance) return inAround(nearest.around, towns)
  const rival = towns.find((town) => town.around !== nearest.around)
  return {
    doubt: `between ${gazetteer().nameOf(nearest.around)} and ${gazetteer().nameOf(rival?.around ?? '')}`,
  }
}

function inAround(around: string, towns: Near[]): Place {
  if (gazetteer().isFrench(around)) return inDepartment(around, towns)
  return { territory: `iso:${around}`, level: 'country', name: gazetteer().nameOf(around) }
}

function inDepartment(department: string, towns: Near[]): Place {
  const region = gazetteer().regionOf(department)
  const code = gazetteer().onlyCommuneOf(department) ?? communeAt(department, towns)
  if (code)
    return {
      territory: `cog:${code}`,
      level: 'commune',
      department,
      region,
      name: gazetteer().communeName(code),
    }
  return {
    territory: `dep:${department}`,
    level: 'department',
    department,
    region,
    name: gazetteer().nameOf(department),
  }
}

function communeAt(department: string, towns: Near[]): string | undefined {
  const [nearest] = towns
  if (!nearest || nearest.around !== department || nearest.distance > communeWithin) return undefined
  const people = gazetteer().populationOf(nearest.code)
  const isClear = towns.every(({ code, distance }) => {
    const larger = Math.max(1, gazetteer().populationOf(code) / people)
    return code === nearest.code || distance / larger ** reach >= communeRatio * nearest.distance
  })
  return isClear ? nearest.code : undefined
}
