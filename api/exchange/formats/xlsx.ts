import type { Format } from '../files/format.ts'
import { Unreadable } from '../files/unreadable.ts'
import { widestHeader } from './headers.ts'
import { fillMerged, mergedHeader } from './merged.ts'
import { readSheet } from './sheet.ts'
import { TableMaker } from './table.ts'
import { openWorkbook } from './workbook.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** A workbook of Excel: a table a sheet, merged cells filled, dates as ISO dates, formulas as their last result. */
export const xlsx: Format = {
  tables(file, bytes, options) {
    const book = openWorkbook(file, bytes)
    const sheets = chosen(file, book, options.sheet)
    const isOne = book.sheets.length === 1
    return sheets.map((sheet) => {
      const place = isOne ? file : `${file} (${sheet.name})`
      const { lines, merged, problems } = readSheet(place, book, sheet)
      const table = new TableMaker(place, options, {
        isSparse: true,
        findHeader: widestHeader,
        extend: (header, given) => mergedHeader(header, given, merged),
      })
      const told = fillMerged(lines, merged)
      for (const line of lines) table.push(line)
      for (const { place: at, ...problem } of problems) table.tell({ ...problem, column: table.columnAt(at) })
      for (const problem of told) table.tell(problem)
      return isOne ? table.done() : { ...table.done(), sheet: sheet.name }
    })
  },
}

/** The sheet of this name or number; without one all that are shown. */
function chosen(file: string, { sheets }: Workbook, wanted?: string): Sheet[] {
  if (wanted === undefined) return sheets.filter(({ isHidden }) => !isHidden)
  const found = sheets.find(({ name }) => name === wanted) ?? sheets[Number(wanted) - 1]
  if (found) return [found]
  const names = sheets.map(({ name }) => name).join(', ')
  throw new Unreadable({ file, value: wanted, rule: `is no sheet of it: there are ${names}` })
}
