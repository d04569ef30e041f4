import type { Time, When } from './columns.ts'
import type { Entry } from '../folds.ts'

/** Where a row stands in the drawing. */
export type Placed = {
  entry: Entry
  /** The place from top to bottom, and the generation. */
  row: number
  depth: number
  x: number
  y: number
  radius: number
  when: When
  /** Where its arm comes from; its own x for whoever came from nobody. */
  parentX: number
}

/** The radius of the corner between a stem and an arm. */
export const corner = 12
/** How much higher a row is for each line more. */
const lineMore = { wide: 0.55, narrow: 0.36 }
const tallest = 56

/** The radius of its disc where rows are not pressed together. */
export function radiusOf(entry: Entry): number {
  const { descendants } = entry.member
  if (entry.isGroup || descendants > 5) return 8.5
  return descendants > 1 ? 7 : 5.4
}

type Known = {
  xs: ReadonlyMap<Entry, number>
  times: ReadonlyMap<Entry, Time>
  /** How many lines more some rows have, that need more height. */
  more: ReadonlyMap<Entry, number>
  isNarrow: boolean
}

/** A disc for each row, from top to bottom. */
export function marksOf(
  rows: readonly Entry[],
  { xs, times, more, isNarrow }: Known,
  rowHeight: number,
  top: number,
): { placed: Map<Entry, Placed>; bottom: number } {
  const placed = new Map<Entry, Placed>()
  let y = top
  rows.forEach((entry, row) => {
    const x = xs.get(entry) ?? 0
    placed.set(entry, {
      entry,
      row,
      depth: 0,
      x,
      y: y + rowHeight / 2,
      radius: Math.min(radiusOf(entry), Math.max(1.6, rowHeight * 0.45)),
      when: times.get(entry)?.when ?? 'unknown',
      parentX: entry.parent ? (xs.get(entry.parent) ?? 0) : x,
    })
    y += rowHeight * (1 + (more.get(entry) ?? 0) * lineMore[isNarrow ? 'narrow' : 'wide'])
  })
  return { placed, bottom: y }
}

const topEdge = 8
const leastRow = 3
// As high as a finger needs.
const narrowRow = 44

export type Heights = { rowHeight: number; lowest: number }

/** How high a row is: comfortable, or pressed together as asked, until everything is in sight. */
export function heightOf(
  rows: number,
  more: number,
  { isNarrow, height, zoom }: { isNarrow: boolean; height: number; zoom: number },
): Heights {
  const fitting = (height - topEdge * 2) / (rows + more * lineMore[isNarrow ? 'narrow' : 'wide'])
  const comfortable = isNarrow ? narrowRow : Math.min(tallest, Math.max(24, Math.floor(fitting)))
  const lowest = Math.min(comfortable, Math.max(leastRow, fitting))
  return { rowHeight: Math.max(lowest, comfortable * Math.min(1, zoom)), lowest }
}
