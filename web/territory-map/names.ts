import { locale } from '../messages.ts'

/** The name of a country in the language of the interface; of any other territory the one it was given. */
export function nameOfTerritory(code: string, given: string | undefined): string {
  const [, letters] = /^iso:([A-Z]{2})$/.exec(code) ?? []
  const name = letters && new Intl.DisplayNames(locale(), { type: 'region', fallback: 'none' }).of(letters)
  return name || given || code
}
