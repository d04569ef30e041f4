import type { reportRows } from '../importing/report.ts'
import type { ProblemGroup, ProblemValue, Said } from './answers.ts'
import { saying } from './saying.ts'

type Reported = ReturnType<typeof reportRows>[number]
export type Grouped = { group: Omit<ProblemGroup, 'at'>; problems: readonly Reported[] }

const mostValues = 20
const grave = ['critical', 'error', 'warning', 'note']

/** Problems by rule, column and file, the gravest first, then those of most rows; `isCell` says what can be corrected. */
export function problemGroups(all: readonly Reported[], isCell: (problem: Reported) => boolean): Grouped[] {
  const groups = new Map<string, Reported[]>()
  for (const problem of all) {
    const { severity, kind, file, column, rule } = problem
    const { rule: name, values } = saying(rule)
    const why = values?.['why']
    const inner = typeof why === 'object' ? why.rule : undefined
    const key = [severity, kind, name, inner, values?.['kind'], file, column].join('\t')
    const known = groups.get(key)
    if (known) known.push(problem)
    else groups.set(key, [problem])
  }
  return [...groups.values()]
    .map((problems) => groupOf(problems, isCell))
    .sort(
      ({ group: one }, { group: other }) =>
        grave.indexOf(one.severity) - grave.indexOf(other.severity) ||
        other.rows - one.rows ||
        other.count - one.count,
    )
}

function groupOf(problems: Reported[], isCell: (problem: Reported) => boolean): Grouped {
  const [{ severity, kind, file, column, rule } = { severity: 'note' as const, kind: '', rule: '' }] =
    problems
  const values = new Map<string, Omit<ProblemValue, 'value'>>()
  const texts = new Set<string>()
  const rows = new Set<number>()
  for (const problem of problems) {
    texts.add(problem.rule)
    if (problem.row !== undefined) rows.add(problem.row)
    if (problem.value === undefined) continue
    const known = values.get(problem.value)
    if (known) {
      known.count++
      known.isCell &&= isCell(problem)
    } else {
      const near = saying(problem.rule).values?.['near']
      values.set(problem.value, {
        ...{ count: 1, isCell: isCell(problem) },
        ...(typeof near === 'string' && { near }),
      })
    }
  }
  const often = [...values].sort(([, one], [, other]) => other.count - one.count).slice(0, mostValues)
  const group = {
    ...{ severity, kind, count: problems.length, rows: rows.size, valuesTotal: values.size },
    ...(file !== undefined && { file }),
    ...(column !== undefined && { column }),
    says: texts.size === 1 ? saying(rule) : common([...texts].map(saying)),
    values: often.map(([value, rest]) => ({ value, ...rest })),
  }
  return { group, problems: problems.sort((one, other) => (one.row ?? 0) - (other.row ?? 0)) }
}

/** What sentences of one rule say alike: what differs is left open. */
function common(all: readonly Said[]): Said {
  const [first = { text: '' }] = all
  if (!first.values) return first
  const open = ([name, value]: [string, string | Said]): [string, string | Said] => {
    const alike = all.flatMap(({ values }) => values?.[name] ?? [])
    if (typeof value !== 'string') return [name, common(alike.filter((each) => typeof each !== 'string'))]
    return [name, alike.every((each) => each === value) ? value : '…']
  }
  return { ...first, values: Object.fromEntries(Object.entries(first.values).map(open)) }
}
