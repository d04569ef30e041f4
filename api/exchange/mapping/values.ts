import * as v from 'valibot'
import { nearest } from '../nearest.ts'
import { fold, notIn, template } from './valueRule.ts'
import type { ValueRule } from './valueRule.ts'
import { vocabulary } from '../vocabulary.ts'

/** An object that knows its keys: another key is an error that proposes the nearest one. */
export function keys<const E extends v.ObjectEntries>(entries: E) {
  return v.strictObject(entries, (issue) => {
    if (issue.expected === 'Object') return 'should be a list of keys and values'
    if (issue.expected !== 'never') return 'is missing'
    const near = nearest(String(issue.path?.at(-1)?.key), Object.keys(entries))
    return near
      ? `is unknown: did you mean ${near}?`
      : `is unknown: known are ${Object.keys(entries).join(', ')}`
  })
}

export const text = v.pipe(
  v.union([v.string(), v.number()], 'should be a text'),
  v.transform(String),
  v.trim(),
  v.nonEmpty('is empty'),
)
export const list = v.array(text, 'should be a list of texts')
export const table = v.record(v.string(), text, 'should be a table: word: other word')
export const templates = v.union(
  [text, list],
  'should be a text, such as {Name of a column}, or several to try in turn',
)
/** A long form may hold another value, so this is read by a function that comes later. */
const another = v.lazy((): v.GenericSchema<unknown, ValueRule> => value)
const oneOrMore = v.pipe(
  v.union([text, list], 'should be a text or a list of texts'),
  v.transform((given) => [given].flat()),
)
export const longValue = keys({
  value: templates,
  when: v.optional(another),
  is: v.optional(oneOrMore),
  isNot: v.optional(oneOrMore),
  atLeast: v.optional(v.number('should be a number')),
  without: v.optional(oneOrMore),
  take: v.optional(v.picklist(['first', 'last'], 'should be first or last')),
  slug: v.optional(v.boolean('should be true or false')),
  words: v.optional(table),
  wordsWithin: v.optional(table),
  otherwise: v.optional(text),
  split: v.optional(v.pipe(v.string('should be a text'), v.nonEmpty('is empty'))),
  date: v.optional(v.pipe(text, v.regex(/YYYY/, 'should hold YYYY, such as DD/MM/YYYY'))),
  ifWrong: v.optional(v.picklist(['error', 'leave out'], 'should be error or leave out')),
})

export const value = v.pipe(
  v.custom<unknown>((given) => given !== null && given !== undefined, 'is empty'),
  v.rawTransform<unknown, ValueRule>(({ dataset, addIssue, NEVER }) => {
    const isLong = typeof dataset.value === 'object' && !Array.isArray(dataset.value)
    const read = v.safeParse(
      isLong ? longValue : v.object({ value: templates }),
      isLong ? dataset.value : { value: dataset.value },
    )
    if (read.success) return rule(read.output as v.InferOutput<typeof longValue>)
    for (const { message, path } of read.issues) {
      const [first, ...rest] = path ?? []
      addIssue({ message, path: first && isLong ? [first, ...rest] : undefined })
    }
    return NEVER
  }),
)

function rule({
  value: given,
  split,
  date,
  otherwise,
  ifWrong,
  words,
  wordsWithin,
  is,
  isNot,
  ...rest
}: v.InferOutput<typeof longValue>): ValueRule {
  return {
    ...rest,
    is: is && new Set(is.map(fold)),
    isNot: isNot && new Set(isNot.map(fold)),
    templates: [given].flat().map(template),
    words: words && new Map(Object.entries(words)),
    wordsWithin: wordsWithin && new Map(Object.entries(wordsWithin)),
    otherwise,
    split,
    date,
    leaveOut: ifWrong === 'leave out',
  }
}

/** A value that ends as a word of this enum: what the mapping itself says is checked here, the rest row by row. */
export function word(name: string) {
  return v.pipe(
    value,
    v.transform((found): ValueRule => ({ ...found, enum: name })),
    v.rawCheck<ValueRule>(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      const known = vocabulary().enums.get(name) ?? []
      const { templates: given, words, wordsWithin, otherwise } = dataset.value
      const fixed = given.flatMap((parts) =>
        parts.every((part) => typeof part === 'string') ? [parts.join('')] : [],
      )
      const isTable = words !== undefined || wordsWithin !== undefined
      const said = [...(isTable ? [] : fixed), ...(words?.values() ?? []), ...(wordsWithin?.values() ?? [])]
      for (const one of otherwise ? [...said, otherwise] : said)
        if (!known.includes(one)) addIssue({ message: `${one} ${notIn(one, known, name)}` })
    }),
  )
}

const kindOf = (kind: ValueRule['kind']) =>
  v.pipe(
    value,
    v.transform((found): ValueRule => ({ ...found, kind })),
  )
export const date = kindOf('date')
export const address = kindOf('address')
export const number = kindOf('number')
export const id = kindOf('id')
export const identifier = kindOf('identifier')
export const on = v.optional(
  v.picklist(['project', 'sites', 'all', 'nothing'], 'should be project, sites, all or nothing'),
  'project',
)
export const record = <const S extends v.GenericSchema>(schema: S) =>
  v.record(v.string(), schema, 'should be a table of names')
/** One of these or a list of them. */
export const several = <const S extends v.GenericSchema>(schema: S) =>
  v.optional(
    v.pipe(
      v.custom<unknown>((given) => given !== undefined && given !== null, 'is empty'),
      v.transform((given): unknown[] => [given].flat()),
      v.array(schema),
    ),
    [],
  )
