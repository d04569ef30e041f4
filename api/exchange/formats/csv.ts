import { CsvError, parse } from 'csv-parse/sync'
import type { Format, ReadOptions } from '../files/format.ts'
import { limits } from '../files/limits.ts'
import { Unreadable } from '../files/unreadable.ts'
import { sniffDelimiter } from './delimiter.ts'
import type { Line } from './headers.ts'
import { TableMaker } from './table.ts'
import { startOfUtf8, textOf } from './text.ts'

/** Values separated by commas, semicolons, tabs or otherwise; a line names the columns. */
export const csv: Format = {
  tables(file, bytes, options) {
    const table = new TableMaker(file, options)
    const { data, delimiter, row } = prepare(file, bytes, options, table)
    parseLines(file, data, delimiter, row, (line) => table.push(line))
    return [table.done()]
  },
}

/** The bytes as UTF-8, without the line by which Excel is told what separates. */
function prepare(file: string, bytes: Uint8Array, options: ReadOptions, table: TableMaker) {
  const start = startOfUtf8(bytes, options.encoding)
  const { text, isUtf8, problems } =
    start === undefined ? textOf(file, bytes, options.encoding) : { text: start, isUtf8: true, problems: [] }
  for (const problem of problems) table.tell(problem)
  const said = /^sep=(.)\r?\n/i.exec(text)
  const before = said ? Buffer.byteLength(said[0]) + (hasMark(bytes) ? 3 : 0) : 0
  const data = isUtf8 ? bytes.subarray(before) : Buffer.from(text.slice(said?.[0].length ?? 0))
  return { data, delimiter: options.delimiter ?? said?.[1] ?? sniffDelimiter(text), row: said ? 1 : 0 }
}

function hasMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf
}

function parseLines(
  file: string,
  data: Uint8Array,
  delimiter: string,
  before: number,
  push: (line: Line) => void,
): void {
  let row = before
  const onRecord = (texts: string[]) => {
    push({ row: ++row, texts })
    return null
  }
  try {
    const options = { bom: true, delimiter, relax_column_count: true, max_record_size: limits.line, onRecord }
    parse(Buffer.from(data.buffer, data.byteOffset, data.byteLength), options)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const rule = faults[error.code] ?? error.message
    throw new Unreadable({ file, row: row + 1, rule }, error)
  }
}

const faults: Readonly<Record<string, string>> = {
  CSV_MAX_RECORD_SIZE: `is longer than ${limits.line} characters: is a quote opened that is never closed?`,
  CSV_QUOTE_NOT_CLOSED: 'opens a quote that is never closed',
  CSV_INVALID_CLOSING_QUOTE: 'has something between a closing quote and the end of the cell',
  INVALID_OPENING_QUOTE:
    'has a quote within a cell that does not begin with one: double it and quote the cell',
}
