import { levels } from '../../drawing/levels.ts'
import { formatPartialDate, t } from '../../messages.ts'
import type { Entry } from '../folds.ts'
import type { TreeLook } from '../picture/look.ts'
import { entryText } from '../words.ts'

/** All that is known of a row in a few lines, where its label had to be cut. */
export function wholeText(entry: Entry): string {
  const { name, place, under } = entryText(entry)
  return [entry.isGroup ? name : entry.member.row.name, place, under].filter(Boolean).join('\n')
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
