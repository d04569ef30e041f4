import type { Target } from '../../api/exchange/upload/answers.ts'
import { t } from '../messages.ts'
import type { EnumOf } from '../graphql.ts'
import { roleFamilies, rolesOf } from '../ui/roles.ts'

const statuses: EnumOf<'InitiativeStatus'>[] = [
  ...(['IDEA', 'EMERGING', 'RUNNING', 'CONSOLIDATING'] as const),
  ...(['SPREADING', 'ENDED', 'ABANDONED'] as const),
]
const kinds: EnumOf<'PartnerKind'>[] = [
  ...(['ASSOCIATION', 'COOPERATIVE', 'FOUNDATION', 'COMPANY', 'LOCAL_AUTHORITY', 'STATE'] as const),
  ...(['SCHOOL_OR_RESEARCH', 'FEDERATION', 'INFORMAL_GROUP', 'OTHER'] as const),
]

/** What the words of a column can mean: our terms, the most usual first. */
export function meaningsFor({ is }: Target): { term: string; label: string }[] {
  if (is === 'status') return statuses.map((term) => ({ term, label: t(`status.${term}`) }))
  if (is === 'kind') return kinds.map((term) => ({ term, label: t(`partnerKind.${term}`) }))
  const roles = roleFamilies.flatMap((family) => rolesOf(family))
  return roles.map((term) => ({ term, label: t(`role.${term}`) }))
}

/** What becomes of a word that means none of them. */
export const elseOf = ({ is }: Target) => t(is === 'kind' ? 'import.word.other' : 'import.word.leftOut')
