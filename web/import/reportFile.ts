import type { WholeReport } from '../../api/exchange/upload/answers.ts'
import { t } from '../messages.ts'
import { worded } from './sentences.ts'

const columns = ['severity', 'kind', 'file', 'row', 'column', 'value', 'rule'] as const

/** Every problem as a row, as the command writes it, with its sentence in the language of the interface. */
export function reportCsv({ problems }: WholeReport) {
  return {
    columns: [...columns, t('import.report.said')],
    rows: problems.map((problem) => [...columns.map((name) => problem[name] ?? ''), worded(problem.says)]),
  }
}

/** The report as the command writes it. */
export function reportJson(report: WholeReport): Blob {
  const problems = report.problems.map((problem) => ({ ...problem, says: undefined }))
  return new Blob([JSON.stringify({ ...report, problems }, null, 2)], { type: 'application/json' })
}
