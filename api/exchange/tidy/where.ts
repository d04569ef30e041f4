import type { Problem } from '../files/format.ts'
import { placeOf } from '../places/places.ts'
import { territoryRecords } from '../places/territories.ts'
import type { TidyRow } from './tidy.ts'
import { numberOf } from './words.ts'

type Where = { territory?: string; problems: Omit<Problem, 'file' | 'row'>[] }

const schemes: Readonly<Record<string, string>> = {
  insee: 'cog',
  commune: 'cog',
  departement: 'dep',
  department: 'dep',
  region: 'reg',
  siren: 'epci',
  country: 'iso',
  'iso3166-1': 'iso',
  iso3166: 'iso',
}
const known = new Map<string, boolean>()

/** Whether a text is the code of a territory, with its scheme: `cog:26345`, `iso:FR`. */
export function isTerritory(code: string): boolean {
  if (!/^(cog|dep|reg|epci|iso|geonames):/.test(code)) return false
  const before = known.get(code)
  if (before !== undefined) return before
  let is = true
  try {
    territoryRecords([code], '', '')
  } catch {
    is = false
  }
  known.set(code, is)
  return is
}

/** Where a row says that something lies: by a code with its scheme, else by coordinates as closely as they are certain. */
export function whereOf({ cells }: TidyRow): Where {
  const code = cells.get('territory_code')
  if (code) {
    const given = cells.get('territory_scheme')?.toLowerCase() ?? ''
    const full = code.includes(':') ? code : `${schemes[given] ?? given}:${code}`
    if (isTerritory(full)) return { territory: full, problems: [] }
    const rule =
      'is no territory: cog:26345, dep:26, reg:84, epci:…, iso:FR, with territory_scheme or before the code'
    return { problems: [{ column: 'territory_code', value: full, rule }] }
  }
  const [lat, lon] = [cells.get('lat'), cells.get('lon')]
  if (!lat && !lon) return { problems: [] }
  const [latitude, longitude] = [numberOf(lat ?? ''), numberOf(lon ?? '')]
  const problems: Where['problems'] = []
  if (latitude === undefined || Math.abs(latitude) > 90)
    problems.push({ column: 'lat', value: lat, rule: 'is no latitude: -90 to 90' })
  if (longitude === undefined || Math.abs(longitude) > 180)
    problems.push({ column: 'lon', value: lon, rule: 'is no longitude: -180 to 180' })
  if (latitude === undefined || longitude === undefined || problems.length) return { problems }
  const { territory, doubt, name } = placeOf(latitude, longitude)
  const rule = `${name ? `taken as ${name}` : 'no territory'}: ${doubt ?? ''}`
  return {
    territory,
    problems: doubt ? [{ column: 'lat', value: `${lat}, ${lon}`, rule, severity: 'warning' }] : [],
  }
}
