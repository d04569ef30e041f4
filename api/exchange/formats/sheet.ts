import type { Problem } from '../files/format.ts'
import { limits } from '../files/limits.ts'
import { Unreadable } from '../files/unreadable.ts'
import type { Line } from './headers.ts'
import type { Merged } from './merged.ts'
import { numberText } from './numbers.ts'
import type { Sheet, Workbook } from './workbook.ts'
import { walkXml } from './xml.ts'

type Cell = { place: number; type: string; style: number; written: string; isFormula: boolean }
export type SheetLine = Line & { texts: string[] }
export type Grid = { lines: SheetLine[]; merged: Merged[]; problems: (Problem & { place: number })[] }

/** The cells of a sheet as texts, and which of them are merged. @throws Unreadable */
export function readSheet(file: string, book: Workbook, { part }: Sheet): Grid {
  const grid: Grid = { lines: [], merged: [], problems: [] }
  const bytes = book.zip.part(part)
  let line: SheetLine = { row: 0, texts: [] }
  let cell: Cell | undefined
  let [isValue, covered] = [false, 0]
  if (!bytes) return grid
  walkXml(file, bytes, {
    open({ name, attribute }) {
      if (name === 'row') {
        line = { row: Number(attribute('r') ?? line.row + 1), texts: [] }
        if (grid.lines.length >= limits.rows)
          throw new Unreadable({ file, rule: `has more than ${limits.rows} rows` })
        grid.lines.push(line)
      } else if (name === 'c') {
        const place = placeOf(attribute('r')) ?? line.texts.length
        if (place >= limits.columns)
          throw new Unreadable({ file, row: line.row, rule: `has more than ${limits.columns} columns` })
        cell = {
          place,
          type: attribute('t') ?? 'n',
          style: Number(attribute('s') ?? 0),
          written: '',
          isFormula: false,
        }
      } else if (name === 'f' && cell) cell.isFormula = true
      else if (name === 'mergeCell') {
        const range = rangeOf(attribute('ref'))
        if (range) grid.merged.push(range)
        // Overlapping ones would be filled again and again; spreadsheets never make them.
        if ((covered += range ? range.bottom - range.top + 1 : 0) > limits.rows)
          throw new Unreadable({ file, rule: 'has merged cells over merged cells: it is damaged' })
      }
      isValue = name === 'v' || name === 't'
    },
    text(text) {
      if (isValue && cell) cell.written += text
    },
    close(name) {
      isValue = false
      if (name !== 'c' || !cell) return
      setText(line.texts, cell.place, textOf(cell, book))
      const said = problemOf(cell)
      if (said) grid.problems.push({ row: line.row, place: cell.place, ...said })
      cell = undefined
    },
  })
  return grid
}

function textOf({ type, written, style }: Cell, { texts, shapes, isFrom1904 }: Workbook): string {
  if (type === 's') return texts[Number(written)] ?? ''
  if (type === 'b') return written === '1' ? 'true' : 'false'
  if (type === 'e') return ''
  if (type === 'd') return written.slice(0, 10)
  return type === 'n' ? numberText(written, shapes[style], isFrom1904) : written
}

function problemOf({
  type,
  written,
  isFormula,
}: Cell): Pick<Problem, 'value' | 'rule' | 'severity'> | undefined {
  if (type === 'e')
    return { value: written, rule: 'is an error of the spreadsheet: read as empty', severity: 'warning' }
  if (!isFormula) return undefined
  if (written === '') return { rule: 'is a formula without a result: read as empty', severity: 'warning' }
  return { value: written, rule: 'is a formula: its last result is read, it is never run', severity: 'note' }
}

/** Puts a text at its place; a list of JavaScript with gaps would be slow and print oddly. */
function setText(texts: string[], place: number, text: string): void {
  while (texts.length < place) texts.push('')
  texts[place] = text
}

/** `C7` → 2 */
function placeOf(reference?: string): number | undefined {
  const name = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (name === undefined) return undefined
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** `A2:C4` → where it begins and ends. */
function rangeOf(reference = ''): Merged | undefined {
  const [, from, top, to, bottom] = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(reference) ?? []
  const [left, right] = [placeOf(from), placeOf(to)]
  if (left === undefined || right === undefined) return undefined
  return { left, right, top: Number(top), bottom: Number(bottom) }
}
