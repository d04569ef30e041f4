import { t } from '../messages.ts'
import { initiativeHref, programmeHref } from '../ui/links.ts'
import { during, isPast, period } from '../ui/period.ts'
import { readinessSays } from '../ui/readiness.ts'
import type { RecordRow } from '../ui/rows.ts'
import type { Paths } from './query.ts'

const byDate = (a: string | null, b: string | null) => (a ?? '9999').localeCompare(b ?? '9999')

/** The cohorts that a partner is or was in, how far, those without a date last. */
export const cohortRows = ({ enrolledInConnection }: Paths): RecordRow[] =>
  enrolledInConnection.edges
    .toSorted((a, b) => byDate(a.properties.since, b.properties.since))
    .map(({ properties, node }) => {
      const [programme] = node.programme
      const [network] = programme?.runBy ?? []
      return {
        ...{ key: properties.id, name: node.name, place: programme?.name },
        href: programme && network ? programmeHref(network.id, programme.id) : undefined,
        says: [
          t(`enrolmentStatus.${properties.status}`),
          ...(properties.since || properties.until ? [period(properties.since, properties.until)] : []),
          ...(properties.committedOn
            ? [t('enrolment.committed', { when: during(properties.committedOn) })]
            : []),
          ...(properties.isAutonomous ? [t('enrolment.isAutonomous')] : []),
        ],
        ...{ note: properties.reason, source: properties.source, isPast: isPast(properties.until) },
      }
    })

/** What a partner said of its capacity to take up one more initiative, the last first. */
export const readinessRows = ({ readiness }: Paths): RecordRow[] =>
  readiness
    .toSorted((a, b) => byDate(b.asOf, a.asOf))
    .map((said) => ({
      ...{ key: said.id, name: during(said.asOf), note: said.note, source: said.source },
      says: readinessSays(said),
      isPast: isPast(said.readyUntil),
    }))

/** The initiatives that a partner presented to others, and where. */
export const pitchRows = ({ gave }: Paths): RecordRow[] =>
  gave.flatMap(({ id, source, presents, event }) =>
    presents.map((initiative) => ({
      ...{ key: id, name: initiative.name, href: initiativeHref(initiative.id), source },
      says: event.flatMap(({ name, heldOn }) => [name, ...(heldOn ? [during(heldOn)] : [])]),
    })),
  )
