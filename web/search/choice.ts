import type { RecordKind } from '../ui/find.ts'
import { folded } from '../ui/folded.ts'

/** One line of what a field proposes: a record, a view, a page or an act. */
export type Choice = {
  key: string
  name: string
  /** What the interface says of it. */
  note?: string
  /** What tells a record from others of its name, as people recorded it. */
  context?: string
  /** The kind of record whose mark stands before it. */
  kind?: RecordKind
  /** Where it leads; an act has none. */
  href?: string
  choose: () => void
  /** True when the palette stays: more is to be said in it. */
  staysOpen?: boolean
}

export type ChoiceGroup = { key: string; title?: string; choices: Choice[] }

/** The choices in whose name every word begins a word, whatever its accents and case. */
export function named(choices: Choice[], text: string): Choice[] {
  const words = folded(text).split(/\s+/).filter(Boolean)
  return choices.filter(({ name }) => {
    const parts = folded(name).split(/[^\p{L}\p{N}]+/u)
    return words.every((word) => parts.some((part) => part.startsWith(word)))
  })
}
