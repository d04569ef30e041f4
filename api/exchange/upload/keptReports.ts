import { randomUUID } from 'node:crypto'
import type { ProblemPage, WholeReport } from './answers.ts'
import type { FaultyRows } from './faultyRows.ts'
import type { Grouped } from './problemGroups.ts'
import { saying } from './saying.ts'

type Kept = { groups: readonly Grouped[]; rows: FaultyRows; whole: Omit<WholeReport, 'problems'> }

export const reportGone = 'These problems are no longer here: check again.'
const most = 3
const page = 100

/** The problems of the last checks and loads: an answer shows what they come to, and more is asked for. */
export class KeptReports {
  readonly #reports = new Map<string, Kept>()

  /** @returns the id under which more of it can be asked for */
  keep(report: Kept): string {
    const id = randomUUID()
    this.#reports.set(id, report)
    for (const old of [...this.#reports.keys()].slice(0, -most)) this.#reports.delete(old)
    return id
  }

  /** Some problems of a group, by row, from this one on. @throws Error when they are no longer kept */
  page(id: string, at: number, from: number): ProblemPage {
    const { groups, rows } = this.#find(id)
    const problems = groups[at]?.problems.slice(from, from + page) ?? []
    return {
      problems: problems.map(({ rule, ...rest }) => ({ ...rest, says: saying(rule) })),
      rows: rows.of(problems),
    }
  }

  /** Every problem, the gravest first. @throws Error when they are no longer kept */
  whole(id: string): WholeReport {
    const { groups, whole } = this.#find(id)
    const problems = groups.flatMap((group) => group.problems)
    return { ...whole, problems: problems.map((problem) => ({ ...problem, says: saying(problem.rule) })) }
  }

  #find(id: string): Kept {
    const found = this.#reports.get(id)
    if (!found) throw new Error(reportGone)
    return found
  }
}
