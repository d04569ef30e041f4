import * as v from 'valibot'
import type { Code } from '../../errors.ts'
import { isPartialDate } from '../../partialDate.ts'
import type { Problem } from '../files/format.ts'
import { choices } from '../guess/choices.ts'
import type { Target } from '../guess/meaning.ts'
import type { Import } from '../history/imports.ts'

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

/** What are these files? With a mapping: does it read them? */
export const recognising = v.strictObject({
  files,
  mapping: v.optional(mapping),
  /** Propose a mapping even when the files would need none, or one is there. */
  guess: v.optional(v.boolean(), false),
  choices: v.optional(choices, {}),
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

export type GivenMapping = v.InferOutput<typeof mapping>
export type Recognising = Omit<v.InferOutput<typeof recognising>, 'files'>
export type Bringing = Omit<v.InferOutput<typeof bringing>, 'files'>
export type Lying = { name: string; path: string }

export type Task =
  | ({ do: 'recognise'; files: Lying[] } & Recognising)
  | ({ do: 'check' | 'load'; files: Lying[] } & Bringing)
  | { do: 'list' }
  | { do: 'undo'; number: number; isDryRun: boolean }

export type Progress = { step: 'reading' | 'writing'; done: number; of: number }
/** Why a task was not done, in a sentence for who asked. */
export type Failure = { code: Code; message: string }

export type Column = {
  column: string
  filled: number
  /** A few of its values, none of columns that are never read. */
  samples: string[]
  target: Target
  because: string
  isUnsure: boolean
  isChosen: boolean
  /** What cuts several values in one cell. */
  list?: string
  /** What each of its values means; `null` is left out. */
  words?: { value: string; count: number; meant: string | null }[]
}
/** How the rows of a sheet are read: walked as initiatives or members, joined to those, or not at all. */
export type Part = 'initiatives' | 'members' | 'partners' | 'details' | 'left'
export type SheetTold = {
  input: string
  title: string
  rows: number
  part: Part
  join?: { column: string; with: string; because: string }
  columns: Column[]
  /** Columns that are not even looked at, because of their names. */
  unread: string[]
}
type ReadFile = { file: string; as: string; rows: number }
export type Recognised =
  | { form: 'unreadable'; problems: Problem[] }
  | { form: 'direct'; read: ReadFile[]; owner: string | null }
  | {
      form: 'mapped'
      mapping: string
      isShipped: boolean
      title: string
      network: { id: string; name: string } | null
      read: ReadFile[]
      problems: Problem[]
    }
  | { form: 'guessed'; mapping: string; text: string; lacksName: boolean; sheets: SheetTold[] }

export type Listed = { imports: Import[] }
