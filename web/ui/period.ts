import { standing } from '../drawing/time.ts'
import { formatPartialDate, locale, t } from '../messages.ts'

type Precision = 'day' | 'vowel' | 'other'

// « depuis le 12 mai », « d’avril à juin »: French bends around the date that follows.
function precision(date: string): Precision {
  if (date.length === 10) return 'day'
  return locale() === 'fr' && /^[ao]/.test(formatPartialDate(date)) ? 'vowel' : 'other'
}

/** From when to when, in words: « depuis 2014 », « de 2011 au 7 octobre 2016 », « date inconnue ». */
export function period(since?: string | null, until?: string | null): string {
  if (since && until) {
    if (since === until) return t('period.during', { date: formatPartialDate(since), kind: precision(since) })
    const from = t('period.from', { date: formatPartialDate(since), kind: precision(since) })
    return `${from} ${t('period.to', { date: formatPartialDate(until), kind: precision(until) })}`
  }
  if (since) return t('period.since', { date: formatPartialDate(since), kind: precision(since) })
  if (until) return t('period.until', { date: formatPartialDate(until), kind: precision(until) })
  return t('period.unknown')
}

/** On a date, at a month or in a year: « en 2014 », « le 12 mai 2014 ». */
export const during = (date: string) =>
  t('period.during', { date: formatPartialDate(date), kind: precision(date) })

/** True once the whole span of a partial date lies behind. */
export const isPast = (until?: string | null): boolean => standing({ until }) === 'ended'
