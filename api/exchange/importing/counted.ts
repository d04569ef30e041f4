import type { Problem } from '../files/format.ts'
import type { ImportReport } from './draft.ts'

export function rowsRead({ read }: ImportReport): number {
  return read.reduce((sum, { rows }) => sum + rows, 0)
}

/** How many rows these problems are of. */
export function rowsOf(problems: readonly Problem[]): number {
  return new Set(problems.map(({ file, row }) => `${file}\t${row}`)).size
}
