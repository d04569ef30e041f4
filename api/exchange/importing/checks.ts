import { columnOf, type Draft } from './draft.ts'
import { departmentOf, holds } from '../places/places.ts'
import type { Place } from '../places/places.ts'
import { fold } from '../mapping/valueRule.ts'
import type { Source } from '../mapping/valueRule.ts'

/** Compares what other columns of a row say; a conflict is told, and changes nothing. */
export function checkRow(draft: Draft, source: Source, place: Place): void {
  draft.mapping.checks.forEach(({ says, department, like }, index) => {
    const check = draft.report.checks[index]
    const [said] = draft.values(says, source)
    if (!check) return
    const expected = like ? draft.values(like, source)[0] : undefined
    const isSame = department ? isThere(said, place) : isLike(said, expected)
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
