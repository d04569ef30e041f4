import { refuses } from '../files/format.ts'
import type { Problem } from '../files/format.ts'
import { missingColumns, recognise } from './columns.ts'
import type { GivenFile, Known } from './columns.ts'
import type { InputRule, Mapping } from '../mapping/mapping.ts'
import { fold } from '../mapping/valueRule.ts'
import type { Source } from '../mapping/valueRule.ts'

export type { GivenFile }
export type Correction = Problem & { now: string }
export type Inputs = {
  rows: Source[]
  /** The rows of every input by its name, as the file has them. */
  tables: ReadonlyMap<string, readonly Source[]>
  read: { input: string; file: string; rows: number }[]
  joins: { input: string; joined: number; alone: Problem[] }[]
  corrections: Correction[]
  /** What lets nothing be written. */
  problems: Problem[]
  /** What is told, and stops nothing. */
  notes: Problem[]
}

/** Reads the files, each as the input that its columns show, corrects what the mapping corrects, joins the rows. */
export function readInputs(mapping: Mapping, files: readonly GivenFile[]): Inputs {
  const { problems: told, ...inputs } = joinInputs(mapping, files)
  return { ...inputs, problems: told.filter(refuses), notes: told.filter((problem) => !refuses(problem)) }
}

function isOfWhole({ row, severity }: Problem): boolean {
  return row === undefined || severity === 'critical'
}

function joinInputs(mapping: Mapping, files: readonly GivenFile[]): Omit<Inputs, 'notes'> {
  const problems: Problem[] = []
  const known = files.flatMap((file) => recognise(mapping, file, problems))
  for (const [input, { optional }] of Object.entries(mapping.inputs))
    if (!optional && !problems.some(refuses) && !known.some((table) => table.input === input))
      problems.push({
        rule: `no file for the input ${input}: give one whose first line names ${mapping.inputs[input]?.has.join(', ')}`,
      })
  const ofTables = known.flatMap(({ table }) => table.problems)
  const ofWhole = [...problems, ...missingColumns(mapping, known), ...ofTables.filter(isOfWhole)]
  problems.splice(0, Infinity, ...ofWhole, ...ofTables.filter((problem) => !isOfWhole(problem)))

  const read = known.map(({ input, file, table }) => ({ input, file, rows: table.rows.length }))
  // A row that is faulty by itself does not hide what is wrong with others.
  if (ofWhole.some(refuses))
    return { rows: [], tables: new Map(), read, joins: [], corrections: [], problems }
  const corrections: Correction[] = []
  const [main = '', ...others] = Object.keys(mapping.inputs)
  const sources = (input: string) => known.filter((table) => table.input === input).flatMap(sourcesOf)
  const tables = new Map(
    Object.keys(mapping.inputs).map((input) => {
      const filled = fillDown(mapping.inputs[input]?.fillDown ?? [], sources(input))
      const own = mapping.corrections.filter((correction) => (correction.in ?? main) === input)
      const corrected = (source: Source) => {
        const cells = correct(own, source, corrections)
        return cells === source.cells ? source : { ...source, cells }
      }
      return [input, own.length ? filled.map(corrected) : filled]
    }),
  )
  const partners = others
    .filter((input) => mapping.inputs[input]?.join)
    .map((input) => ({ input, rows: tables.get(input) ?? [], rule: mapping.inputs[input] }))
  const used = new Set<Source>()
  const finders = partners.map(({ input, rows, rule }) => ({ input, find: finder(rule, rows, problems) }))
  const rows = (tables.get(main) ?? []).flatMap((source) => {
    let several: Source[] = [source]
    for (const { input, find } of finders) {
      const found = find(source.cells)
      for (const partner of found) used.add(partner)
      const none = { ...source, cells: new Map(), joined: new Map() }
      const partnersOf = found.length ? found : [none]
      several = several.flatMap((one) =>
        partnersOf.map((partner) => ({ ...one, joined: new Map([...one.joined, [input, partner]]) })),
      )
    }
    return several
  })
  const joins = partners
    .filter(({ rows: all }) => all.length > 0)
    .map(({ input, rows: all, rule }) => ({
      input,
      joined: all.filter((row) => used.has(row)).length,
      alone: all
        .filter((row) => !used.has(row))
        .map(({ file, row, cells }) => ({
          file,
          row,
          column: rule?.join?.with,
          value: cells.get(rule?.join?.with ?? ''),
          rule: `no row of ${main} joins it`,
        })),
    }))
  return { rows, tables, read, joins, corrections, problems }
}

/** Rows share it: a map for each would weigh more than its cells. */
const nothing = new Map<string, never>()

function sourcesOf({ file, table }: Known): Source[] {
  return table.rows.map(({ row, cells }) => ({ file, row, cells, joined: nothing, names: nothing }))
}

/** An empty cell of these columns means what the row above says. */
function fillDown(columns: readonly string[], rows: Source[]): Source[] {
  if (columns.length === 0) return rows
  const above = new Map<string, string>()
  return rows.map((source) => {
    const cells = new Map(source.cells)
    for (const column of columns) {
      const said = cells.get(column) || above.get(column)
      if (said) cells.set(column, said)
      if (said) above.set(column, said)
    }
    return { ...source, cells }
  })
}

function correct(
  rules: Mapping['corrections'],
  source: Source,
  corrections: Correction[],
): ReadonlyMap<string, string> {
  const { file, row, cells } = source
  const fitting = rules.filter(({ where }) =>
    Object.entries(where).every(([column, value]) => cells.get(column) === value),
  )
  if (fitting.length === 0) return cells
  const corrected = new Map(cells)
  for (const { set, because } of fitting)
    for (const [column, value] of Object.entries(set)) {
      corrections.push({ file, row, column, value: cells.get(column), now: value, rule: because })
      corrected.set(column, value)
    }
  return corrected
}

/** Finds the rows that join, one unless the mapping says each: the same text, whatever its case, accents and signs. */
function finder(
  rule: InputRule | undefined,
  rows: Source[],
  problems: Problem[],
): (cells: ReadonlyMap<string, string>) => readonly Source[] {
  const join = rule?.join
  if (!join) return () => []
  const byKey = new Map<string, Source[]>()
  for (const row of rows) {
    const value = row.cells.get(join.with) ?? ''
    if (!value) continue
    const twins = byKey.get(fold(value)) ?? []
    const [twin] = twins
    if (twin && !join.each)
      problems.push({
        file: row.file,
        row: row.row,
        column: join.with,
        value,
        rule: `is also in row ${twin.row}: a join needs it once, unless it says each`,
      })
    byKey.set(fold(value), join.each ? [...twins, row] : [row])
  }
  return (cells) => byKey.get(fold(cells.get(join.column) ?? '') || ' ') ?? []
}
