import { levels } from '../drawing/levels.ts'
import { formatNumber, formatPartialDate, t } from '../messages.ts'
import { during, period } from '../ui/period.ts'
import { countryOf, isOver, type Rows } from './family.ts'
import type { Entry } from './folds.ts'
import { placeOf, type Text } from './layout/labels.ts'
import type { TreeLook } from './picture/look.ts'
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

/** All that is known of a row in a few lines, where its label had to be cut. */
export function wholeText(entry: Entry): string {
  const { name, place, under } = entryText(entry)
  return [entry.isGroup ? name : entry.member.row.name, place, under].filter(Boolean).join('\n')
}

/** When and why it ended: « Terminée en 2013 : fin de la recherche… ». */
function endOf(row: InitiativeRow): string {
  if (!isOver(row)) return ''
  const over = t('tree.over', { status: row.status ?? 'ENDED' })
  const when = row.endedOn ? `${over} ${during(row.endedOn)}` : over
  return row.reason ? t('tree.overWhy', { when, reason: row.reason }) : when
}

/** A row as a sentence, for who listens. */
export function rowSentence(entry: Entry): string {
  const { row, link, parent, others } = entry.member
  const { name, place, under } = entryText(entry)
  const parts = [entry.isGroup ? name : row.name]
  if (place) parts.push(place)
  if (!entry.isGroup) parts.push(row.startedOn ? formatPartialDate(row.startedOn) : t('tree.unknownYear'))
  if (link && parent)
    parts.push(
      t(`level.${link.level}`),
      t('tree.comesFrom', { name: parent.row.name, others: others.length }),
    )
  if (entry.hidden > 0) parts.push(hiddenWords(entry))
  else if (entry.member.descendants > 0) parts.push(t('tree.below', { count: entry.member.descendants }))
  if (under) parts.push(under)
  return parts.join(', ')
}

/** How many a closed branch hides, and of which level: « 5 initiatives repliées : 3 refaites… ». */
function hiddenWords({ hidden, member }: Entry): string {
  const ofLevels = levels.flatMap((level, at) => {
    const count = member.below[at] ?? 0
    return count > 0 ? [t('tree.ofLevel', { count, level: t(`level.${level}`) })] : []
  })
  return t('tree.hiddenLevels', { count: hidden, levels: ofLevels.join(', ') })
}

/** How a row stands to the commons that was picked, and in a comparison. */
export function standingWords(
  id: string,
  { threads, compared }: Pick<TreeLook, 'threads' | 'compared'>,
): string {
  const [thread, side] = [threads?.get(id), compared?.get(id)]
  return [thread && t(`tree.standing.${thread}`), side && t(`tree.standing.${side}`)]
    .filter(Boolean)
    .join(', ')
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

/** « Refaite à sa façon, par franchise sociale, depuis 2015. » */
export function linkSentence(link: Pick<LinkRow, 'level' | 'mode' | 'since'>): string {
  const parts = [t(`level.${link.level}`)]
  if (link.mode) parts.push(t(`mode.${link.mode}`))
  parts.push(link.since ? period(link.since) : t('tree.unknownSince'))
  const sentence = parts.join(', ')
  return `${sentence.charAt(0).toLocaleUpperCase()}${sentence.slice(1)}.`
}

/** « Ce que Chambéry a gardé, adapté, laissé »: only a town can be the subject without an article. */
export function changesTitle(row: InitiativeRow): string {
  const isTown = row.territory && /^(cog|geonames):/.test(row.territoryCode ?? '')
  if (!isTown || !row.territory) return t('tree.changesTitlePlain')
  const starts = /^[aeiouyàâéèêëîïôû]/i.test(row.territory) ? 'vowel' : 'other'
  return t('tree.changesTitle', { place: row.territory, starts })
}
