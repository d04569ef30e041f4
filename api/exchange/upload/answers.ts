// What the routes at /imports take and answer, as types alone: the page and the server read the same ones.
import type { Problem, Severity } from '../files/format.ts'
import type { Target } from '../guess/meaning.ts'
import type { Import } from '../history/imports.ts'
import type { Code } from '../../errors.ts'

export type { Severity, Target }

/** A sentence as the command says it, and by its rule with what it names, for whoever words it otherwise. */
export type Said = { text: string; rule?: string; values?: Record<string, string | Said> }

/** How files are read: by a mapping that comes with Essaim, or by one that is given. */
export type GivenMapping = { shipped: string } | { name: string; text: string }
export type SheetChoices = {
  rows?: 'initiatives' | 'members'
  columns?: Record<string, Target>
  words?: Record<string, Record<string, string>>
}
export type Choices = {
  source?: string
  network?: { id: string; name?: string; licence?: string }
  sheets?: Record<string, SheetChoices>
}
/** What a cell of a column is read as, wherever it says this; `in` is the name of the input. */
export type Correction = { in: string; column: string; value: string; now: string }
/** What are these files? With a mapping: does it read them? */
export type Recognising = {
  mapping?: GivenMapping
  guess?: boolean
  choices?: Choices
  corrections?: Correction[]
}
/** What `essaim import` takes. */
export type Bringing = {
  mapping?: GivenMapping
  as?: string
  networkName?: string
  acceptValid?: boolean
  retire?: string
}

export type Column = {
  column: string
  filled: number
  /** A few of its values, none of columns that are never read. */
  samples: string[]
  target: Target
  because: Said
  isUnsure: boolean
  isChosen: boolean
  /** What cuts several values in one cell. */
  list?: string
  words?: Word[]
}
/** What a value of a column means; `null` is left out. */
export type Word = { value: string; count: number; meant: string | null }
/** How the rows of a sheet are read: walked as initiatives or members, joined to those, or not at all. */
export type Part = 'initiatives' | 'members' | 'partners' | 'details' | 'left'
export type Sheet = {
  input: string
  title: string
  rows: number
  part: Part
  join?: { column: string; with: string; because: Said }
  columns: Column[]
  /** Columns that are not even looked at, because of their names. */
  unread: string[]
}
export type ReadFile = { file: string; as: string; rows: number }
export type FileProblem = Omit<Problem, 'rule'> & { says: Said }
/** The import whose mapping reads these files again. */
export type Before = { number: number; madeOn: string; recordedBy: string }
export type Recognised =
  | { form: 'unreadable'; problems: FileProblem[] }
  | { form: 'direct'; read: ReadFile[]; owner: string | null }
  | {
      form: 'mapped'
      mapping: string
      /** The mapping as YAML, with the corrections that were asked for. */
      text: string
      isShipped: boolean
      before?: Before
      title: string
      network: { id: string; name: string } | null
      read: ReadFile[]
      problems: FileProblem[]
    }
  | {
      form: 'guessed'
      mapping: string
      text: string
      lacksName: boolean
      sheets: Sheet[]
    }

export type Counts = {
  read: number
  made: number
  changed: number
  unchanged: number
  leftOut: number
  vanished: number
  ended: number
}
/**
 * A value that rows have; `isCell` when it is all that their cells say, so that it can be corrected for all, `near` what
 * it may be meant for.
 */
export type ProblemValue = { value: string; count: number; isCell: boolean; near?: string }
/** Problems of one rule in one column of one file. */
export type ProblemGroup = {
  /** By what more of it is asked for. */
  at: number
  severity: Severity
  kind: string
  says: Said
  file?: string
  column?: string
  count: number
  rows: number
  /** How many different values there are, and the commonest. */
  valuesTotal: number
  values: ProblemValue[]
}
export type ToldProblem = FileProblem & { severity: Severity; kind: string }
/** Some problems of a group, with what their rows say. */
export type ProblemPage = { problems: ToldProblem[]; rows: Row[] }
export type Row = { file: string; row: number; cells: Record<string, string> }
/** What former imports of the same mapping made and the files no longer say; its groups are of the kind `vanished`. */
export type Gone = {
  total: number
  /** How many of them can end. */
  canEnd: number
  /** Why nothing can be told of it. */
  unknown?: Said
}
/** What a check, or a load, came to. */
export type Told = {
  /** Under which its problems are asked for, as long as no other files are checked. */
  id: string
  /** Whether nothing was, or would be, written because of errors. */
  isRefused: boolean
  report: {
    title: string
    recorder: string
    read: { input: string; file: string; rows: number }[]
    projects: number
    sites: number
    partners: number
    themes: number
    places: Record<string, number>
    resolved: Record<string, { places: number; confirmed: number; contradicted: number; doubtful: number }>
  }
  counts: Counts | null
  /** The gravest first, then the commonest. */
  groups: ProblemGroup[]
  problemsTotal: number
  gone: Gone
  /** Under which it is remembered, once it is loaded. */
  number: number | null
  /** Initiatives that others of the same files come from, those with most first. */
  families: { id: string; name: string }[]
}
/** Every problem, as `essaim import --report` writes them, with the rule of each. */
export type WholeReport = {
  title: string
  recorder: string
  import: number | null
  dryRun: boolean
  read: object[]
  counts: Counts | null
  problems: (Problem & { severity: Severity; kind: string; says: Said })[]
}

export type Undone = { removed: number; restored: number; kept: string[] }
export type Progress = { step: 'reading' | 'writing' | 'undoing'; done: number; of: number }
export type Listed = {
  imports: Import[]
  /** Whether a check, a load or an undo is under way. */
  isBusy: boolean
  /** Bytes that a file may have. */
  mostBytes: number
}
/** Why a task was not done, in a sentence for who asked; line by line for who words it otherwise. */
export type Failure = { code: Code; message: string; says?: Said[] }
