import type { Problem } from '../files/format.ts'

/** Rows that are not read, by file and number. */
export type Skip = { has: (place: { file?: string; row?: number }) => boolean; size: number }

export function skipping(problems: readonly Problem[]): Skip {
  const key = ({ file, row }: { file?: string; row?: number }) => `${file ?? ''}\t${row ?? ''}`
  const rows = new Set(problems.filter(({ row }) => row !== undefined).map(key))
  return { has: (place) => rows.has(key(place)), size: rows.size }
}
