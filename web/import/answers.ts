// What the routes at /imports say, as far as this page needs it; a test reads real answers by these names.
import type { EnumOf } from '../graphql.ts'

export type Severity = 'critical' | 'error' | 'warning' | 'note'
export type Problem = {
  file?: string
  row?: number
  column?: string
  value?: string
  rule: string
  severity?: Severity
}
export type Import = {
  number: number
  recordedBy: string
  madeOn: string
  undoneOn?: string
  mapping: string
  files: string[]
  read: number
  made: number
  changed: number
  leftOut: number
}
export type Plain =
  | ('id' | 'name' | 'summary' | 'status' | 'startedOn' | 'endedOn' | 'website')
  | ('theme' | 'kind' | 'role' | 'amount' | 'never' | 'unknown')
export type Clue =
  'name' | 'postalCode' | 'code' | 'department' | 'region' | 'country' | 'latitude' | 'longitude'
/** What a column is taken for. */
export type Target =
  | { is: Plain }
  | { is: 'partner'; role: EnumOf<'PartnerRole'> }
  | { is: 'place'; clue: Clue }
  | { is: 'identifier'; scheme: string }
  | { is: 'result'; unit: string }
export type Word = { value: string; count: number; meant: string | null }
export type Column = {
  column: string
  filled: number
  samples: string[]
  target: Target
  because: string
  isUnsure: boolean
  isChosen: boolean
  words?: Word[]
}
export type Part = 'initiatives' | 'members' | 'partners' | 'details' | 'left'
export type Sheet = {
  input: string
  title: string
  rows: number
  part: Part
  join?: { column: string; with: string; because: string }
  columns: Column[]
  unread: string[]
}
export type ReadFile = { file: string; as: string; rows: number }
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
  | { form: 'guessed'; mapping: string; text: string; lacksName: boolean; sheets: Sheet[] }

export type Counts = {
  read: number
  made: number
  changed: number
  unchanged: number
  leftOut: number
  vanished: number
}
export type Row = { file: string; row: number; cells: Record<string, string> }
export type ToldProblem = Problem & { severity: Severity; kind: string }
/** What a check, or a load, came to. */
export type Told = {
  isRefused: boolean
  report: {
    recorder: string
    read: { file: string; rows: number }[]
    projects: number
    sites: number
    partners: number
    themes: number
    places: Record<string, number>
    resolved: Record<string, { places: number; confirmed: number; contradicted: number; doubtful: number }>
  }
  counts: Counts | null
  problems: ToldProblem[]
  problemsTotal: number
  rows: Row[]
  number: number | null
  families: { id: string; name: string }[]
}
export type Undone = { removed: number; restored: number; kept: string[] }
export type Progress = { step: 'reading' | 'writing'; done: number; of: number }

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
export type GivenMapping = { shipped: string } | { name: string; text: string }
export type Recognising = { mapping?: GivenMapping; guess?: boolean; choices?: Choices }
export type Bringing = {
  mapping?: GivenMapping
  as?: string
  networkName?: string
  acceptValid?: boolean
}
