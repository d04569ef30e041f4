import { formatNumber, t } from '../messages.ts'
import { during } from '../ui/period.ts'
import { countryOf, isOver, type Rows } from './family.ts'
import type { Entry } from './folds.ts'
import { placeOf, type Text } from './layout/labels.ts'
import type { InitiativeRow, LinkRow } from './query.ts'

/** What is written beside a row of the tree. */
export function entryText(entry: Entry): Text {
  const { row } = entry.member
  if (entry.isGroup) {
    const year = row.startedOn?.slice(0, 4) ?? 'none'
    return { name: t('tree.group', { count: entry.folded.length, year }), place: '', under: '' }
  }
  return { name: ownName(row.name, entry.member.parent?.row.name), place: placeOf(row), under: endOf(row) }
}

/** A site is often named after what it came from, « Projet – Dinan »: beside its parent the rest says it. */
function ownName(name: string, parent: string | undefined): string {
  if (!parent || !name.startsWith(parent)) return name
  const rest = /^\s*[–—:|·,-]\s+(.+)$/u.exec(name.slice(parent.length))
  return rest?.[1] ?? name
}

/** When and why it ended: « Terminée en 2013 : fin de la recherche… ». */
function endOf(row: InitiativeRow): string {
  if (!isOver(row)) return ''
  const over = t('tree.over', { status: row.status ?? 'ENDED' })
  const when = row.endedOn ? `${over} ${during(row.endedOn)}` : over
  return row.reason ? t('tree.overWhy', { when, reason: row.reason }) : when
}

/** « 1 gardé · 2 adaptés »; empty when nothing is noted. */
export function changeCounts(link: LinkRow): string {
  return [
    link.kept && t('tree.kept', { count: link.kept }),
    link.adapted && t('tree.adapted', { count: link.adapted }),
    link.dropped && t('tree.dropped', { count: link.dropped }),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Small numbers in words, as they are read. */
export const inWords = (count: number): string =>
  count <= 20 ? t('tree.inWords', { count }) : formatNumber(count)

/** « Vingt initiatives dans cinq pays depuis 2009, huit sans date connue. »; on a date, « … en 2012. ». */
export function familySentence({ initiatives }: Rows, on: string | null = null): string {
  const countries = new Set(initiatives.map(countryOf).filter((country) => country !== null)).size
  const years = initiatives.flatMap(({ startedOn }) => startedOn?.slice(0, 4) ?? []).toSorted()
  const unknown = initiatives.length - years.length
  const sentence = t('tree.sentence', {
    count: initiatives.length,
    words: inWords(initiatives.length),
    countries,
    countriesWords: inWords(countries),
    since: on ? 'on' : years[0] ? 'yes' : 'no',
    on: on ? during(on) : '',
    year: years[0] ?? '',
    unknown: on ? 0 : unknown === initiatives.length ? -1 : unknown,
    unknownWords: inWords(unknown),
  })
  return sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1)
}
