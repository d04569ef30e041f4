import * as v from 'valibot'
import { formats } from '../files/formats.ts'
import { keys, list, text } from './values.ts'

const names = Object.keys(formats) as (keyof typeof formats)[]
const yesOrNo = v.boolean('should be true or false')

/** What a mapping may say of a file: how it is known, how it is read, how its rows join those of the first. */
export const input = keys({
  format: v.optional(v.picklist(names, `should be one of ${names.join(', ')}`)),
  has: list,
  optional: v.optional(yesOrNo, false),
  join: v.optional(keys({ column: text, with: text, each: v.optional(yesOrNo, false) })),
  delimiter: v.optional(v.pipe(v.string('should be a text'), v.nonEmpty('is empty'))),
  encoding: v.optional(text),
  header: v.optional(v.pipe(v.number('should be the number of a row'), v.integer(), v.minValue(1))),
  sheet: v.optional(text),
  rows: v.optional(text),
  walk: v.optional(text),
  lists: v.optional(v.pipe(v.string('should be a text'), v.nonEmpty('is empty')), '|'),
  entities: v.optional(yesOrNo, false),
  empty: v.optional(list, []),
  fillDown: v.optional(list, []),
  mayLack: v.optional(list, []),
  never: v.optional(list, []),
  read: v.optional(list, []),
})
