import { isPartialDate } from '../../partialDate.ts'
import { nearest } from '../nearest.ts'
import type { Value } from '../record.ts'
import { notIn, personalData } from '../mapping/valueRule.ts'
import { vocabulary } from '../vocabulary.ts'
import type { Property } from '../vocabulary.ts'

/** A word as the vocabulary writes it, or why it is none. */
export type Told<T> = { is: T } | { rule: string }

const organisations = ['ORGANISATION', 'ORGANIZATION', 'ACTOR', 'STRUCTURE']
const upper = (word: string) =>
  word
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_')

/** The kind of record that a word means. */
export function labelOf(word: string): Told<string> {
  const labels = [...vocabulary().labels.keys()]
  const wanted = upper(word).replaceAll('_', '')
  if (organisations.includes(wanted)) return { is: 'Partner' }
  const found = labels.find((label) => label.toUpperCase() === wanted)
  return found ? { is: found } : { rule: notIn(word, labels, 'kind of record') }
}

/** The type of link that a word means; a role or a level alone says the type by itself. */
export function linkTypeOf(word: string): Told<{ type: string; role?: string; level?: string }> {
  const { links, enums } = vocabulary()
  const wanted = upper(word)
  if (links.has(wanted)) return { is: { type: wanted } }
  if (enums.get('PartnerRole')?.includes(wanted)) return { is: { type: 'PARTNERS_IN', role: wanted } }
  if (enums.get('ReplicationLevel')?.includes(wanted)) return { is: { type: 'REPLICATES', level: wanted } }
  const known = [...links.keys(), ...(enums.get('PartnerRole') ?? [])]
  return { rule: notIn(wanted, known, 'type of link') }
}

const yes = ['true', 'yes', 'oui', 'vrai', '1', 'x']
const no = ['false', 'no', 'non', 'faux', '0']

export const notDate = 'is no date: 2019, 2019-05 or 2019-05-12'

/** A text as the value of a property. */
export function valueOf(text: string, { type, values, isList }: Property): Told<Value> {
  if (isList) return listOf(text.split('|'), { type, values, isList: false, required: false })
  if (values) {
    const word = upper(text)
    return values.includes(word) ? { is: word } : { rule: notIn(text, values, type) }
  }
  if (type === 'Boolean') {
    const word = text.toLowerCase()
    if (yes.includes(word)) return { is: true }
    return no.includes(word) ? { is: false } : { rule: 'is neither true nor false' }
  }
  if (type === 'Int' || type === 'Float') {
    const number = numberOf(text)
    if (number === undefined || (type === 'Int' && !Number.isSafeInteger(number)))
      return { rule: type === 'Int' ? 'is no whole number' : 'is no number' }
    return { is: number }
  }
  if (type === 'PartialDate') {
    const date = dateOf(text)
    return isPartialDate(date) ? { is: date } : { rule: notDate }
  }
  const refused = personalData(text)
  return refused ? { rule: refused } : { is: text }
}

/** A number as it is written in French or in English: `12 500,50`, `12500.50`. */
export function numberOf(text: string): number | undefined {
  const bare = text.replace(/[\s\u202f\u00a0]/g, '').replace(/€$/, '')
  return /^[+-]?\d+([.,]\d+)?$/.test(bare) ? Number(bare.replace(',', '.')) : undefined
}

/** A date without its time; a day as the French write it, which no other reading fits. */
export function dateOf(text: string): string {
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (french) {
    const [, day = '', month = '', year = ''] = french
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  return text.replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1')
}

function listOf(texts: readonly string[], item: Property): Told<Value> {
  const items: string[] = []
  for (const text of texts.map((one) => one.trim()).filter((one) => one !== '')) {
    const told = valueOf(text, item)
    if ('rule' in told) return told
    items.push(String(told.is))
  }
  return { is: items }
}

/** A hint at the word that may have been meant. */
export function hint(word: string, known: readonly string[]): string {
  return didYouMean(nearest(word, known))
}

export function didYouMean(near: string | undefined): string {
  return near === undefined ? '' : `: did you mean ${near}?`
}
