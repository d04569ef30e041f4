import { locale } from '../messages.ts'

// Making one takes longer than a map of names takes to draw.
const countries = new Map<string, Intl.DisplayNames>()

function countryNames(): Intl.DisplayNames {
  const known = countries.get(locale())
  if (known) return known
  const made = new Intl.DisplayNames(locale(), { type: 'region', fallback: 'none' })
  countries.set(locale(), made)
  return made
}

/** The name of a country in the language of the interface; of any other territory the one it was given. */
export function nameOfTerritory(code: string, given: string | undefined): string {
  const [, letters] = /^iso:([A-Z]{2})$/.exec(code) ?? []
  return (letters && countryNames().of(letters)) || given || code
}

const longest = 40

/** A name that does not cover the map, whatever somebody called a place: cut in its middle. */
export const shortName = (name: string): string =>
  name.length > longest ? `${name.slice(0, 22).trimEnd()}…${name.slice(-14).trimStart()}` : name
