import { armsOf, type Arm, type Stem } from './arms.ts'
import { columns, placesInTime, timesOf, type Column } from './columns.ts'
import type { Entry } from './folds.ts'
import type { Measure, Text } from './labels.ts'
import { marksOf, needOf, type Placed } from './marks.ts'
import { inRows, parentsFirst } from './order.ts'
import { ticksOf, type Tick, type Years } from './time.ts'

export type { Placed }
export type Tree = {
  width: number
  height: number
  rowHeight: number
  placed: Placed[]
  arms: Arm[]
  stems: Stem[]
  ticks: Tick[]
  line: { left: number; right: number } | null
  earlier: Column | null
  unknown: Column | null
  /** Where the column of labels begins, on narrow screens. */
  labelColumn: number | null
  /** False when the rows are too low for words. */
  isWritten: boolean
  /** True when nothing more comes in sight by pressing together. */
  isWhole: boolean
}
export type TreeOptions = {
  width: number
  /** The height that is free for the rows. */
  height: number
  isNarrow: boolean
  measure: Measure
  /** What is written beside a row, and under it. */
  text: (entry: Entry) => Text
  cameFor: string
  /** The years of the whole family, so that folding a branch leaves the others in their place. */
  years: Years | null
  /** Above 1 the years are stretched, below 1 the rows are pressed together; labels keep their size. */
  zoom: number
}

const topEdge = 8
const leastWritten = 14
const leastRow = 3
const narrowBand = 146
const narrowLabels = 174

/** Rows to positions: each initiative owns a row, x is its true year. One pass up, one down, no iteration: linear. */
export function disseminationTree(roots: readonly Entry[], options: TreeOptions): Tree {
  const { isNarrow, measure, cameFor, years } = options
  const stretch = Math.max(1, options.zoom)
  const labelColumn = isNarrow ? narrowLabels + narrowBand * (stretch - 1) : null
  const width = labelColumn ? labelColumn + options.width - narrowLabels : options.width * stretch
  const order = parentsFirst(roots)
  const rows = inRows(roots)
  const texts = new Map(rows.map((entry) => [entry, options.text(entry)]))
  const { rowHeight, lowest } = heightOf(texts, options)
  const isWritten = rowHeight >= leastWritten

  const times = timesOf(order)
  const needs = new Map([...texts].map(([entry, text]) => [entry, needOf(entry, text, measure)]))
  const plan = columns(order, times, needs, { isNarrow, width, band: narrowBand * stretch, years })
  const xs = placesInTime(order, times, plan, isNarrow)
  const page = { width, rowHeight, isNarrow, isWritten, labelColumn, cameFor, measure }
  const { placed, bottom } = marksOf(rows, { xs, times, texts }, page, topEdge)
  return {
    width,
    height: bottom + topEdge,
    rowHeight,
    placed: [...placed.values()],
    ...armsOf(order, placed),
    ticks: plan.scale ? ticksOf(plan.scale) : [],
    line: plan.scale ? { left: plan.scale.left, right: plan.scale.right } : null,
    earlier: plan.earlier,
    unknown: plan.unknown,
    labelColumn,
    isWritten,
    isWhole: stretch === 1 && rowHeight <= lowest,
  }
}

/** How high a row is: comfortable, or pressed together as asked, until everything is in sight. */
function heightOf(
  texts: ReadonlyMap<Entry, Text>,
  { isNarrow, height, zoom }: TreeOptions,
): { rowHeight: number; lowest: number } {
  const reasons = isNarrow ? 0 : [...texts.values()].filter(({ under }) => under).length
  const fitting = (height - topEdge * 2) / (texts.size + reasons * 0.55)
  const comfortable = isNarrow ? 38 : Math.min(38, Math.max(24, Math.floor(fitting)))
  const lowest = Math.min(comfortable, Math.max(leastRow, fitting))
  return { rowHeight: Math.max(lowest, comfortable * Math.min(1, zoom)), lowest }
}
