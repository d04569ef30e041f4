import { describe, expect, it } from 'vitest'
import type { Column } from '../../../web/ui/column.ts'
import { columnWidths, sharedWidths } from '../../../web/ui/columnWidths.ts'
import { rowWindow } from '../../../web/ui/rowWindow.ts'
import { orderOf, sortedRows } from '../../../web/ui/sortedRows.ts'
import { tableText } from '../../../web/ui/tableText.ts'

type Row = { name: string; year: number | null }
const columns: Column<Row>[] = [
  { key: 'name', label: 'Name', text: ({ name }) => name },
  { key: 'year', label: 'Year', text: ({ year }) => String(year ?? ''), sort: ({ year }) => year },
]
const rows: Row[] = [
  { name: 'b 10', year: 2010 },
  { name: 'É', year: null },
  { name: 'b 2', year: 1997 },
  { name: '', year: 2020 },
]
const { compare } = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' })
const sorted = (by: string) => sortedRows(rows, columns, orderOf(by), compare).map(({ name }) => name)

describe('the rows that are drawn', () => {
  it('are those in sight and ten around them', () => {
    expect(rowWindow(50_000, 40, 400_000, 800)).toEqual({ from: 9990, to: 10_030 })
  })

  it('end where the table does', () => {
    expect(rowWindow(50_000, 40, -300, 800)).toEqual({ from: 0, to: 23 })
    expect(rowWindow(50_000, 40, 1_999_600, 800)).toEqual({ from: 49_980, to: 50_000 })
    expect(rowWindow(500, 40, 90_000, 800)).toEqual({ from: 500, to: 500 })
  })

  it('are all of a short table', () => {
    expect(rowWindow(100, 40, 90_000, 800)).toEqual({ from: 0, to: 100 })
  })
})

describe('the columns of a table', () => {
  it('give of what they can spare where it is tight, and no more', () => {
    const widths = [
      { wanted: 20, least: 10 },
      { wanted: 8, least: 8 },
    ]
    expect(sharedWidths(widths, 100)).toEqual([20, 8])
    expect(sharedWidths(widths, 23)).toEqual([15, 8])
    expect(sharedWidths(widths, 5)).toEqual([10, 8])
  })

  it('keep the longest word of their heads whole', () => {
    const [width] = columnWidths([{ key: 'a', label: 'Development now', text: () => '1' }], [{}])
    // Eleven bold letters, half a rem each, and a rem to the next column.
    expect(width?.least).toBeGreaterThan(6.5)
    expect(width?.least).toBeLessThan(width?.wanted ?? 0)
  })
})

describe('the rows of a table', () => {
  it('sort texts as people do and figures as figures', () => {
    expect(sorted('name')).toEqual(['b 2', 'b 10', 'É', ''])
    expect(sorted('year')).toEqual(['b 2', 'b 10', '', 'É'])
  })

  it('keep what is unknown last when they are turned', () => {
    expect(sorted('-name')).toEqual(['É', 'b 10', 'b 2', ''])
    expect(sorted('-year')).toEqual(['', 'b 10', 'b 2', 'É'])
  })

  it('stay as they are for a column that is not there', () => {
    expect(sorted('colour')).toEqual(rows.map(({ name }) => name))
  })
})

describe('a copied table', () => {
  it('is lines of cells between tabs, names of columns first', () => {
    expect(tableText(columns, rows.slice(0, 2))).toBe('Name\tYear\nb 10\t2010\nÉ\t')
  })

  it('keeps a cell a cell, and runs none as a formula', () => {
    const hostile = [
      { name: '=HYPERLINK("x")', year: null },
      { name: 'a\tb\r\nc', year: -5 },
    ]
    expect(tableText(columns, hostile)).toBe('Name\tYear\n\'=HYPERLINK("x")\t\na b c\t-5')
  })
})
