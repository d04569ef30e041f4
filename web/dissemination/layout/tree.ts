import { armsOf, type Arm, type Stem } from './arms.ts'
import { columns, placesInTime, timesOf, type Column } from './columns.ts'
import { isOver } from '../family.ts'
import type { Entry } from '../folds.ts'
import { letteringOf, linesMore, needAtMost, needOf, type Lettering, type Page } from './lettering.ts'
import { heightOf, marksOf, radiusOf, type Placed } from './marks.ts'
import { areFew, mostArcs } from './parts.ts'
import { breaksOf, placeOn, ticksOf, type Break, type Tick, type Years } from '../../drawing/yearLine.ts'
import { inRows, parentsFirst } from '../../drawing/order.ts'

export type { Placed }
export type Tree = {
  width: number
  height: number
  rowHeight: number
  /** From top to bottom. */
  placed: Placed[]
  /** The arm that leads to each of `placed`; none to whoever came from nobody. */
  arms: (Arm | undefined)[]
  stems: Stem[]
  ticks: Tick[]
  breaks: Break[]
  line: { left: number; right: number } | null
  earlier: Column | null
  unknown: Column | null
  /** Where the column of labels begins, on narrow screens. */
  labelColumn: number | null
  /** False when the rows are too low for words. */
  isWritten: boolean
  /** True when nothing more comes in sight by pressing together. */
  isWhole: boolean
  /** The words of a row; they are measured when somebody first looks at them. */
  lettering: (one: Placed) => Lettering
  /** The x of a time in years; null where no year is known. */
  placeOf: (time: number) => number | null
}
export type TreeOptions = Pick<Page, 'measure' | 'text' | 'cameFor'> & {
  width: number
  /** The height that is free for the rows. */
  height: number
  isNarrow: boolean
  /** The years of the whole family, so that folding a branch leaves the others in their place. */
  years: Years | null
  /** Years that the axis leaves out, with a mark. */
  gaps: readonly Years[]
  /** Above 1 the years are stretched, below 1 the rows are pressed together; labels keep their size. */
  zoom: number
}

const topEdge = 8
const leastWritten = 14
const narrowBand = 146
const narrowLabels = 174

/** Rows to positions: each initiative owns a row, x is its true year. One pass up, one down, no iteration: linear. */
export function disseminationTree(roots: readonly Entry[], options: TreeOptions): Tree {
  const { isNarrow, measure, text, cameFor, years, gaps } = options
  const stretch = Math.max(1, options.zoom)
  const labelColumn = isNarrow ? narrowLabels + narrowBand * (stretch - 1) : null
  const width = labelColumn ? labelColumn + options.width - narrowLabels : options.width * stretch
  const order = parentsFirst(roots)
  const rows = inRows(roots, otherPairs(order))
  const times = timesOf(order)
  const needs = { atMost: needAtMost, whole: (entry: Entry) => needOf(entry, { text, measure }) }
  const plan = columns(order, times, needs, { isNarrow, width, band: narrowBand * stretch, years, gaps })
  const xs = placesInTime(order, times, plan, isNarrow)
  const words = { width, labelColumn, cameFor, measure, text }
  // Where rows are pressed together, or very many, each has one line.
  const loose: Page = { ...words, rowHeight: Infinity, hasLines: options.zoom >= 1 && areFew(rows.length) }
  const more = new Map<Entry, number>()
  for (const entry of rows) {
    const x = xs.get(entry) ?? 0
    const parentX = entry.parent ? (xs.get(entry.parent) ?? 0) : x
    // How it ended is written under the name of whoever did.
    const hasEnd = !isNarrow && !entry.isGroup && isOver(entry.member.row)
    const lines = hasEnd ? 1 : linesMore({ entry, x, parentX, radius: radiusOf(entry) }, loose)
    if (lines > 0) more.set(entry, lines)
  }
  const linesOfAll = [...more.values()].reduce((sum, lines) => sum + lines, 0)
  const { rowHeight, lowest } = heightOf(rows.length, linesOfAll, options)
  const isWritten = rowHeight >= leastWritten
  const known = { xs, times, more: isWritten ? more : new Map<Entry, number>(), isNarrow }
  const { placed, bottom } = marksOf(rows, known, rowHeight, topEdge)
  const { scale } = plan
  const page = { ...loose, rowHeight }
  const written = new Map<Placed, Lettering>()
  return {
    width,
    height: bottom + topEdge,
    rowHeight,
    placed: [...placed.values()],
    ...armsOf(order, placed),
    ticks: scale ? ticksOf(scale) : [],
    breaks: scale ? breaksOf(scale) : [],
    line: scale ? { left: scale.left, right: scale.right } : null,
    earlier: plan.earlier,
    unknown: plan.unknown,
    labelColumn,
    isWritten,
    isWhole: stretch === 1 && rowHeight <= lowest,
    lettering(one) {
      const before = written.get(one)
      if (before) return before
      const letters = letteringOf(one, page)
      written.set(one, letters)
      return letters
    },
    placeOf: (time) => (scale ? placeOn(scale, time) : null),
  }
}

/** Rows and their other parents, which arcs will join where they are not too many. */
function otherPairs(order: readonly Entry[]): [Entry, Entry][] {
  const children = order.filter(({ isGroup, member }) => !isGroup && member.others.length > 0)
  if (children.length === 0) return []
  const byId = new Map(order.map((entry) => [entry.id, entry]))
  const pairs = children.flatMap((child) =>
    child.member.others.flatMap((link): [Entry, Entry][] => {
      const parent = byId.get(link.parent)
      return parent ? [[parent, child]] : []
    }),
  )
  return pairs.length > mostArcs ? [] : pairs
}
