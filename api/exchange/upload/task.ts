import * as v from 'valibot'
import { isPartialDate } from '../../partialDate.ts'
import { choices } from '../guess/choices.ts'
import type { ProblemPage, Recognised, Told, Undone, WholeReport } from './answers.ts'

const word = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'), v.maxLength(300, 'is too long'))
const files = v.pipe(
  v.array(v.pipe(v.string(), v.uuid('is no file')), 'should be a list'),
  v.minLength(1, 'names no file'),
  v.maxLength(20, 'names more than 20 files'),
)

/** Tells how files are read: by a mapping that comes with Essaim, or by one that is given. */
const mapping = v.union(
  [
    v.strictObject({ shipped: v.pipe(word, v.regex(/^[\w-]+$/)) }),
    v.strictObject({ name: word, text: v.pipe(v.string(), v.maxLength(500_000, 'is too long')) }),
  ],
  'should be the name of a mapping that comes with Essaim, or a name and a text',
)

const cell = v.pipe(v.string(), v.maxLength(10_000, 'is too long'))
const correction = v.strictObject({ in: word, column: cell, value: cell, now: cell })

/** What are these files? With a mapping: does it read them? */
export const recognising = v.strictObject({
  files,
  mapping: v.optional(mapping),
  /** Propose a mapping even when the files would need none, or one is there. */
  guess: v.optional(v.boolean(), false),
  choices: v.optional(choices, {}),
  corrections: v.optional(v.pipe(v.array(correction), v.maxLength(2_000, 'are more than 2,000')), []),
})

/** How files are brought in: what `essaim import` takes. */
export const bringing = v.strictObject({
  files,
  mapping: v.optional(mapping),
  as: v.optional(word),
  networkName: v.optional(word),
  acceptValid: v.optional(v.boolean(), false),
  retire: v.optional(
    v.pipe(
      word,
      v.check((given) => isPartialDate(given), 'is no date'),
    ),
  ),
})

const report = v.pipe(v.string(), v.uuid('is no report'))
const place = v.pipe(v.number(), v.integer(), v.minValue(0))
/** Some problems of one group of a report. */
export const pageOfProblems = v.strictObject({ report, group: place, from: v.optional(place, 0) })
/** All of them. */
export const wholeReport = v.strictObject({ report })

export type Recognising = Omit<v.InferOutput<typeof recognising>, 'files'>
export type Bringing = Omit<v.InferOutput<typeof bringing>, 'files'>
export type Lying = { name: string; path: string }

type Tasks = {
  recognise: { given: { files: Lying[] } & Recognising; answer: Recognised }
  check: { given: { files: Lying[] } & Bringing; answer: Told }
  load: { given: { files: Lying[] } & Bringing; answer: Told }
  problems: { given: v.InferOutput<typeof pageOfProblems>; answer: ProblemPage }
  report: { given: v.InferOutput<typeof wholeReport>; answer: WholeReport }
  undo: { given: { number: number; isDryRun: boolean }; answer: Undone }
}
export type Task = { [Do in keyof Tasks]: { do: Do } & Tasks[Do]['given'] }[keyof Tasks]
export type AnswerTo<T extends Task> = Tasks[T['do']]['answer']
