import { firstDay, lastDay } from './time.ts'

const forms: [RegExp, (parts: string[]) => (string | undefined)[]][] = [
  [/^(\d{4})$/, ([year]) => [year]],
  [/^(\d{4})[-/. ](\d{1,2})$/, ([year, month]) => [year, month]],
  [/^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/, ([year, month, day]) => [year, month, day]],
  [/^(\d{1,2})[-/. ](\d{4})$/, ([month, year]) => [year, month]],
  [/^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/, ([day, month, year]) => [year, month, day]],
]

/** What somebody typed as a partial date: « 2014 », « 05/2014 », « mai 2014 », « 12/05/2014 »; null when it is none. */
export function partialDate(text: string): string | null {
  const plain = withMonthNumber(text.trim().toLowerCase())
  for (const [form, order] of forms) {
    const found = form.exec(plain)
    if (found) return joined(order(found.slice(1)))
  }
  return null
}

function joined([year = '', month, day]: (string | undefined)[]): string | null {
  const date = [year, month, day].flatMap((part) => (part ? [part.padStart(2, '0')] : [])).join('-')
  const isMonth = !month || (Number(month) >= 1 && Number(month) <= 12)
  const isDay = !day || (Number(day) >= 1 && date <= lastDay(date.slice(0, 7)))
  return isMonth && isDay ? date : null
}

// Names of months as both languages write them, whole or begun: « sept. 2014 », « May 2014 ».
function withMonthNumber(text: string): string {
  const [word] = /[a-zàâäéèêëîïôöûüç]{3,}/.exec(text) ?? []
  if (!word) return text
  const month = ['fr', 'en'].flatMap((locale) => {
    const at = monthNames(locale).findIndex((name) => name.startsWith(word))
    return at < 0 ? [] : [at + 1]
  })[0]
  return month
    ? text
        .replace(/(\d)er\b/, '$1')
        .replace(word, String(month))
        .replace(/\.(?= )/, '')
    : text
}

const monthNames = (locale: string) =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
      .format(Date.UTC(2014, month, 1))
      .toLowerCase(),
  )

/** True for a date whose span touches the years from one to another. */
export const isWithin = (date: string, from: number, until: number) =>
  lastDay(date) >= firstDay(String(from)) && firstDay(date) <= lastDay(String(until))

/** Where play goes from a date: a year further, from the first one when all dates are shown or the last was reached. */
export function nextYear(value: string | null, from: number, until: number): number {
  const year = value === null ? until : Number(value.slice(0, 4))
  return year >= until ? from : Math.max(from, year + 1)
}

/** How high the bar of a year is, in pixels: 3 for each start, all lower together when one would exceed `most`. */
export function barHeight(count: number, largest: number, most = 24): number {
  return count === 0 ? 0 : Math.max(2, Math.round(count * Math.min(3, most / Math.max(1, largest))))
}
