import type { Column } from './column.ts'

/** `name` or `-name`: by which column rows are sorted, and whether from the last to the first. */
export type Order = { key: string; direction: 1 | -1 }

export const orderOf = (text: string): Order =>
  text.startsWith('-') ? { key: text.slice(1), direction: -1 } : { key: text, direction: 1 }

/** The rows in the order of a column; what is unknown comes last, whichever way the rest is turned. */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { key, direction }: Order,
  compare: (a: string, b: string) => number,
): Row[] {
  const column = columns.find((one) => one.key === key)
  if (!column) return [...rows]
  const value = column.sort ?? column.text
  const values = rows.map(value)
  // Comparing texts as people sort them is slow: each distinct one is compared once, rows by its place.
  const texts = [...new Set(values.filter((one) => typeof one === 'string'))].sort(compare)
  const places = new Map(texts.map((text, place) => [text, place]))
  const rank = (one: string | number | null) =>
    one === null || one === '' ? null : typeof one === 'number' ? one : (places.get(one) ?? null)
  return rows
    .map((row, at) => ({ row, rank: rank(values[at] ?? null) }))
    .sort((a, b) => {
      if (a.rank === null || b.rank === null) return Number(a.rank === null) - Number(b.rank === null)
      return (a.rank - b.rank) * direction
    })
    .map(({ row }) => row)
}
