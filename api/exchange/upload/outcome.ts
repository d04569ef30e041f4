import type { Problem } from '../files/format.ts'
import type { GivenFile } from '../files/tables.ts'
import type { ImportReport } from '../importing/draft.ts'
import { countsOf, reportRows } from '../importing/report.ts'
import type { Brought } from '../importing/write.ts'
import type { Mapping } from '../mapping/mapping.ts'
import type { Gone, Told } from './answers.ts'
import { FaultyRows } from './faultyRows.ts'
import type { KeptReports } from './keptReports.ts'
import { problemGroups } from './problemGroups.ts'
import { saying } from './saying.ts'

type Done = {
  report: ImportReport
  refused: readonly Problem[]
  /** Absent when nothing was, or would be, written. */
  brought?: Brought
  isCheck: boolean
  files: readonly GivenFile[]
  mapping: Mapping | undefined
  families?: Told['families']
}

/** What a check or a load came to, with its problems by rule; all of them are kept for who asks for more. */
export function outcome(done: Done, reports: KeptReports): Told {
  const { report, refused, brought, isCheck, files, mapping, families = [] } = done
  const all = reportRows(report, refused, brought)
  const rows = new FaultyRows(all, files, mapping)
  const groups = problemGroups(all, rows.isCell)
  const counts = brought ? countsOf(report, brought) : null
  const { title, recorder, read } = report
  const number = brought?.number ?? null
  const id = reports.keep({
    ...{ groups, rows },
    whole: { title, recorder, import: number, dryRun: isCheck, read, counts },
  })
  const { projects, sites, partners, themes, places, resolved } = report
  return {
    ...{ id, isRefused: !brought, counts, number, families },
    report: {
      ...{ title, recorder, projects, sites, partners, themes, places, resolved },
      read: read.map(({ input, file, rows: count }) => ({ input, file, rows: count })),
    },
    groups: groups.map(({ group }, at) => ({ at, ...group })),
    problemsTotal: all.length,
    gone: goneTold(brought),
  }
}

function goneTold(brought: Brought | undefined): Gone {
  const { vanished = [], unknown } = brought ?? {}
  const canEnd = vanished.filter((each) => each.canEnd).length
  return { total: vanished.length, canEnd, ...(unknown !== undefined && { unknown: saying(unknown) }) }
}
