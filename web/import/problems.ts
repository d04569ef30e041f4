import type { Row, Severity, ToldProblem } from './answers.ts'

/** Problems of one row, or one that is of no row, with what the row says. */
export type Faulty = {
  key: string
  file?: string
  row?: number
  problems: ToldProblem[]
  cells?: Row['cells']
}

export const severities: Severity[] = ['critical', 'error', 'warning', 'note']

/** How many problems are how bad. */
export function counted(problems: readonly ToldProblem[]): { severity: Severity; count: number }[] {
  return severities
    .map((severity) => ({ severity, count: problems.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
}

/** Problems by row, in the order of the files; those of no row come first when they stop all, else last. */
export function byRow(problems: readonly ToldProblem[], rows: readonly Row[]): Faulty[] {
  const cells = new Map(rows.map((row) => [`${row.file}\t${row.row}`, row.cells]))
  const faulty = new Map<string, Faulty>()
  problems.forEach((problem, at) => {
    const { file, row } = problem
    const key = row === undefined ? `\t${at}` : `${file}\t${row}`
    const known = faulty.get(key)
    if (known) known.problems.push(problem)
    else faulty.set(key, { key, file, row, problems: [problem], cells: cells.get(key) })
  })
  const rank = ({ row, problems: [first] }: Faulty) =>
    row !== undefined ? 1 : first?.severity === 'critical' || first?.severity === 'error' ? 0 : 2
  return [...faulty.values()].sort(
    (one, other) =>
      rank(one) - rank(other) ||
      (one.file ?? '').localeCompare(other.file ?? '') ||
      (one.row ?? 0) - (other.row ?? 0),
  )
}

/** What lets people recognise a row: its first cells that are not at fault themselves. */
export function contextOf({ cells = {}, problems }: Faulty): string {
  const faulty = new Set(problems.map(({ column }) => column))
  return Object.entries(cells)
    .filter(([column, value]) => value && !faulty.has(column) && !/^[\d\s.,/-]+$/.test(value))
    .slice(0, 2)
    .map(([, value]) => (value.length > 60 ? `${value.slice(0, 60).trimEnd()}…` : value))
    .join(' · ')
}
