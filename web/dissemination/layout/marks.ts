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
const taller = 0.55

function radiusOf(entry: Entry): number {
  const { descendants } = entry.member
  if (entry.isGroup || descendants > 5) return 8.5
  return descendants > 1 ? 7 : 5.4
}

type Known = {
  xs: ReadonlyMap<Entry, number>
  times: ReadonlyMap<Entry, Time>
  /** Rows with a second line, that need more height. */
  tall: ReadonlySet<Entry>
}

/** A disc for each row, from top to bottom. */
export function marksOf(
  rows: readonly Entry[],
  { xs, times, tall }: Known,
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
    y += tall.has(entry) ? rowHeight * (1 + taller) : rowHeight
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
  tall: number,
  { isNarrow, height, zoom }: { isNarrow: boolean; height: number; zoom: number },
): Heights {
  const fitting = (height - topEdge * 2) / (rows + tall * taller)
  const comfortable = isNarrow ? narrowRow : Math.min(38, Math.max(24, Math.floor(fitting)))
  const lowest = Math.min(comfortable, Math.max(leastRow, fitting))
  return { rowHeight: Math.max(lowest, comfortable * Math.min(1, zoom)), lowest }
}
