import { placeOf, placeOfTerritory } from './places.ts'
import type { Place } from './places.ts'
import {
  isNoLargerThan,
  meantByCode,
  meantByCountry,
  meantByDepartment,
  meantByName,
  meantByPostalCode,
  meantByRegion,
  meets,
} from './names.ts'
import type { Meant } from './names.ts'
import { distance } from '../nearest.ts'
import { territoriesAround, territoryNamed } from './territories.ts'
import { fold } from '../mapping/valueRule.ts'

/** What a row may say of a place, the most believed first when a mapping does not say. */
export const clueKinds = [
  'code',
  'postalCode',
  'name',
  'coordinates',
  'department',
  'region',
  'country',
] as const
export type ClueKind = (typeof clueKinds)[number]
/** A word of a row, or a point in degrees. */
export type Clue = { kind: ClueKind; word: string; point?: { latitude: number; longitude: number } }
export type Found = Place & {
  /** The clues that the place rests on: the first that said something, and those that told like ones apart. */
  by: ClueKind[]
  agreed: ClueKind[]
  /** Clues that no territory is known for, that are misspelt, and that a more believed one contradicts. */
  unknown: { clue: Clue; rule: string }[]
  misspelt: { clue: Clue; rule: string }[]
  against: { clue: Clue; rule: string; isNear: boolean }[]
}

/** Where several clues together say that a row lies; each is compared with those that are believed more. */
export function placeByClues(clues: readonly Clue[]): Found {
  const by: ClueKind[] = []
  const agreed: ClueKind[] = []
  const unknown: Found['unknown'] = []
  const misspelt: Found['misspelt'] = []
  const against: Found['against'] = []
  const opposed: Said[] = []
  const confirming: Said[] = []
  let known: string[] | undefined
  // What a name once meant counts when what it means today does not fit.
  let former: readonly string[] = []
  let roughly: string | undefined
  let nearestTown: string | undefined
  for (const clue of clues) {
    const { now, once, doubt, nearestTown: town } = read(clue)
    nearestTown ??= town
    const spelt = clue.kind === 'name' ? (known ?? []).filter((code) => isSpelt(code, clue.word)) : []
    if (now.length + once.length + spelt.length === 0) {
      // Towns and codes of other countries are in no list here.
      if (!known?.every(isAbroad)) unknown.push({ clue, rule: doubt ?? unknownRules[clue.kind] })
      continue
    }
    if (!known) {
      known = now.length ? [...now] : [...once]
      former = now.length ? once : []
      by.push(clue.kind)
      roughly = doubt
      continue
    }
    const said = [...now, ...once]
    const today = together(known, said)
    const before = today.length ? today : together(former, said)
    const narrowed = before.length ? before : spelt
    if (narrowed.length === 0) {
      const rule = `is ${spoken(now.length ? now : once)}: the ${kindNames[by[0] ?? 'code']} says ${spoken(known)}`
      const near = isNear(known, said)
      against.push({ clue, rule, isNear: near })
      opposed.push({ said, isNear: near })
      continue
    }
    const meant = before.length === 0 && narrowed.find((code) => !isShortened(code, clue.word))
    if (meant) misspelt.push({ clue, rule: `is read as ${spoken([meant])}` })
    confirming.push({ said: spelt.length ? spelt : said, isNear: true })
    if (isSame(narrowed, known)) agreed.push(clue.kind)
    else {
      by.push(clue.kind)
      roughly = undefined
    }
    known = narrowed
  }
  const outvoted = known?.every(isAbroad) ? undefined : outvotes(opposed, confirming, by[0])
  const settled = settle([...(known ?? []), ...(outvoted ?? [])], outvoted !== undefined)
  const place = settled.territory ? placeOfTerritory(settled.territory) : {}
  const doubt = settled.doubt ?? roughly
  return {
    ...place,
    ...(nearestTown ? { nearestTown } : {}),
    ...(doubt ? { doubt } : {}),
    by,
    agreed,
    unknown,
    misspelt,
    // What may be either of two places says both.
    against: outvoted ? [] : against,
  }
}

const isAbroad = (code: string) => code.startsWith('iso:') && code !== 'iso:FR'

type Said = { said: readonly string[]; isNear: boolean }

/**
 * Where clues say that a row lies that together weigh more than what confirms the believed one: one of another
 * département, or two of one place nearby. A clue that fits both weighs nothing.
 */
function outvotes(
  opposed: readonly Said[],
  confirming: readonly Said[],
  believed: ClueKind | undefined,
): readonly string[] | undefined {
  const alike = (one: Said, other: Said) =>
    one.isNear || other.isNear ? together(one.said, other.said).length > 0 : isNear(one.said, other.said)
  const [most = []] = opposed
    .map((one) => [one, ...opposed.filter((other) => other !== one && alike(one, other))])
    .sort((one, other) => other.length - one.length)
  const [first] = most
  if (!first) return undefined
  const decides = confirming.filter(({ said }) => together(said, first.said).length === 0)
  const isEnough = most.length > 1 || !first.isNear || believed === 'postalCode'
  return isEnough && most.length > decides.length ? first.said : undefined
}

/** What a clue is called in a report. */
export const kindNames: Readonly<Record<ClueKind, string>> = {
  code: 'code',
  postalCode: 'postal code',
  name: 'name',
  coordinates: 'coordinates',
  department: 'département',
  region: 'region',
  country: 'country',
}

const unknownRules: Readonly<Record<ClueKind, string>> = {
  code: 'is no code of a commune, a département, a region or an EPCI',
  postalCode: 'is no postal code of France',
  name: 'is no territory of France, nor a country',
  coordinates: 'no town within reach',
  department: 'is no département',
  region: 'is no region',
  country: 'is no country',
}

type Reading = Meant & { doubt?: string; nearestTown?: string }

function read({ kind, word, point }: Clue): Reading {
  if (kind === 'code') return meantByCode(word)
  if (kind === 'postalCode') return meantByPostalCode(word)
  if (kind === 'name') return meantByWords(word)
  if (kind === 'department') return meantByDepartment(word)
  if (kind === 'region') return meantByRegion(word)
  if (kind === 'country') return meantByCountry(word)
  const { territory, doubt, nearestTown } = point ? placeOf(point.latitude, point.longitude) : {}
  return { now: territory ? [territory] : [], once: [], doubt, nearestTown }
}

/** A name, alone or with what tells it from others: `Annecy (74)`, `44000 Nantes`, `Crest, Drôme`. */
function meantByWords(word: string): Reading {
  const whole = meantByName(word)
  if (whole.now.length + whole.once.length) return whole
  const postal = /\b\d{5}\b/.exec(word)?.[0]
  const department = /\((\d{2,3}|2[AB])\)/i.exec(word)?.[1]
  const bare = word.replace(/\b\d{5}\b/, ' ').replace(/\((\d{2,3}|2[AB])\)/i, ' ')
  const named = bare
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const meant = [
    ...named.map(meantByName),
    ...(postal ? [meantByPostalCode(postal)] : []),
    ...(department ? [meantByDepartment(department)] : []),
  ]
  const all = meant.map(({ now, once }) => (now.length ? now : once))
  const [first, ...others] = all
  if (first && all.every((part) => part.length > 0)) return { now: others.reduce(together, first), once: [] }
  const remark = word.indexOf('(')
  if (remark > 0) return meantByWords(word.slice(0, remark))
  return withinOther(word)
}

/** A name with that of what it lies in behind it: `Baie-Mahault Guadeloupe`. */
function withinOther(word: string): Meant {
  const words = word.trim().split(/[\s–-]+/)
  for (let at = words.length - 1; at > 0; at--) {
    const [name, around] = [words.slice(0, at).join(' '), words.slice(at).join(' ')].map(meantByName)
    const both = together(name?.now ?? [], around?.now ?? [])
    if (both.length) return { now: both, once: [] }
  }
  return { now: [], once: [] }
}

/** The territories that both lists leave possible, the smaller one where one lies in the other. */
function together(some: readonly string[], others: readonly string[]): string[] {
  const both = some.flatMap((one) =>
    others.flatMap((other) => {
      if (territoriesAround(one).has(other)) return [one]
      if (territoriesAround(other).has(one)) return [other]
      if (one.startsWith('epci:') && meets(one, other)) return [one]
      return other.startsWith('epci:') && meets(other, one) ? [other] : []
    }),
  )
  return [...new Set(both)]
}

/** Whether both are of one département: a border, or an address that was found roughly. */
function isNear(some: readonly string[], others: readonly string[]): boolean {
  const department = (code: string) =>
    [...territoriesAround(code)].find((around) => around.startsWith('dep:'))
  const around = new Set(some.map(department))
  return others.some((other) => department(other) !== undefined && around.has(department(other)))
}

/** Whether a word is a territory's name as people shorten it (Brive, Saint-Ouen) or misspell it (M ontargis). */
function isSpelt(code: string, word: string): boolean {
  const { name, said } = plain(code, word)
  if (name === '' || said.length < 4) return false
  if (isShortened(code, word)) return true
  const [one, other] = [name.replaceAll(' ', ''), said.replaceAll(' ', '')]
  return one === other || (said.length > 5 && distance(one, other) <= 2 && one[0] === other[0])
}

function isShortened(code: string, word: string): boolean {
  const { name, said } = plain(code, word)
  return `${name} `.startsWith(`${said} `) || `${said} `.startsWith(`${name} `)
}

function plain(code: string, word: string): { name: string; said: string } {
  const name = fold(territoryNamed(code)?.name ?? '')
  return { name, said: fold(word).replace(/ (cedex( \d+)?|france)$/, '') }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return others.every((other) => some.includes(other))
}

/** One territory of those that are left: itself, or the smallest that all of them lie in. */
function settle(left: readonly string[], isContradicted: boolean): { territory?: string; doubt?: string } {
  const distinct = left.filter((one) => !left.some((other) => isNoLargerThan(one, other)))
  const [first, ...others] = distinct
  if (!first) return {}
  if (others.length === 0) return { territory: first }
  const shared = [...territoriesAround(first)]
    .filter((around) => others.every((other) => territoriesAround(other).has(around)))
    .sort((one, other) => territoriesAround(other).size - territoriesAround(one).size)
  const doubt = isContradicted
    ? `may be ${spoken(distinct)}: its columns contradict each other, correct the wrong one`
    : `may be ${spoken(distinct)}: say which by a code, a postal code or a département`
  return { territory: shared[0], doubt }
}

function spoken(codes: readonly string[]): string {
  const said = codes.slice(0, 4).map((code) => {
    const department = [...territoriesAround(code)].find((around) => around.startsWith('dep:'))
    const name = territoryNamed(code)?.name ?? code
    if (code.startsWith('dep:')) return `the département ${name}`
    return department ? `${name} (${department.slice(4)})` : name
  })
  const more = codes.length > said.length ? ` and ${codes.length - said.length} more` : ''
  return `${[...new Set(said)].join(' or ')}${more}`
}
