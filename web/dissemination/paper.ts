import { formatPartialDate, t } from '../messages.ts'
import type { Asked } from './layout/onPaper.ts'
import type { Explained } from './legend.ts'
import type { Look } from './picture/onPaper.ts'
import type { Viewed } from './viewed.svelte.ts'

/** What a sheet of paper or a file shows of a family: all that is shown on screen, laid out for itself, and nothing else explained. */
export function paperOf(view: Viewed): { asked: Asked; look: Look; explained: Explained } {
  const { id, on, family, folds, breaks, present, threads, compared, areDates, chosen } = view
  const selectedId = chosen?.row.id ?? null
  const selectedLink = chosen?.link?.id ?? null
  return {
    asked: { family, folds, cameFor: id, gaps: breaks ? family.empty : [] },
    look: { cameFor: id, on, present, threads, compared, selectedId, selectedLink },
    explained: { rows: view.now, threads, compared, areDates, on },
  }
}

/** What stands under the title of a file: the family in a sentence, the commons that is followed, and who A and B are. */
export function noteOf({
  sentence,
  followed,
  compared,
  changed,
  chosen,
  second,
  from,
  until,
}: Viewed): string {
  const sides = changed
    ? t('tree.dates.between', {
        from: `${formatPartialDate(from)} (A)`,
        until: `${formatPartialDate(until)} (B)`,
        isToday: 'false',
      })
    : chosen && second && compared
      ? t('tree.branches.title', { first: `${chosen.row.name} (A)`, second: `${second.row.name} (B)` })
      : null
  const commons = followed ? t('tree.commons.followed', { name: followed.name }) : null
  return [sentence, ...[commons, sides].flatMap((told) => (told ? [`${told}.`] : []))].join(' ')
}
