import type {
  ProblemGroup,
  ProblemPage,
  Row,
  Said,
  Severity,
  ToldProblem,
} from '../../api/exchange/upload/answers.ts'

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
export function counted(groups: readonly ProblemGroup[]): { severity: Severity; count: number }[] {
  return severities
    .map((severity) => ({ severity, count: total(groups.filter((one) => one.severity === severity)) }))
    .filter(({ count }) => count > 0)
}

const ofHeader = new Set([
  ...['twice', 'contactColumn', 'noColumnName', 'columnsAtMost'],
  ...['neverWanted', 'columnMissing', 'columnMissingNear', 'noColumn', 'noColumnNear'],
])

/** Whether what is wrong is how a column is called, so that its row is the one of the names. */
export const isOfHeader = ({ rule }: Said): boolean => rule !== undefined && ofHeader.has(rule)

/** Whether a sentence leaves something open, because it differs from row to row. */
export const isLeftOpen = ({ values = {} }: Said): boolean =>
  Object.values(values).some((value) => (typeof value === 'string' ? value === '…' : isLeftOpen(value)))

export const total = (groups: readonly ProblemGroup[]) => groups.reduce((sum, { count }) => sum + count, 0)

/** Problems by row, in their order, with what the rows say. */
export function byRow({ problems, rows }: ProblemPage): Faulty[] {
  const cells = new Map(rows.map((row) => [`${row.file}\t${row.row}`, row.cells]))
  const faulty = new Map<string, Faulty>()
  problems.forEach((problem, at) => {
    const { file, row } = problem
    const key = row === undefined ? `\t${at}` : `${file}\t${row}`
    const known = faulty.get(key)
    if (known) known.problems.push(problem)
    else faulty.set(key, { key, file, row, problems: [problem], cells: cells.get(key) })
  })
  return [...faulty.values()]
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
