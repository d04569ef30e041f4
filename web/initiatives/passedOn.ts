import { t } from '../messages.ts'
import { networkHref, programmeHref } from '../ui/links.ts'
import { period } from '../ui/period.ts'
import type { Cohort, Initiative } from './query.ts'

/** A cohort as a row: its name and its programme's, when, and the way to it. */
function cohortRow({ id, name, startsOn, endsOn, source, programme }: Cohort, how: string) {
  const [of] = programme
  const network = of?.runBy[0]
  return {
    key: `${how} ${id}`,
    name: of ? `${of.name}, ${name}` : name,
    ...(network && { href: of ? programmeHref(network.id, of.id) : networkHref(network.id) }),
    says: [how, ...(network ? [network.name] : []), period(startsOn, endsOn)],
    source,
  }
}

/** The cohorts that an initiative went through: those that take it up, and those to which it was brought. */
export const cohortRows = ({ takenUpIn, broughtTo }: Initiative) => [
  ...takenUpIn.map((cohort) => cohortRow(cohort, t('initiative.cohort.takenUp'))),
  ...broughtTo.map((cohort) => cohortRow(cohort, t('initiative.cohort.brought'))),
]
