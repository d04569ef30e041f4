import type { EnumOf } from '../graphql.ts'

export type RecordKind = EnumOf<'RecordKind'>

/** A field that finds a record by its name and hands it over, instead of opening it. */
export type Find = {
  label: string
  placeholder: string
  /** Only records of these kinds are proposed. */
  kinds: readonly RecordKind[]
  isLarge?: boolean
  onpick: (found: { id: string; kind: RecordKind; name: string }) => void
}
