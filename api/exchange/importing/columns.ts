import { oneSpace } from '../formats/words.ts'
import type { Problem, Table } from '../files/format.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { nearest } from '../nearest.ts'
import { tablesOf } from '../files/tables.ts'
import { Unreadable } from '../files/unreadable.ts'
import { cellOf } from '../mapping/valueRule.ts'
import type { ValueRule } from '../mapping/valueRule.ts'
import type { GivenFile } from '../files/tables.ts'

export type { GivenFile }
type Candidate = { input: string; table: Table; lacks: string[] }
export type Known = { input: string; file: string; table: Table }

/** Which input each table of a file is, by the columns it has; a file may hold several tables, as a workbook does. */
export function recognise(mapping: Mapping, file: GivenFile, problems: Problem[]): Known[] {
  const candidates: Candidate[] = []
  try {
    for (const [input, rule] of Object.entries(mapping.inputs))
      for (const table of tablesOf(file, rule))
        candidates.push({ input, table, lacks: lacking(rule.has, table.columns) })
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    problems.push(error.problem)
    return []
  }
  const fitting = candidates.filter(({ lacks }) => lacks.length === 0)
  for (const one of fitting) {
    const twins = fitting.filter(({ table }) => table.sheet === one.table.sheet)
    if (twins.length === 1) continue
    const inputs = twins.map(({ input }) => input).join(', ')
    problems.push({
      file: placeOf(file, one),
      rule: `could be any of the inputs ${inputs}: tell them apart by has`,
    })
    return []
  }
  if (fitting.length) return fitting.map((one) => ({ ...one, file: placeOf(file, one) }))
  for (const one of candidates) {
    const lacks = one.lacks.map((column) => withNearest(column, one.table.columns)).join(', ')
    problems.push({
      file: placeOf(file, one),
      rule: `is not the input ${one.input}: its first line lacks ${lacks}`,
    })
  }
  return []
}

function lacking(has: readonly string[], columns: readonly string[]): string[] {
  return has.filter((column) => !columns.includes(oneSpace(column)))
}

function placeOf({ name }: GivenFile, { table }: Candidate): string {
  return table.sheet === undefined ? name : `${name} (${table.sheet})`
}

function withNearest(column: string, columns: readonly string[]): string {
  const near = nearest(column, columns)
  return near ? `${column} (nearest: ${near})` : column
}

/** Columns that the mapping names and the files don't have. */
export function missingColumns(mapping: Mapping, known: Known[]): Problem[] {
  const inputs = new Set(Object.keys(mapping.inputs))
  const [main = ''] = inputs
  const builtIn = new Set(['project', 'place', 'value', 'key', 'initiative'])
  const wanted = new Map<string, Set<string>>([[main, new Set(mapping.initiatives?.same)]])
  const want = (input: string, column: string) =>
    wanted.set(input, (wanted.get(input) ?? new Set()).add(oneSpace(column)))
  for (const { rule, from } of rulesIn(mapping, main))
    for (const part of rule.templates.flat()) {
      if (typeof part === 'string') continue
      const { input, column } = cellOf(part, inputs)
      if (input !== undefined || !builtIn.has(column)) want(input ?? from, column)
    }
  for (const { in: input = main, where, set } of mapping.corrections)
    for (const column of [...Object.keys(where), ...Object.keys(set)]) want(input, column)
  for (const [input, { join }] of Object.entries(mapping.inputs)) {
    if (!join) continue
    want(main, join.column)
    want(input, join.with)
  }
  return known.flatMap(({ input, file, table }) =>
    [...(wanted.get(input) ?? [])]
      .filter((column) => table.unread.has(column) || !table.columns.includes(column))
      .filter((column) => !mapping.inputs[input]?.mayLack.map(oneSpace).includes(column))
      .map((column) => ({
        file,
        row: 1,
        column,
        rule: table.columns.includes(column)
          ? 'the mapping wants this column, which is never read: name it under read of the input'
          : `the mapping wants this column, the file has none of that name${hint(column, table.columns)}`,
      })),
  )
}

function hint(column: string, columns: readonly string[]): string {
  const near = nearest(column, columns)
  return near ? `: did it mean ${near}?` : ''
}

/** Every rule, with the input whose rows it reads: the first one, unless it is said `from` which. */
function rulesIn(part: unknown, from: string): { rule: ValueRule; from: string }[] {
  if (typeof part !== 'object' || part === null || part instanceof Map) return []
  if ('templates' in part) return [{ rule: part as ValueRule, from }]
  const own = 'from' in part && typeof part.from === 'string' ? part.from : from
  return Object.values(part).flatMap((inner) => rulesIn(inner, own))
}
