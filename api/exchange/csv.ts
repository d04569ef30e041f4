import { CsvError, parse } from 'csv-parse/sync'
import type { Format, Problem, ReadOptions, TableRow } from './format.ts'

type Parsed = { record: string[]; info: { lines: number } }

/** Comma (or otherwise) separated values, the first line naming the columns. */
export const csv: Format = {
  read(file, bytes, options) {
    const lines = parseLines(file, decode(file, bytes, options.encoding), options.delimiter)
    const columns = (lines[0] ?? []).map(oneSpace)
    const problems: Problem[] = []
    if (columns.length === 0)
      problems.push({ file, rule: 'is empty: the first line should name the columns' })
    columns.forEach((column, place) => {
      if (column && columns.indexOf(column) < place)
        problems.push({ file, row: 1, column, rule: 'is there twice' })
    })
    const rows: TableRow[] = []
    lines.slice(1).forEach((cells, index) => {
      const row = index + 2
      if (cells.every((cell) => cell.trim() === '')) return
      if (cells.length !== columns.length)
        problems.push({
          file,
          row,
          rule: `has ${cells.length} cells, its first line names ${columns.length} columns`,
        })
      rows.push({
        row,
        cells: new Map(columns.map((column, place) => [column, clean(cells[place] ?? '', options)])),
      })
    })
    return { columns, rows, problems }
  },
}

function decode(file: string, bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Error(
      `${file}: is not ${encoding}: say its encoding in the mapping (windows-1252, utf-16le, …)`,
    )
  }
}

function parseLines(file: string, text: string, delimiter: string): string[][] {
  try {
    const options = { bom: true, delimiter, info: true, relax_column_count: true } as const
    return (parse(text, options) as unknown as Parsed[]).map(({ record }) => record)
  } catch (error) {
    if (error instanceof CsvError) throw new Error(`${file}: ${error.message}`, { cause: error })
    throw error
  }
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function clean(cell: string, { entities, empty }: ReadOptions): string {
  const text = oneSpace(entities ? cell.replace(/&(#\d+|#x[\da-f]+|[a-z]+);/gi, decodeEntity) : cell)
  return empty.includes(text) ? '' : text
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole
  const code =
    name.startsWith('#x') || name.startsWith('#X') ? parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

function oneSpace(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}
