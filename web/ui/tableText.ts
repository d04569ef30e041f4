import type { Column } from './column.ts'

const mark = /[\t\r\n]+/g
// What a spreadsheet would run instead of showing.
const formula = /^[=+\-@\t\r]/

/** Rows as one pastes them into a spreadsheet: columns between tabs, their names first. */
export function tableText<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cell = (text: string) => {
    const plain = text.replace(mark, ' ')
    return formula.test(plain) && Number.isNaN(Number(plain)) ? `'${plain}` : plain
  }
  const lines = rows.map((row) => columns.map(({ text }) => cell(text(row))).join('\t'))
  return [columns.map(({ label }) => cell(label)).join('\t'), ...lines].join('\n')
}
