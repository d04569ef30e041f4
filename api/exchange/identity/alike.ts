import { searchText } from '../searchText.ts'
import { territoriesAround, territoryNamed } from '../places/territories.ts'

/** What is known of an organisation that tells whether two records are of one. */
export type Described = {
  name: string
  website?: string
  identifiers: readonly string[]
  territories: readonly string[]
}
/** How sure it is that two records are one organisation, 0 to 1, and what speaks for it and against it, in French. */
export type Likeness = { score: number; evidence: string }

// Each sign leaves open what the others leave open: two halves make three quarters. Places alone say nothing.
const identifierWeight = 0.9
const websiteWeight = 0.6
const nameWeight = 0.5
const placeWeight = 0.4
/** What is left of the score when another number or another place speaks against it. */
const otherIdentifier = 0.4
const elsewhere = 0.6
/** From this score on somebody should look at it. */
const worthALook = 0.5

/** How alike two records are; nothing when they are not alike enough for anybody to look at. */
export function likeness(one: Described, other: Described): Likeness | undefined {
  const shared = one.identifiers.filter((id) => other.identifiers.includes(id))
  const signs: [number, string][] = shared.map((id) => [identifierWeight, `même ${spoken(id)}`])
  if (searchText(one.name) === searchText(other.name)) signs.push([nameWeight, 'même nom'])
  const [site] = websites(one.website).slice(0, 1)
  if (site && websites(other.website)[0] === site) signs.push([websiteWeight, `même site ${site}`])
  if (signs.length === 0) return undefined
  const against: [number, string][] = []
  const differing = shared.length ? undefined : differs(one.identifiers, other.identifiers)
  if (differing) against.push([otherIdentifier, `mais autre ${differing}`])
  const place = samePlace(one.territories, other.territories)
  if (place) signs.push([placeWeight, `même territoire (${territoryNamed(place)?.name ?? place})`])
  else if (one.territories.some(isNear) && other.territories.some(isNear) && shared.length === 0)
    against.push([elsewhere, 'mais territoires différents'])
  const open = signs.reduce((left, [weight]) => left * (1 - weight), 1)
  const score = against.reduce((left, [factor]) => left * factor, 1 - open)
  if (score < worthALook) return undefined
  const evidence = [...signs, ...against].map(([, said]) => said).join(' ; ')
  return {
    score: Math.round(score * 100) / 100,
    evidence: evidence.charAt(0).toUpperCase() + evidence.slice(1),
  }
}

/** The ways in which a website may have been written down, the plainest first: without its beginning and its end. */
export function websites(website: string | undefined): string[] {
  if (!website || !URL.canParse(website)) return []
  const { hostname, pathname, search } = new URL(website)
  const plain = `${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`
  const hosts = [plain, `www.${plain}`]
  const whole = hosts.flatMap((host) => [`https://${host}`, `http://${host}`])
  return [plain, ...whole, ...whole.map((address) => `${address}/`)]
}

function spoken(id: string): string {
  const [scheme = '', value = ''] = id.split(':')
  return `${scheme.toUpperCase()} ${value}`
}

function differs(some: readonly string[], others: readonly string[]): string | undefined {
  const scheme = (id: string) => id.slice(0, id.indexOf(':'))
  const schemes = new Set(others.map(scheme))
  // An organisation has one SIREN, and may have several places and several RNA.
  return some.some((id) => scheme(id) === 'siren') && schemes.has('siren') ? 'SIREN' : undefined
}

const isNear = (territory: string) => !territory.startsWith('iso:') && !territory.startsWith('reg:')

function samePlace(some: readonly string[], others: readonly string[]): string | undefined {
  return some.find(
    (one) =>
      isNear(one) &&
      others.some(
        (other) => isNear(other) && (territoriesAround(one).has(other) || territoriesAround(other).has(one)),
      ),
  )
}
