import { formats } from './formats.ts'
import type { Problem, Table } from './format.ts'
import type { Mapping } from './mapping.ts'
import { nearest } from './nearest.ts'
import { cellOf } from './values.ts'
import type { ValueRule } from './values.ts'

export type GivenFile = { name: string; bytes: Uint8Array }
export type Known = { input: string; file: string; table: Table }

/** Which input a file is, by the columns it has. */
export function recognise(mapping: Mapping, { name, bytes }: GivenFile, problems: Problem[]): Known[] {
  const candidates = Object.entries(mapping.inputs).map(([input, rule]) => {
    const table = formats[rule.format].read(name, bytes, rule)
    return {
      input,
      file: name,
      table,
      lacks: rule.has.filter((column) => !table.columns.includes(oneSpace(column))),
    }
  })
  const fitting = candidates.filter(({ lacks }) => lacks.length === 0)
  if (fitting.length === 1) return fitting
  if (fitting.length > 1) {
    problems.push({
      file: name,
      rule: `could be any of the inputs ${fitting.map(({ input }) => input).join(', ')}: tell them apart by has`,
    })
    return []
  }
  for (const { input, table, lacks } of candidates)
    problems.push({
      file: name,
      rule: `is not the input ${input}: its first line lacks ${lacks.map((column) => withNearest(column, table.columns)).join(', ')}`,
    })
  return []
}

function withNearest(column: string, columns: readonly string[]): string {
  const near = nearest(column, columns)
  return near ? `${column} (nearest: ${near})` : column
}

/** Columns that the mapping names and the files don't have. */
export function missingColumns(mapping: Mapping, known: Known[]): Problem[] {
  const inputs = new Set(Object.keys(mapping.inputs))
  const [main = ''] = inputs
  const builtIn = new Set(['project', 'place', 'value'])
  const wanted = new Map<string, Set<string>>([
    [
      main,
      new Set([
        ...mapping.initiatives.same,
        ...mapping.corrections.flatMap(({ where, set }) => [...Object.keys(where), ...Object.keys(set)]),
      ]),
    ],
  ])
  const want = (input: string, column: string) =>
    wanted.set(input, (wanted.get(input) ?? new Set()).add(oneSpace(column)))
  for (const part of rulesIn(mapping).flatMap((rule) => rule.templates.flat())) {
    if (typeof part === 'string') continue
    const { input, column } = cellOf(part, inputs)
    if (input !== undefined || !builtIn.has(column)) want(input ?? main, column)
  }
  for (const [input, { join }] of Object.entries(mapping.inputs)) {
    if (!join) continue
    want(main, join.column)
    want(input, join.with)
  }
  return known.flatMap(({ input, file, table }) =>
    [...(wanted.get(input) ?? [])]
      .filter((column) => !table.columns.includes(column))
      .map((column) => ({
        file,
        row: 1,
        column,
        rule: `the mapping wants this column, the file has none of that name${hint(column, table.columns)}`,
      })),
  )
}

function hint(column: string, columns: readonly string[]): string {
  const near = nearest(column, columns)
  return near ? `: did it mean ${near}?` : ''
}

function rulesIn(part: unknown): ValueRule[] {
  if (typeof part !== 'object' || part === null || part instanceof Map) return []
  if ('templates' in part) return [part as ValueRule]
  return Object.values(part).flatMap(rulesIn)
}

function oneSpace(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}
