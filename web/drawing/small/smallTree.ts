import { inRows, parentsFirst } from '../order.ts'
import {
  breaksOf,
  emptyYears,
  onTheLine,
  placeOn,
  round,
  yearsOf,
  type Break,
  type Scale,
} from '../yearLine.ts'
import { foldedKin, kinOf, type Kin, type KinRow } from './kin.ts'

/** Where a row of a small tree stands, in pixels. */
export type Spot = { kin: Kin; x: number; y: number; r: number; isDated: boolean }
export type SmallTree = {
  width: number
  height: number
  /** From top to bottom. */
  spots: Spot[]
  roots: Kin[]
  scale: Scale | null
  breaks: Break[]
  /** How many initiatives it stands for, drawn or counted. */
  count: number
}

const mostRows = 200
const leastRow = 2.4
const tallestRow = 18
const edge = 12
/** Under the rows: a hairline and the first and last years. */
export const yearsHeight = 20
const topEdge = 8

/**
 * A family as a small tree of that width, at most that high: each row at its true year, always right of its parent; who
 * has no year stands before its first child, or in a column after the last year. Linear in rows and links.
 */
export function smallTree(
  rows: readonly KinRow[],
  { width, height, kept }: { width: number; height: number; kept?: string },
): SmallTree {
  const free = height - topEdge * 2 - yearsHeight
  const roots = foldedKin(kinOf(rows), Math.min(mostRows, Math.floor(free / leastRow)), kept)
  const order = inRows(roots)
  const rowHeight = Math.min(tallestRow, free / Math.max(1, order.length))
  const dates = rows.map(({ startedOn }) => startedOn)
  const years = yearsOf(dates)
  const times = timesOf(roots)
  const hasUndated = order.some((kin) => times.get(kin) === null)
  const right = width - edge - (hasUndated && years ? undatedWidth : 0)
  const scale = years && { ...years, left: edge, right, gaps: emptyYears(dates) }
  const xs = placesOf(roots, times, scale, width)
  const spots = order.map((kin, row): Spot => ({
    kin,
    x: xs.get(kin) ?? edge,
    y: round(topEdge + rowHeight * (row + 0.5)),
    r: radiusOf(kin, rowHeight),
    isDated: kin.row.startedOn !== null,
  }))
  return {
    width,
    height: round(topEdge * 2 + rowHeight * order.length + (scale ? yearsHeight : 0)),
    spots,
    roots,
    scale,
    breaks: scale ? breaksOf(scale) : [],
    count: rows.length,
  }
}

const undatedWidth = 36
const step = 7

function radiusOf({ count, hidden }: Kin, rowHeight: number): number {
  const one = Math.min(4.5, Math.max(1.6, rowHeight * 0.36))
  const many = count + hidden
  return many > 1 ? round(Math.min(9, one * (1 + Math.log2(many) / 3))) : round(one)
}

/** The time of each row on the line of years; the earliest below it when it has none of its own, null without that. */
function timesOf(roots: readonly Kin[]): Map<Kin, number | null> {
  const times = new Map<Kin, number | null>()
  const earliest = new Map<Kin, number>()
  for (const kin of parentsFirst(roots).toReversed()) {
    const date = kin.row.startedOn
    const below = earliest.get(kin) ?? null
    const own = onTheLine(date)
    // Known by its year only, it may have begun before its first child of that year.
    const isBefore = date?.length === 4 && below !== null && Math.floor(below) === Math.floor(own ?? 0)
    const time = isBefore ? Math.floor(below) : (own ?? below)
    times.set(kin, time)
    if (kin.parent && time !== null)
      earliest.set(kin.parent, Math.min(time, earliest.get(kin.parent) ?? Infinity))
  }
  return times
}

function placesOf(
  roots: readonly Kin[],
  times: ReadonlyMap<Kin, number | null>,
  scale: Scale | null,
  width: number,
): Map<Kin, number> {
  const order = parentsFirst(roots)
  const xs = new Map<Kin, number>()
  const generations = scale ? 0 : depthOf(order)
  const apart = scale ? step : Math.min(60, (width - edge * 2) / Math.max(1, generations))
  for (const kin of order) {
    const time = times.get(kin) ?? null
    const after = kin.parent ? (xs.get(kin.parent) ?? 0) + apart : edge
    const undated = scale ? Math.min(scale.right + undatedWidth / 2, width - edge) : edge
    const there =
      time === null || !scale ? undated : placeOn(scale, time) - (kin.row.startedOn ? 0 : step * 2)
    xs.set(kin, round(Math.max(there, after)))
  }
  return xs
}

function depthOf(order: readonly Kin[]): number {
  const depths = new Map<Kin, number>()
  for (const kin of order) depths.set(kin, kin.parent ? (depths.get(kin.parent) ?? 0) + 1 : 0)
  return Math.max(0, ...depths.values())
}
