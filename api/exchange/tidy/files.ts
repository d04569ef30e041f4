import type { Table } from '../files/format.ts'
import { readGexf } from '../formats/gexf.ts'
import { readGrants } from '../formats/grants.ts'
import { readJsonLd } from '../formats/jsonld.ts'
import { readKumu } from '../formats/kumu.ts'
import { isObject, parseJson } from '../formats/parseJson.ts'
import { limits } from '../files/limits.ts'
import { tablesOf, tooLarge } from '../files/tables.ts'
import type { GivenFile } from '../files/tables.ts'
import { Unreadable } from '../files/unreadable.ts'
import { vocabulary } from '../vocabulary.ts'
import { emptyTidy, tellingColumns, tidyColumns } from './tidy.ts'
import type { Tidy, TidyPart } from './tidy.ts'
import { hint } from './words.ts'

/** Reads files that need no mapping: tidy tables, graphs, grants. What can't be read is among the problems. */
export function readTidy(files: readonly GivenFile[]): Tidy {
  const tidy = emptyTidy()
  for (const file of files) {
    try {
      readOne(file, tidy)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      tidy.problems.push(error.problem)
    }
  }
  return tidy
}

function readOne(file: GivenFile, tidy: Tidy): void {
  const { name, bytes } = file
  if (bytes.byteLength > limits.file) throw new Unreadable({ file: name, rule: tooLarge(bytes.byteLength) })
  const start = Buffer.from(bytes.subarray(0, 5000)).toString('utf8').replaceAll('\0', '')
  const first = /[^\s\uFEFF]/.exec(start)?.[0]
  if (first === '<') return readGexf(name, bytes, tidy)
  if (first === '{' || first === '[') {
    const whole = parseJson(name, bytes)
    if (isObject(whole) && 'elements' in whole) return readKumu(name, whole, tidy)
    if (isObject(whole) && 'grants' in whole) {
      readGrants(name, tablesOf(file, { rows: 'grants' }), tidy)
      return
    }
    if (start.includes('"@')) return readJsonLd(name, whole, tidy)
    throw new Unreadable({ file: name, rule: needsMapping })
  }
  const tables = tablesOf(file, {})
  if (readGrants(name, tables, tidy, true)) return
  for (const table of tables) readTable(name, table, tidy)
}

const needsMapping =
  'is neither tidy tables nor a graph that is known: give a mapping, essaim import --guess FILE proposes one'

function readTable(name: string, table: Table, tidy: Tidy): void {
  const file = table.sheet === undefined ? name : `${name} (${table.sheet})`
  const parts = Object.entries(tellingColumns) as [TidyPart, readonly string[]][]
  const [part] = parts.find(([, telling]) => telling.every((column) => table.columns.includes(column))) ?? []
  if (!part) {
    const rule = table.sheet === undefined ? needsMapping : 'is no tidy table: this sheet is not read'
    tidy.problems.push({ file, rule, severity: table.sheet === undefined ? 'critical' : 'warning' })
    return
  }
  tidy.problems.push(...table.problems, ...unknownColumns(file, part, table.columns))
  tidy.read.push({ file, as: part, rows: table.rows.length })
  for (const { row, cells } of table.rows) tidy[part].push({ file, row, cells })
}

/** Columns that mean nothing are told with the nearest that does, and not read. */
function unknownColumns(file: string, part: TidyPart, columns: readonly string[]): Tidy['problems'] {
  const { labels, links } = vocabulary()
  const properties =
    part === 'nodes' ? [...labels.values()] : [...links.values()].map((link) => link.properties)
  const known = [...tidyColumns[part], ...properties.flatMap((each) => [...each.keys()])]
  return columns
    .filter((column) => !known.includes(column))
    .map((column) => ({
      file,
      row: 1,
      column,
      severity: 'warning' as const,
      rule: `is no column of ${part}, and not read${hint(column, known)}`,
    }))
}
