import { columnOf, type Check, type Draft, type ImportReport } from './draft.ts'
import { departmentOf, holds } from '../places/places.ts'
import type { Place } from '../places/places.ts'
import { fold } from '../mapping/valueRule.ts'
import type { Source } from '../mapping/valueRule.ts'

type Compared = { file: string; row: number; said: string; expected: string | undefined; place: Place }

/** What each check compared, for looking whether a column stands beside its rows. */
const compared = new WeakMap<Check, Compared[]>()
const mostCompared = 5000
/** A column stands a row off when at least this many contradict their own row and fit that one, more than fit their own. */
const fewest = 10

/** Compares what other columns of a row say; a conflict is told, and changes nothing. */
export function checkRow(draft: Draft, source: Source, place: Place): void {
  draft.mapping.checks.forEach(({ says, department, like }, index) => {
    const check = draft.report.checks[index]
    const [said] = draft.values(says, source)
    if (!check) return
    const expected = like ? draft.values(like, source)[0] : undefined
    const isSame = department ? isThere(said, place) : isLike(said, expected)
    const known = compared.get(check) ?? []
    compared.set(check, known)
    if (said !== undefined && known.length < mostCompared)
      known.push({ file: source.file, row: source.row, said, expected, place })
    if (isSame === undefined) check.silent++
    else if (isSame) check.agree++
    else
      check.conflicts.push({
        file: source.file,
        row: source.row,
        ...columnOf(says, source),
        value: said,
        rule: department ? `the coordinates lie in ${whereabouts(place)}` : `elsewhere: ${expected ?? ''}`,
      })
  })
}

/** Puts conflicts that say only that a column stands a row too low or too high together in one. */
export function tellDisplaced({ checks }: ImportReport, { mapping }: Draft): void {
  for (const [index, check] of checks.entries()) {
    const isOfPlace = mapping.checks[index]?.department !== undefined
    const fits = (one: Compared, other: Compared | undefined) =>
      other && (isOfPlace ? isThere(one.said, other.place) : isLike(one.said, other.expected))
    const at = (file: string | undefined, row: number) => `${file}\t${row}`
    const rows = new Map((compared.get(check) ?? []).map((each) => [at(each.file, each.row), each]))
    const beside = (step: number) =>
      check.conflicts.filter(({ file, row = 0 }) => {
        const own = rows.get(at(file, row))
        return own && fits(own, rows.get(at(file, row + step)))
      })
    const [moved = [], step = 0] =
      [-1, 1]
        .map((step) => [beside(step), step] as const)
        .sort(([one], [other]) => other.length - one.length)[0] ?? []
    const [first] = moved
    if (!first || moved.length < Math.max(fewest, check.agree)) continue
    const { file, row, column } = first
    const rest = new Set(moved)
    const all = check.conflicts.length
    const rule =
      step < 0
        ? `stands a row too low, it seems: of ${all} cells that contradict their own row, ${moved.length} fit the row above`
        : `stands a row too high, it seems: of ${all} cells that contradict their own row, ${moved.length} fit the row below`
    check.conflicts = [
      { file, row, column, rule },
      ...check.conflicts.filter((conflict) => !rest.has(conflict)),
    ]
  }
}

function isThere(said: string | undefined, place: Place): boolean | undefined {
  return said === undefined ? undefined : holds(departmentOf(said) ?? said, place)
}

function isLike(said: string | undefined, expected: string | undefined): boolean | undefined {
  return said === undefined || expected === undefined ? undefined : fold(said) === fold(expected)
}

function whereabouts({ name = '', department, level }: Place): string {
  return department && level !== 'department' ? `${name} (${department})` : name
}

/** Says where a further row of a project differs from its first one, whose word is taken. */
export function compareWithFirst(
  { report }: Draft,
  same: readonly string[],
  first: Source,
  row: Source,
): void {
  for (const column of same) {
    const [here, there] = [row.cells.get(column) ?? '', first.cells.get(column) ?? '']
    if (here === there) continue
    report.leftOut.push({
      file: row.file,
      row: row.row,
      column,
      value: here,
      rule: `row ${first.row} of the same project says ${JSON.stringify(there)}, which is taken`,
      severity: 'warning',
    })
  }
}
