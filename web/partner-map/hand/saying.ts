import { t } from '../../messages.ts'
import type { Mark } from '../network.ts'

export const kindName = (mark: Mark): string =>
  mark.isInitiative ? t('recordKind.INITIATIVE') : t(`partnerKind.${mark.node.partnerKind ?? 'OTHER'}`)

/** A mark in words, as it is read out. */
export function markSaid(mark: Mark, isPinned: boolean): string {
  const { name, shown: links, missing } = mark
  const said = t('map.mark', { name, kind: kindName(mark), links, missing })
  return isPinned ? t('map.mark.pinned', { mark: said }) : said
}
