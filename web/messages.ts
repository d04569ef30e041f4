import { IntlMessageFormat } from 'intl-messageformat'
import { createSubscriber } from 'svelte/reactivity'
import french from './messages/fr.json'
import { typeset } from './typography.ts'
import { keep, kept } from './ui/kept.ts'

export type MessageKey = keyof typeof french
export type Locale = 'fr' | 'en'
type Values = Record<string, string | number>
/** A message as it is written; in the built web, its parts. */
type Message = ConstructorParameters<typeof IntlMessageFormat>[0]
type Words = Partial<Record<MessageKey, Message>>
/** Where some messages are fetched from, in each language. */
export type WordsOf = Record<Locale, () => Promise<{ default: Words }>>

const start: WordsOf = {
  fr: () => Promise.resolve({ default: french }),
  en: () => import('./messages/en.json'),
}
const sources = new Set([start])
const here: Record<Locale, Set<WordsOf>> = { fr: new Set(sources), en: new Set() }
const catalogues: Record<Locale, Words> = { fr: { ...french }, en: {} }

let current: Locale = 'fr'
let messages = new Map<MessageKey, IntlMessageFormat>()
let announce = () => {}
const follow = createSubscriber((update) => {
  announce = update
})

/** The language of the interface; what reads it is drawn again when it changes. */
export function locale(): Locale {
  follow()
  return current
}

/** A message in the language of the interface, with its values put in. */
export function t(key: MessageKey, values?: Values): string {
  const language = locale()
  let message = messages.get(key)
  if (!message) {
    const text = catalogues[language][key]
    if (text === undefined) return key
    message = new IntlMessageFormat(typeof text === 'string' ? typeset(text, language) : text, language)
    messages.set(key, message)
  }
  return String(message.format(values))
}

/** Fetches messages in the language that is spoken, and in the other one once it is. */
export async function learn(words: WordsOf | undefined) {
  if (!words) return
  sources.add(words)
  await fetchAll(() => current)
}

/** Fetches a language when it is not here yet, then speaks it and keeps the choice. */
export async function setLocale(next: Locale) {
  await fetchAll(() => next)
  current = next
  messages = new Map()
  document.documentElement.lang = next
  keep('locale', next)
  announce()
}

// More may be wanted, or in another language, by the time that some are here.
async function fetchAll(spoken: () => Locale) {
  const missing = [...sources].filter((words) => !here[spoken()].has(words))
  if (missing.length === 0) return
  await Promise.all(missing.map((words) => fetchWords(words, spoken())))
  await fetchAll(spoken)
}

async function fetchWords(words: WordsOf, language: Locale) {
  Object.assign(catalogues[language], (await words[language]()).default)
  here[language].add(words)
}

/** The language chosen before; French otherwise, and when the other one can not be fetched. */
export async function restoreLocale() {
  if (kept('locale') === 'en') await setLocale('en').catch(() => {})
}

const shapes: Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
]

/** `2014`, `mai 2014` or `12 mai 2014`, as far as the date is known. */
export function formatPartialDate(date: string): string {
  const parts = date.split('-')
  const shape = shapes[parts.length - 1]
  const day = new Date(`${[...parts, '01', '01'].slice(0, 3).join('-')}T00:00:00Z`)
  if (!shape || Number.isNaN(day.getTime())) return date
  const text = dateFormat(locale(), shape).format(day)
  return locale() === 'fr' ? text.replace(/^1 /, '1er ') : text
}

export function formatNumber(number: number, options?: Intl.NumberFormatOptions): string {
  return options
    ? new Intl.NumberFormat(locale(), options).format(number)
    : plainNumbers(locale()).format(number)
}

// Making a format takes a hundred times as long as using it.
const formats = new Map<string, Intl.DateTimeFormat>()
const numbers = new Map<string, Intl.NumberFormat>()

function dateFormat(language: Locale, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${shapes.indexOf(shape)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr', { ...shape, timeZone: 'UTC' })
  formats.set(key, made)
  return made
}

function plainNumbers(language: Locale): Intl.NumberFormat {
  const known = numbers.get(language)
  if (known) return known
  const made = new Intl.NumberFormat(language)
  numbers.set(language, made)
  return made
}
