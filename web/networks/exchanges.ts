import { partnerHref } from '../ui/links.ts'
import { during, isPast } from '../ui/period.ts'
import { readinessSays } from '../ui/readiness.ts'
import type { RecordRow, SponsorshipRow } from '../ui/rows.ts'
import type { Exchanges } from './query.ts'

/** Which members accompany whom, on what, since when. */
export const sponsorshipRows = (members: Exchanges[]): SponsorshipRow[] =>
  members.flatMap((member) => member.sponsorshipsGiven.map((one) => ({ ...one, sponsor: [member] })))

/** What members last said of their capacity to take up one more initiative; what they did not say is left out. */
export const readinessRows = (members: Exchanges[]): RecordRow[] =>
  members.flatMap(({ id, name, readiness }) =>
    readiness
      .toSorted((a, b) => b.asOf.localeCompare(a.asOf))
      .slice(0, 1)
      .map((said) => ({
        ...{ key: said.id, name, href: partnerHref(id), note: said.note, source: said.source },
        says: [during(said.asOf), ...readinessSays(said)],
        isPast: isPast(said.readyUntil),
      })),
  )
