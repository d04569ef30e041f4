import { t } from '../messages.ts'
import { initiativeHref, partnerHref } from '../ui/links.ts'
import { during, isPast, period } from '../ui/period.ts'
import type { RecordRow } from '../ui/rows.ts'
import type { Here } from './query.ts'

/** How many initiatives, and how many partners, the sheet of a territory lists. */
export const listed = 10

type Initiative = Here['initiatives'][number]
type Partner = Here['partners'][number]
type Place = { code: string; name: string }

// In a commune everything is in the commune: a place is worth telling only where it is another one.
const elsewhere = (places: Place[], code: string) =>
  places.some((place) => place.code === code) ? null : places.map(({ name }) => name).join(', ') || null

/** An initiative that acts in the territory of this code: where in it, how far along, since when. */
export function initiativeRow(initiative: Initiative, code: string): RecordRow {
  const { id, name, status, startedOn, endedOn, source, territories } = initiative
  const when = endedOn
    ? period(startedOn, endedOn)
    : startedOn
      ? t('initiative.started', { when: during(startedOn) })
      : t('initiative.start.unknown')
  return {
    ...{ key: id, name, href: initiativeHref(id), place: elsewhere(territories, code), source },
    says: [...(status ? [t(`status.${status}`)] : []), when],
    isPast: isPast(endedOn),
  }
}

/** A partner based in the territory of this code: where in it, and what sort of organisation it is. */
export const partnerRow = ({ id, name, kind, source, basedIn }: Partner, code: string): RecordRow => ({
  ...{ key: id, name, href: partnerHref(id), place: elsewhere(basedIn, code), source },
  says: [t(`partnerKind.${kind}`)],
})
