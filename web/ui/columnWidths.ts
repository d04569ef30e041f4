import type { Column } from './column.ts'

/** How wide a column wants to be, and how narrow it may become before a word of its head breaks; in rem. */
export type Width = { wanted: number; least: number }

const letter = 0.4625
const bold = 0.525
const longest = 36
const fewest = 10

/** What columns want, by their heads and the first hundred rows. */
export function columnWidths<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Width[] {
  const first = rows.slice(0, 100)
  return columns.map(({ label, text, isNumber }) => {
    const letters = Math.max(
      label.length + (isNumber ? 5 : 3),
      ...first.map((row) => Math.min(longest, text(row).length)),
    )
    const word = Math.max(...label.split(/\s/).map(({ length }) => length))
    const wanted = 1.5 + letter * letters
    return { wanted, least: Math.min(wanted, 1 + Math.max(bold * word, letter * Math.min(letters, fewest))) }
  })
}

export const sumOf = (widths: readonly Width[], key: keyof Width): number =>
  widths.reduce((sum, width) => sum + width[key], 0)

/** The width of each where they have less room than they want, in the unit of `room`: each gives of what it can spare. */
export function sharedWidths(widths: readonly Width[], room: number): number[] {
  const least = sumOf(widths, 'least')
  const spare = sumOf(widths, 'wanted') - least
  const share = spare > 0 ? Math.min(1, Math.max(0, (room - least) / spare)) : 1
  return widths.map((width) => width.least + (width.wanted - width.least) * share)
}
