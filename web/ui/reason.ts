import type { CombinedError } from '@urql/core'
import { t } from '../messages.ts'

/** Why an answer did not come, in a sentence for whoever asked. */
export function reasonOf(error: CombinedError): string {
  const [first] = error.graphQLErrors
  if (!first) return navigator.onLine ? t('state.unreachable') : t('state.offline')
  switch (first.extensions.code) {
    case 'LIMIT':
      return t('state.limit', { message: first.message })
    case 'UNAVAILABLE':
      return t('state.unavailable')
    case 'FORBIDDEN':
      return t('state.forbidden')
    default:
      return first.message
  }
}

/** True when the server or its store is away, so that the same question may be answered later. */
export const isAway = (error: CombinedError): boolean =>
  error.graphQLErrors.length === 0 ||
  error.graphQLErrors.some(({ extensions }) => extensions.code === 'UNAVAILABLE')
