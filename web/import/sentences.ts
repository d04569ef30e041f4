import type { Said } from '../../api/exchange/upload/answers.ts'
import { locale, t, type Locale, type MessageKey } from '../messages.ts'

/** A sentence of the server, or of this page itself, which is in its language already. */
export type Sentence = Said & { isOwn?: boolean }
/** A piece of a sentence, with its language when the interface speaks another one. */
export type Piece = { text: string; lang?: Locale }
export const own = (text: string): Sentence => ({ text, isOwn: true })

// Where a piece of another language stands in a sentence until the sentence is put together.
const [opens, closes] = ['\ue000', '\ue001']

/** What the importer says, in the language of the interface as far as it has words for it there. */
export function pieces(sentence: Sentence): Piece[] {
  const foreign: Piece[] = []
  const whole = told(sentence, (piece) => `${opens}${foreign.push(piece) - 1}${closes}`)
  return whole
    .split(new RegExp(`${opens}(\\d+)${closes}`))
    .map((text, at): Piece => (at % 2 ? (foreign[Number(text)] ?? { text: '' }) : { text }))
    .filter(({ text }) => text !== '')
}

/** The same as one text. */
export const worded = (sentence: Sentence): string => told(sentence, ({ text }) => text)

type Aside = (piece: Piece) => string

function told({ text, rule, values = {}, isOwn = false }: Sentence, aside: Aside): string {
  if (rule === undefined) return isOwn || !/ /.test(text) ? text : aside(spoken(text, 'en'))
  const named = Object.entries(values).map(
    ([name, value]) => [name, valueOf(rule, name, value, aside)] as const,
  )
  // Whatever rule the server names has its words: a test holds it.
  return t(`import.rule.${rule}` as MessageKey, Object.fromEntries(named))
}

function valueOf(rule: string, name: string, value: string | Said, aside: Aside): string {
  if (typeof value !== 'string')
    return rule.startsWith('corrected') && value.rule === undefined
      ? recorded(value.text, aside)
      : told(value, aside)
  if (name === 'evidence') return recorded(value, aside)
  // A choice between words is made by one without spaces.
  if (name === 'clue' || name === 'what') return value.replaceAll(' ', '_')
  return locale() === 'fr' && lists.has(name) ? inFrench(value) : value
}

/** What somebody wrote stands in quotes where it is in another language. */
function recorded(text: string, aside: Aside): string {
  const piece = spoken(text)
  if (piece.lang === undefined) return text
  return aside({ ...piece, text: locale() === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”` })
}

function spoken(text: string, usual: Locale = 'fr'): Piece {
  const lang = languageOf(text) ?? usual
  return lang === locale() ? { text } : { text, lang }
}

/** French or English, by the small words that each has more of. */
function languageOf(text: string): Locale | undefined {
  const count = (words: RegExp) => text.match(words)?.length ?? 0
  const more = count(frenchWords) - count(englishWords)
  return more === 0 ? undefined : more > 0 ? 'fr' : 'en'
}
const frenchWords =
  /(?<!\p{L})(?:les?|la|des?|du|une?|est|et|mais|autres?|même|pour|sur|dans|que)(?!\p{L})/giu
const englishWords = /\b(?:the|an?|of|is|are|and|in|to|this|that|it|but|other|same|for|on|say)\b/gi

// Where several places, or imports, are named in a row.
const lists = new Set(['place', 'places', 'said', 'later'])
const inFrench = (text: string) =>
  text
    .replace(/\bthe département\b/g, 'le département')
    .replace(/\bimport (\d+) of /g, 'import $1 du ')
    .replace(/ or /g, ' ou ')
    .replace(/ and (\d+) more$/, ' et $1 de plus')
