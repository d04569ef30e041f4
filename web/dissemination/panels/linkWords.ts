import { t } from '../../messages.ts'
import { period } from '../../ui/period.ts'
import type { InitiativeRow, LinkRow } from '../query.ts'

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
