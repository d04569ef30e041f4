import * as v from 'valibot'
import type { recording } from './recording.ts'

type Recording = Pick<ReturnType<typeof recording>, 'node' | 'link'>

const text = v.pipe(v.string(), v.trim(), v.nonEmpty())

/** What a file of the sample may say of a partner's number in a register. */
export const identifier = v.strictObject({
  scheme: text,
  value: text,
  validFrom: v.optional(text),
  validUntil: v.optional(text),
  source: text,
})
/** What a file of the sample may say of another record that may be the same organisation. */
export const sameAs = v.strictObject({
  partner: text,
  status: text,
  evidence: text,
  score: v.optional(v.number()),
  source: text,
})
type Identity = {
  identifiers?: v.InferOutput<typeof identifier>[]
  sameAs?: v.InferOutput<typeof sameAs>[]
}

/** The records that say who a partner is: numbers, which all networks share, and what joins it to other records. */
export function identify(
  { node, link }: Recording,
  id: string,
  { identifiers = [], sameAs = [] }: Identity,
  idOf: (partner: string) => string,
): void {
  for (const { source, ...rest } of identifiers) {
    const number = `${rest.scheme.toLowerCase()}:${rest.value}`
    node('Identifier', number, { ...rest, source })
    link('IDENTIFIED_BY', id, number, { source })
  }
  for (const { partner, ...rest } of sameAs) link('SAME_AS', id, idOf(partner), rest)
}
