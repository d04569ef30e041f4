import { personalData } from '../mapping/valueRule.ts'
import type { ValueRule } from '../mapping/valueRule.ts'
import { isSiren, isSiret } from '../registers.ts'

/** What an identifier of a scheme looks like, and how a spreadsheet may have mangled it. */
type Scheme = { clean: (text: string) => string; isSound: (value: string) => boolean; like: string }

const digits = (length: number) => (text: string) =>
  text
    .replace(/[.,]0+$/, '')
    .replace(/[\s.-]/g, '')
    .padStart(length, '0')
const schemes: Readonly<Record<string, Scheme>> = {
  SIREN: {
    clean: digits(9),
    isSound: isSiren,
    like: 'nine digits',
  },
  SIRET: {
    clean: digits(14),
    isSound: isSiret,
    like: 'fourteen digits',
  },
  RNA: {
    clean: (text) => text.toUpperCase().replace(/\s/g, ''),
    isSound: (value) => /^W\d[\dAB]\d{7}$/.test(value),
    like: 'W and nine signs',
  },
  ROR: {
    clean: (text) => text.toLowerCase().replace(/^https?:\/\/ror\.org\//, ''),
    isSound: (value) => /^0[a-z\d]{6}\d{2}$/.test(value),
    like: 'such as 05a28rw58',
  },
  WIKIDATA: {
    clean: (text) => text.replace(/^https?:\/\/www\.wikidata\.org\/(wiki|entity)\//, ''),
    isSound: (value) => /^Q[1-9]\d*$/.test(value),
    like: 'Q and digits',
  },
}

export type Identifier = { id: string; scheme: string; value: string }

/** An identifier as its register writes it; a text that is none says why. */
export function identifierOf(scheme: string, text: string): Identifier | { rule: string } {
  const known = schemes[scheme]
  const value = known ? known.clean(text) : text.trim()
  if (known && !known.isSound(value)) return { rule: `is no ${scheme}: ${known.like}${checked(scheme)}` }
  if (known) return { id: `${scheme.toLowerCase()}:${value}`, scheme, value }
  const refused = personalData(value)
  if (refused) return { rule: refused }
  // Another register names itself: `finess:010000024`.
  return /^[a-z][a-z0-9-]*:.+$/.test(value)
    ? { id: value, scheme, value: value.slice(value.indexOf(':') + 1) }
    : { rule: 'should begin with the name of its register, such as finess:010000024' }
}

export type IdentifierRules = Readonly<Record<string, ValueRule | undefined>>

function checked(scheme: string): string {
  return scheme.startsWith('SIRE') ? ', the last one checks the others' : ''
}
