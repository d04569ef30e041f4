import { columnOf, withNames, type Draft } from './draft.ts'
import { fold } from '../mapping/valueRule.ts'
import type { Source, ValueRule } from '../mapping/valueRule.ts'

type RowsRule = {
  from?: string
  when?: ValueRule
  each?: ValueRule
  in?: { input: string; column: string }
}

/** The rows that a rule of its own input walks, when it names one. */
export function rowsOf(draft: Draft, { from }: RowsRule): readonly Source[] {
  return from === undefined ? [] : (draft.inputs.tables.get(from) ?? [])
}

/** A row, or for each word of a cell the row that it names in another input; nothing unless `when` gives something. */
export function foundRows(draft: Draft, { when, each, in: where }: RowsRule, source: Source): Source[] {
  if (when && draft.values(when, source).length === 0) return []
  if (!each || !where) return [source]
  return draft.values(each, source).flatMap((key) => {
    const row = indexOf(draft, where.input, where.column).get(fold(key))
    if (row) {
      const joined = new Map([...source.joined, [where.input, row]])
      return [withNames({ ...source, joined }, { key })]
    }
    draft.report.leftOut.push({
      file: source.file,
      row: source.row,
      ...columnOf(each, source),
      value: key,
      rule: `names no row of ${where.input}: its column ${where.column} has no such word`,
      severity: 'warning',
    })
    return []
  })
}

const indexes = new WeakMap<Draft, Map<string, Map<string, Source>>>()

function indexOf(draft: Draft, input: string, column: string): Map<string, Source> {
  const known = indexes.get(draft) ?? new Map<string, Map<string, Source>>()
  indexes.set(draft, known)
  const name = JSON.stringify([input, column])
  const index = known.get(name)
  if (index) return index
  const made = new Map<string, Source>()
  for (const row of draft.inputs.tables.get(input) ?? []) {
    const key = fold(row.cells.get(column) ?? '')
    if (key && !made.has(key)) made.set(key, row)
  }
  known.set(name, made)
  return made
}
