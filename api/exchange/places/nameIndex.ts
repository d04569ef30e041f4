import { divisions, type Commune, type Group } from './divisions.ts'
import { formerRegions, otherNames, overseas, shortNames } from './words.ts'
import { countryName } from './territories.ts'
import { fold } from '../mapping/valueRule.ts'

/** Codes of territories that a word may mean: those of today, and those that what it once meant is part of today. */
export type Meant = { now: readonly string[]; once: readonly string[] }

const nothing: Meant = { now: [], once: [] }
export const now = (...codes: string[]): Meant => ({ now: codes, once: [] })
/** What of these is of a scheme, such as `dep:`. */
export const within = ({ now: today, once }: Meant, scheme: string): Meant => ({
  now: today.filter((each) => each.startsWith(scheme)),
  once: once.filter((each) => each.startsWith(scheme)),
})

/** What territories are called, by name, code and postal code; the first question reads the lists. */
export class NameIndex {
  readonly regions = new Map<string, string>()
  private readonly countries = new Map<string, string>()
  /** The one commune of a département, the one département of a région. */
  readonly onlyPart = new Map<string, string>()
  private readonly today = new Map<string, Set<string>>()
  private readonly before = new Map<string, Set<string>>()
  private readonly loosely = new Map<string, Set<string>>()
  private readonly groups = new Map<string, Group>()
  private readonly groupNames = new Map<string, Set<string>>()
  private readonly current = new Set<string>()
  private readonly successors = new Map<string, string>()
  private readonly postal = new Map<string, Set<string>>()
  private readonly departments = new Set<string>()

  constructor() {
    for (const one of divisions('communes')) this.readCommune(one)
    for (const { code: group, nom, membres } of divisions('epci')) {
      this.groups.set(group, { code: group, nom, membres })
      add(this.groupNames, groupKey(nom), `epci:${group}`)
    }
    for (const { code: department, nom, region } of divisions('departements')) {
      this.departments.add(department)
      this.name(nom, `dep:${department}`)
      this.part(`reg:${region ?? ''}`, `dep:${department}`)
    }
    for (const { code: region, nom } of divisions('regions')) {
      this.regions.set(region, nom)
      this.name(nom, `reg:${region}`)
    }
    for (const [nom, region] of formerRegions) add(this.before, fold(nom), `reg:${region}`)
    for (const [nom, territory] of shortNames) this.name(nom, territory)
    this.readCountries()
    for (const [area, part] of this.onlyPart) if (part === '') this.onlyPart.delete(area)
  }

  ofCode(word: string): Meant {
    const [scheme, local = ''] = word.includes(':') ? word.split(':') : ['', word]
    const plain = code(local)
    if (scheme === 'epci' || (!scheme && /^\d{9}$/.test(plain)))
      return this.groups.has(plain) ? now(`epci:${plain}`) : nothing
    if (scheme === 'reg') return this.regions.has(plain) ? now(`reg:${plain}`) : nothing
    if (scheme === 'iso') return countryName(plain) ? now(`iso:${plain}`) : nothing
    const padded = plain.padStart(plain.length < 3 ? 2 : plain.length === 4 ? 5 : plain.length, '0')
    if (this.departments.has(padded)) return now(`dep:${padded}`)
    if (this.current.has(padded)) return now(`cog:${padded}`)
    const successor = this.successors.get(padded)
    return successor ? { now: [], once: [`cog:${successor}`] } : nothing
  }

  ofPostalCode(word: string): Meant {
    const digits = code(word).replace(/^(F|FR)(?=\d)/, '')
    const padded = /^\d{4}$/.test(digits) ? `0${digits}` : digits
    if (!/^\d{5}$/.test(padded)) return nothing
    const communes = this.postal.get(padded)
    if (communes) return now(...communes)
    // Special deliveries have codes of their own: only their beginning says where.
    const start = padded.startsWith('97') || padded.startsWith('98') ? padded.slice(0, 3) : padded.slice(0, 2)
    const department = start === '20' ? (padded < '20200' ? '2A' : '2B') : start
    return this.departments.has(department) ? now(`dep:${department}`) : nothing
  }

  ofName(word: string, scheme = ''): Meant {
    const found = within(this.look(word), scheme)
    if (found.now.length || found.once.length || scheme) return found
    return this.ofCountry(word)
  }

  ofCountry(word: string): Meant {
    const letters = word.trim().toUpperCase()
    if (overseas[letters] ?? countryName(letters)) return now(overseas[letters] ?? `iso:${letters}`)
    const found =
      this.countries.get(countryKey(word)) ?? this.countries.get(countryKey(word.replace(/\(.*\)/, '')))
    return found ? now(found) : nothing
  }

  membersOf(group: string): string[] {
    return (this.groups.get(group.slice('epci:'.length))?.membres ?? []).map((member) => member.code)
  }

  private look(word: string): Meant {
    const inFront = word.replace(/^(.*?)\s*\((le|la|les|l['’])\)\s*$/i, '$2 $1')
    const whole = fold(inFront)
    const key = whole.replace(/(?<=.) (cedex( \d+)?|france)$/, '')
    const district =
      /^(paris|lyon|marseille) (\d{1,2})(?: ?(?:er|e|eme|ieme))?(?: arr(?:t|dt|ondissement)?)?$/.exec(key)
    const base = { paris: 75100, lyon: 69380, marseille: 13200 }[district?.[1] ?? '']
    if (base) {
      const known = String(base + Number(district?.[2]))
      if (this.current.has(known)) return now(`cog:${known}`)
    }
    const keys = [
      whole,
      key,
      key.replace(/^(ville|commune|mairie|departement|region) (de la|de l|de|du|des|d) /, ''),
    ]
    for (const each of keys) {
      const [today, before] = [this.today.get(each), this.before.get(each)]
      if (today ?? before) return { now: [...(today ?? [])], once: [...(before ?? [])] }
    }
    const loose = this.loosely.get(looseKey(whole)) ?? this.loosely.get(looseKey(key))
    if (loose) return now(...loose)
    const group = /^(cc|ca|cu|communaute|metropole|agglo)\b|\b(metropole|agglo|agglomeration)\b/.test(key)
      ? this.groupNames.get(groupKey(inFront))
      : undefined
    return group ? now(...group) : nothing
  }

  private readCommune(one: Commune): void {
    const {
      code: own,
      nom,
      type,
      departement = '',
      chefLieu,
      commune,
      anciensCodes = [],
      codesPostaux = [],
    } = one
    if (type === 'commune-actuelle' || type === 'arrondissement-municipal') {
      this.current.add(own)
      this.name(nom, `cog:${own}`)
      for (const former of anciensCodes) this.successors.set(former, own)
      for (const postal of codesPostaux) {
        const known = add(this.postal, postal, `cog:${own}`)
        if (commune) known.delete(`cog:${commune}`)
        // Lists name the city before its districts or after them.
        else if (districted.has(own) && known.size > 1) known.delete(`cog:${own}`)
      }
      if (!commune) this.part(`dep:${departement}`, `cog:${own}`)
    } else if (chefLieu) {
      this.successors.set(own, chefLieu)
      add(this.before, fold(nom), `cog:${chefLieu}`)
    }
  }

  private readCountries(): void {
    for (const language of ['fr', 'en'])
      for (const style of ['long', 'short'] as const) {
        const known = new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style })
        for (const letters of twoLetters) {
          const name = countryName(letters) && known.of(letters)
          if (name) this.country(name, letters)
        }
      }
    for (const [name, letters] of otherNames) this.country(name, letters)
  }

  private name(nom: string, territory: string): void {
    add(this.today, fold(nom), territory)
    add(this.loosely, looseKey(fold(nom)), territory)
  }

  private country(name: string, letters: string): void {
    // Some letters are only other ones for a country that has its own: FX is FR.
    const region = new Intl.Locale(`und-${letters}`).region ?? letters
    this.countries.set(countryKey(name), overseas[region] ?? `iso:${region}`)
  }

  private part(area: string, part: string): void {
    this.onlyPart.set(area, this.onlyPart.has(area) ? '' : part)
  }
}

const districted = new Set(['75056', '69123', '13055'])
const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const twoLetters = alphabet.flatMap((one) => alphabet.map((other) => one + other))

function add(index: Map<string, Set<string>>, key: string, territory: string): Set<string> {
  const known = index.get(key) ?? new Set()
  index.set(key, known.add(territory))
  return known
}

/** A code without what spreadsheets put around it: `44109.0`, `2 a`, `F-44000`. */
export function code(word: string): string {
  return word
    .trim()
    .toUpperCase()
    .replace(/[.,]0+$/, '')
    .replace(/[\s.-]/g, '')
}

/** The same whether Saint is written out, and with or without articles and small words. */
function looseKey(key: string): string {
  return key
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bs\b/g, 'sur')
    .split(' ')
    .filter((word) => !small.has(word))
    .join(' ')
}
const small = new Set(['le', 'la', 'les', 'l', 'de', 'du', 'des', 'd', 'et', 'en'])

function countryKey(name: string): string {
  return fold(name)
    .replace(/\b(et|and)\b/g, '')
    .replace(/\bst\b/g, 'saint')
    .replace(/\s+/g, ' ')
    .trim()
}

function groupKey(name: string): string {
  const key = fold(name)
    .replace(
      /^(communaute de communes|communaute d agglomeration|communaute d agglo|communaute urbaine)\b/,
      '',
    )
    .replace(/^(cc|ca|cu|metropole|agglo)\b/, '')
  return looseKey(key.trim())
}
