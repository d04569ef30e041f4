import { IntlMessageFormat } from 'intl-messageformat'
import { createSubscriber } from 'svelte/reactivity'
import french from './messages/fr.json'
import { keep, kept } from './ui/kept.ts'

export type MessageKey = keyof typeof french
export type Locale = 'fr' | 'en'
type Values = Record<string, string | number>

const catalogues: { fr: typeof french; en?: typeof french } = { fr: french }

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
    const text = catalogues[language]?.[key] ?? french[key]
    message = new IntlMessageFormat(language === 'fr' ? bound(text) : text, language)
    messages.set(key, message)
  }
  return String(message.format(values))
}

// French keeps « ? », « : » and their like on the line of their word.
const bound = (text: string) => text.replace(/ (?=[?!;:»])|(?<=«) /g, '\u00a0')

/** Fetches a language when it is not here yet, then speaks it and keeps the choice. */
export async function setLocale(next: Locale) {
  if (next === 'en') catalogues.en ??= (await import('./messages/en.json')).default
  current = next
  messages = new Map()
  document.documentElement.lang = next
  keep('locale', next)
  announce()
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
