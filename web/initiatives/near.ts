import type { ResultOf } from '../graphql.ts'
import { t } from '../messages.ts'
import type { missingPartnersQuery } from './query.ts'

type Missing = NonNullable<ResultOf<typeof missingPartnersQuery>['missingPartners']>
export type Near = Missing['roles'][number]['partners'][number]

/** Why a partner is proposed, as a sentence that ends before the initiatives in which it has the role. */
export function whyNear({ takesPart, territory, knownThrough }: Near): string {
  const reasons = [
    takesPart && t('near.takesPart'),
    territory && t('near.territory', { territory: territory.name }),
    knownThrough && t('near.knownThrough', { partner: knownThrough.name }),
  ].filter((reason) => !!reason)
  const reason = reasons.join(', ')
  return `${reason.charAt(0).toLocaleUpperCase()}${reason.slice(1)}${reason ? '. ' : ''}${t('near.hasRoleIn')}`
}
