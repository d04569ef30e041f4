import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { divisions, type Commune, type Divisions } from './divisions.ts'
import type { LinkRow, NodeRow, Records, Value } from '../record.ts'
import { linkId } from '../record.ts'

type Territory = {
  name: string
  level: string
  source: string
  parents: string[]
  population?: number
  position?: Value
}
export type PlaceAbroad = {
  code: string
  name: string
  country: string
  level: string
  partOf?: string
  latitude?: number
  longitude?: number
  population?: number
}
export type Places = {
  territories: PlaceAbroad[]
  within: { name: string; country: string; code: string }[]
  positions: Record<string, { latitude: number; longitude: number }>
}

const cog = "Code officiel géographique de l'Insee, par Etalab (Licence Ouverte)"
const iso = 'ISO 3166-1, noms français du Common Locale Data Repository'

/**
 * The territories of these codes (`cog:26345`, `epci:…`, `dep:26`, `reg:84`, `iso:FR`, `geonames:…`) and all they are
 * part of: commune → EPCI and département → région → country.
 * @throws naming the codes that are in no list
 */
export function territoryRecords(codes: string[], recordedBy: string, recordedOn: string): Records {
  const nodes = new Map<string, NodeRow>()
  const links: LinkRow[] = []
  const unknown: string[] = []
  const waiting = [...new Set(codes)]
  for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
    if (nodes.has(code)) continue
    const territory = territoryOf(code)
    if (!territory) {
      unknown.push(code)
      continue
    }
    const { parents, source, ...properties } = territory
    const provenance = { source, recordedBy, recordedOn }
    nodes.set(code, { label: 'Territory', id: code, properties: { ...properties, ...provenance } })
    for (const parent of parents) {
      const id = linkId('PART_OF', code, parent)
      links.push({ type: 'PART_OF', start: code, end: parent, id, properties: provenance })
      waiting.push(parent)
    }
  }
  if (unknown.length) throw new Error(`unknown territory: ${unknown.join(', ')}`)
  return { nodes: [...nodes.values()], links }
}

const enclosing = new Map<string, ReadonlySet<string>>()

/** A territory's code with the codes of all that it is part of; nothing but the code when it is in no list. */
export function territoriesAround(code: string): ReadonlySet<string> {
  const known = enclosing.get(code)
  if (known) return known
  const parents = territoryOf(code)?.parents ?? []
  const around = new Set([code, ...parents.flatMap((parent) => [...territoriesAround(parent)])])
  enclosing.set(code, around)
  return around
}

/** What a territory is called, and of which level it is. */
export function territoryNamed(code: string): { name: string; level: string } | undefined {
  return territoryOf(code)
}

/** The places abroad that are known by name. */
export function places(): Places {
  read.places ??= parse(
    readFileSync(fileURLToPath(new URL('../../../cypher/samples/places.yaml', import.meta.url)), 'utf8'),
  ) as Places
  return read.places
}

const countryNames = new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' })
// The same list also names unions and leaves codes for tests.
const noCountries = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'])

/** A country's French name, or nothing for a code that is none. */
export function countryName(country: string): string | undefined {
  return /^[A-Z]{2}$/.test(country) && !noCountries.has(country) ? countryNames.of(country) : undefined
}

function territoryOf(code: string): Territory | undefined {
  const [scheme, local = ''] = code.split(':')
  if (scheme === 'cog') return commune(local)
  if (scheme === 'epci') return group(local)
  if (scheme === 'dep') return department(local)
  if (scheme === 'reg') return region(local)
  if (scheme === 'geonames') return abroad(code)
  const name = scheme === 'iso' ? countryName(local) : undefined
  return name ? { name, level: 'COUNTRY', source: iso, parents: [] } : undefined
}

function commune(code: string): Territory | undefined {
  const found = list('communes', isCurrent).get(code)
  if (!found) return undefined
  const facts = { name: found.nom, population: found.population, position: position(code), source: cog }
  if (found.commune) return { ...facts, level: 'DISTRICT', parents: [`cog:${found.commune}`] }
  const group = groupOf(code)
  const parents = [...(group ? [`epci:${group}`] : []), `dep:${found.departement ?? ''}`]
  return { ...facts, level: 'MUNICIPALITY', parents }
}

const isCurrent = ({ type }: Commune) => type === 'commune-actuelle' || type === 'arrondissement-municipal'

// An intercommunality may lie in two départements: it is part of the country, its communes say of which département.
function group(code: string): Territory | undefined {
  const found = list('epci').get(code)
  if (!found) return undefined
  const population = found.populationMunicipale
  return { name: found.nom, level: 'INTERCOMMUNALITY', population, source: cog, parents: ['iso:FR'] }
}

function department(code: string): Territory | undefined {
  const found = list('departements').get(code)
  if (!found) return undefined
  return { name: found.nom, level: 'DEPARTMENT', source: cog, parents: [`reg:${found.region ?? ''}`] }
}

function region(code: string): Territory | undefined {
  const found = list('regions').get(code)
  return found && { name: found.nom, level: 'REGION', source: cog, parents: ['iso:FR'] }
}

function abroad(code: string): Territory | undefined {
  const found = places().territories.find((place) => place.code === code)
  if (!found) return undefined
  const { name, level, population, latitude, longitude } = found
  const where = latitude === undefined || longitude === undefined ? undefined : { latitude, longitude }
  const source = `https://www.geonames.org/${code.slice('geonames:'.length)}`
  return {
    name,
    level,
    population,
    position: where,
    source,
    parents: [found.partOf ?? `iso:${found.country}`],
  }
}

const read: {
  places?: Places
  groups?: Map<string, string>
  positions?: Map<string, { latitude: number; longitude: number }[]>
  lists: Map<string, Map<string, unknown>>
} = { lists: new Map() }

function list<Name extends keyof Divisions>(
  name: Name,
  keep: (row: Divisions[Name]) => boolean = () => true,
) {
  const known = read.lists.get(name) as Map<string, Divisions[Name]> | undefined
  if (known) return known
  const kept = divisions(name).filter(keep)
  const byCode = new Map(kept.map((row) => [row.code, row]))
  read.lists.set(name, byCode)
  return byCode
}

function groupOf(code: string): string | undefined {
  read.groups ??= new Map(
    [...list('epci').values()].flatMap((group) =>
      group.membres.map((member) => [member.code, group.code] as const),
    ),
  )
  return read.groups.get(code)
}

/** Where a commune lies, after GeoNames; nothing when GeoNames has no point, or several, by its code. */
function position(code: string): Value {
  const own = places().positions[code]
  if (own) return own
  read.positions ??= readPositions()
  const points = read.positions.get(code) ?? []
  return points.length === 1 ? points[0] : undefined
}

function readPositions(): Map<string, { latitude: number; longitude: number }[]> {
  const positions = new Map<string, { latitude: number; longitude: number }[]>()
  const lines = readFileSync(fileURLToPath(new URL('./places.csv', import.meta.url)), 'utf8').split('\n')
  for (const line of lines.slice(1)) {
    const [code = '', latitude, longitude] = line.split(',')
    const points = positions.get(code) ?? []
    points.push({ latitude: Number(latitude), longitude: Number(longitude) })
    positions.set(code, points)
  }
  return positions
}
