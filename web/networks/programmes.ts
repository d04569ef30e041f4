import { formatNumber, t } from '../messages.ts'
import { figure } from '../ui/figure.ts'
import { initiativeHref, partnerHref } from '../ui/links.ts'
import { isPast, period } from '../ui/period.ts'
import type { RecordRow } from '../ui/rows.ts'
import type { Cohort, Programme } from './query.ts'

type Support = Programme['offers'][number]

const byOpening = (a: Programme, b: Programme) =>
  (a.opensOn ?? '9999').localeCompare(b.opensOn ?? '9999') || a.name.localeCompare(b.name)

/** Each programme before its parts; those of one whole in the order of time. */
export function inOrder(programmes: Programme[]): Programme[] {
  const here = new Set(programmes.map(({ id }) => id))
  const isPart = ({ includedIn }: Programme) => includedIn.some(({ id }) => here.has(id))
  const partsOf = (whole: Programme) =>
    programmes.filter(({ includedIn }) => includedIn.some(({ id }) => id === whole.id)).toSorted(byOpening)
  const wholes = programmes.filter((one) => !isPart(one)).toSorted(byOpening)
  return [...new Set([...wholes.flatMap((whole) => [whole, ...partsOf(whole)]), ...programmes])]
}

/** Who backs a programme, since when, on what page that stands. */
export const backerRows = ({ backedByConnection }: Programme): RecordRow[] =>
  backedByConnection.edges.map(({ properties, node }) => ({
    ...{ key: properties.id, name: node.name, href: partnerHref(node.id) },
    says: properties.since || properties.until ? [period(properties.since, properties.until)] : [],
    ...{ note: properties.note, source: properties.source, isPast: isPast(properties.until) },
  }))

/** What a programme gives, each with its form and its sums. */
export const supportRows = ({ offers }: Programme): RecordRow[] =>
  offers.map((support) => ({
    ...{ key: support.id, name: t(`supportKind.${support.kind}`), source: support.source },
    says: [...(support.format ? [t(`supportFormat.${support.format}`)] : []), ...sums(support)],
    note: support.description,
  }))

function sums({ leastAmount, mostAmount, currency }: Support): string[] {
  const [least, most] = [leastAmount ?? mostAmount, mostAmount ?? leastAmount]
  if (least === null || most === null || !currency) return []
  if (least === most) return [figure(most, currency)]
  return [t('programme.sums', { least: formatNumber(least), most: figure(most, currency) })]
}

/** Who is or was in a cohort, and how far. */
export const enrolmentRows = ({ enrolmentsConnection }: Cohort): RecordRow[] =>
  enrolmentsConnection.edges.map(({ properties, node }) => ({
    ...{ key: properties.id, name: node.name, href: partnerHref(node.id) },
    says: [
      t(`enrolmentStatus.${properties.status}`),
      ...(properties.since || properties.until ? [period(properties.since, properties.until)] : []),
    ],
    ...{ note: properties.reason, source: properties.source, isPast: isPast(properties.until) },
  }))

/** The initiatives that a cohort brings for others, then those that it takes up. */
export const cohortInitiatives = ({ bringsConnection, takesUpConnection }: Cohort): RecordRow[] =>
  [
    ...bringsConnection.edges.map((edge) => ({ ...edge, how: t('cohort.brings') })),
    ...takesUpConnection.edges.map((edge) => ({ ...edge, how: t('cohort.takesUp') })),
  ].map(({ properties, node, how }) => ({
    ...{ key: properties.id, name: node.name, href: initiativeHref(node.id), source: properties.source },
    says: [how],
  }))

/** When one could apply and when it worked, as far as anybody wrote it down. */
export const cohortDates = ({ opensOn, closesOn, startsOn, endsOn }: Cohort): string[] => [
  ...(opensOn || closesOn ? [t('cohort.call', { period: period(opensOn, closesOn) })] : []),
  ...(startsOn || endsOn ? [t('cohort.work', { period: period(startsOn, endsOn) })] : []),
]

const dateOf = ({ startsOn, opensOn, closesOn }: Cohort) => startsOn ?? opensOn ?? closesOn ?? '9999'

/** Cohorts in the order of time; those of which no date is known come last. */
export const cohortsInTime = (cohorts: Cohort[]): Cohort[] =>
  cohorts.toSorted((a, b) => dateOf(a).localeCompare(dateOf(b)) || a.name.localeCompare(b.name))
