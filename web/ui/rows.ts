import type { EnumOf } from '../graphql.ts'

/** One record in a list: its name that leads to it, where it is, and what is said of it here. */
export type RecordRow = {
  key: string
  name: string
  href?: string
  place?: string | null
  says: string[]
  note?: string | null
  source?: string
  isPast?: boolean
}

export type Named = { id: string; name: string }
/** One member that accompanies another on an initiative; `on` is said where it is not plain. */
export type SponsorshipRow = {
  id: string
  kinds: readonly EnumOf<'SponsorshipKind'>[] | null
  since: string | null
  until: string | null
  note: string | null
  source: string
  sponsor: readonly Named[]
  accompanies: readonly Named[]
  on?: readonly Named[]
}
