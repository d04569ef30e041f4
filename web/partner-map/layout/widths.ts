import type { Shape } from '../picture/rects.ts'
import type { Network } from '../network.ts'
import { nameTexts, type Measure } from '../picture/wording.ts'

/** Room that each name takes, measured once: a worker has no text to measure. */
export type Widths = Record<string, number>

/** Every text whose width the names of these marks may need, as one table a worker can be given. */
export function widths(network: Network, shape: Shape, measure: Measure): Widths {
  const table: Widths = {}
  const record: Measure = (text, size, weight) =>
    (table[`${text} ${size} ${weight}`] = measure(text, size, weight))
  for (const mark of network.marks) nameTexts(mark, shape, record)
  return table
}

/** Reads a table of widths; an unknown text is guessed from its length. */
export function tableMeasure(table: Widths): Measure {
  return (text, size, weight) => table[`${text} ${size} ${weight}`] ?? text.length * size * 0.55
}
