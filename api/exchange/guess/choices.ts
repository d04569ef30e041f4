import * as v from 'valibot'
import { vocabulary } from '../vocabulary.ts'

const text = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('is empty'),
  v.maxLength(2000, 'is longer than 2,000 letters'),
  v.regex(/^\P{Cc}*$/u, 'holds a sign that is no letter'),
)
const anyOf = (name: string) => v.picklist(vocabulary().enums.get(name) ?? [], `is no ${name}`)
const plain = v.picklist([
  ...(['id', 'name', 'summary', 'status', 'startedOn', 'endedOn', 'website'] as const),
  ...(['theme', 'kind', 'role', 'amount', 'awardedOn', 'never', 'unknown'] as const),
])
const clue = v.picklist([
  ...(['name', 'postalCode', 'code', 'department', 'region', 'country'] as const),
  ...(['latitude', 'longitude'] as const),
])

const target = v.union(
  [
    v.strictObject({ is: plain }),
    v.strictObject({ is: v.literal('partner'), role: anyOf('PartnerRole') }),
    v.strictObject({ is: v.literal('place'), clue }),
    v.strictObject({ is: v.literal('identifier'), scheme: anyOf('IdentifierScheme') }),
    v.strictObject({ is: v.literal('result'), unit: text }),
    v.strictObject({ is: v.literal('parent'), level: anyOf('ReplicationLevel') }),
  ],
  'is nothing that a column can be taken for',
)

const table = <const S extends v.GenericSchema>(schema: S) =>
  v.pipe(
    v.record(v.string(), schema),
    v.transform((given) => new Map(Object.entries(given))),
  )

const ofSheet = v.strictObject({
  /** Whether a row is an initiative, or an organisation of the network. */
  rows: v.optional(v.picklist(['initiatives', 'members'])),
  columns: v.optional(table(target)),
  /** What the words of a column mean; the empty word leaves one out. */
  words: v.optional(table(table(v.string()))),
})

/** What somebody decided beside, or against, what is guessed: by the name of the input. */
export const choices = v.strictObject({
  source: v.optional(text),
  /** A network without a name is recorded already, and the mapping does not record it. */
  network: v.optional(v.strictObject({ id: text, name: v.optional(text), licence: v.optional(text) })),
  sheets: v.optional(table(ofSheet)),
})
export type Choices = v.InferOutput<typeof choices>
export type SheetChoices = v.InferOutput<typeof ofSheet>
