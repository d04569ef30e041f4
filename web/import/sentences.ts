import type { Said } from '../../api/exchange/upload/answers.ts'
import { locale, t, type MessageKey } from '../messages.ts'

/** A sentence of the server, or of this page itself, which is in its language already. */
export type Sentence = Said & { isOwn?: boolean }
export const own = (text: string): Sentence => ({ text, isOwn: true })

/** What the importer says, in the language of the interface; `isForeign` when it has no words for it there. */
export function worded({ text, rule, values = {}, isOwn = false }: Sentence): {
  text: string
  isForeign: boolean
} {
  if (rule === undefined) return { text, isForeign: !isOwn && locale() !== 'en' && / /.test(text) }
  const own = Object.entries(values).map(([name, value]) => [name, valueOf(name, value)] as const)
  // Whatever rule the server names has its words: a test holds it.
  return { text: t(`import.rule.${rule}` as MessageKey, Object.fromEntries(own)), isForeign: false }
}

function valueOf(name: string, value: string | Said): string {
  if (typeof value !== 'string') return worded(value).text
  // A choice between words is made by one without spaces.
  if (name === 'clue' || name === 'what') return value.replaceAll(' ', '_')
  return locale() === 'fr' && lists.has(name) ? inFrench(value) : value
}

// Where several places, or imports, are named in a row.
const lists = new Set(['place', 'places', 'said', 'later'])
const inFrench = (text: string) =>
  text
    .replace(/\bthe département\b/g, 'le département')
    .replace(/\bimport (\d+) of /g, 'import $1 du ')
    .replace(/ or /g, ' ou ')
    .replace(/ and (\d+) more$/, ' et $1 de plus')
