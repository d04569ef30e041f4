import { t } from '../messages.ts'
import { period } from './period.ts'

/** What a member said of its capacity to take up one more initiative; null where it did not say. */
export type Readiness = {
  availableEffort: number | null
  hasStaff: boolean | null
  hasFunding: boolean | null
  isApproved: boolean | null
  readyFrom: string | null
  readyUntil: string | null
}

/** The answers of a member, each in a few words; what it did not say is left out. */
export function readinessSays(said: Readiness): string[] {
  const { availableEffort, readyFrom, readyUntil } = said
  const answers = (['isApproved', 'hasStaff', 'hasFunding'] as const).flatMap((key) => {
    const answer = said[key]
    return answer === null ? [] : [t(`readiness.${key}`, { answer: String(answer) })]
  })
  return [
    ...(availableEffort === null ? [] : [t('fit.days', { days: availableEffort })]),
    ...answers,
    ...(readyFrom || readyUntil ? [t('readiness.when', { period: period(readyFrom, readyUntil) })] : []),
  ]
}
