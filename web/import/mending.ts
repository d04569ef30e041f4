import type { ProblemGroup, Recognised, Target, Told, Word } from '../../api/exchange/upload/answers.ts'

/** How the values of a group can be corrected for all rows: as words of a guessed column, or by what cells are read as. */
export type Mending =
  | { by: 'words'; input: string; column: string; target: Target; words: Word[] }
  | { by: 'cells'; input: string; column: string; values: ProblemGroup['values'] }

/** How, if at all: a mapping has to read the files, and the cells have to say just these values. */
export function mendingOf(
  { file, column, values, severity }: ProblemGroup,
  { report }: Told,
  recognised: Recognised | null,
): Mending | undefined {
  if (column === undefined || severity === 'note') return undefined
  if (recognised?.form !== 'guessed' && recognised?.form !== 'mapped') return undefined
  const input = report.read.find((one) => one.file === file)?.input
  if (input === undefined) return undefined
  const sheet = recognised.form === 'guessed' && recognised.sheets.find((one) => one.input === input)
  const known = sheet ? sheet.columns.find((one) => one.column === column) : undefined
  const faulty = new Set(values.map(({ value }) => value))
  const words = known?.words?.filter(({ value }) => faulty.has(value)) ?? []
  if (known && words.length) return { by: 'words', input, column, target: known.target, words }
  const cells = values.filter(({ isCell }) => isCell)
  return cells.length ? { by: 'cells', input, column, values: cells } : undefined
}
