import type { Entry } from './folds.ts'
import { fitted, type Label, type Measure, type Voice } from './labels.ts'
import { onTheLine, placeOn, round, ticksOf, type Scale, type Tick, type Years } from './time.ts'

export type Placed = {
  entry: Entry
  /** The place in the reading order, and the generation. */
  row: number
  depth: number
  x: number
  y: number
  radius: number
  /** Where its date stands: on the line of years, earlier than anything known, or nowhere. */
  when: 'known' | 'earlier' | 'unknown'
  label: Label
  labelX: number
  labelY: number
  /** The label sits on the arm, since there is no room right of the disc. */
  isOnArm: boolean
  voice: Voice
}
/** The way from a parent to a child: a stem down or up from the parent, then an arm along the child's row. */
export type Arm = {
  parent: Placed
  child: Placed
  /** The corner and the arm, which carry the level. */
  path: string
  /** Stem and arm: the whole way. */
  whole: string
  from: number
  until: number
}
export type Stem = { parent: Placed; x: number; top: number; bottom: number }
export type Column = { x: number; width: number }
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
  text: (entry: Entry) => { name: string; place: string; under: string }
  cameFor: string
  /** The years of the whole family, so that folding a branch leaves the others in their place. */
  years: Years | null
  /** Above 1 the years are stretched, below 1 the rows are pressed together; labels keep their size. */
  zoom: number
}

const corner = 12
const topEdge = 8
const leastWritten = 14
const leastRow = 3
const leastOnArm = 24
const pill = 48
const narrowBand = 146
const narrowLabels = 174
const hatchedColumn = 48
const mostUnknownRoom = 320
const earlierColumn = 64

/** Rows to positions: each initiative owns a row, x is its true year. One pass up, one down, no iteration: linear. */
export function disseminationTree(roots: readonly Entry[], options: TreeOptions): Tree {
  const { isNarrow, measure, text } = options
  const stretch = Math.max(1, options.zoom)
  const labelColumn = isNarrow ? narrowLabels + narrowBand * (stretch - 1) : null
  const width = labelColumn ? labelColumn + options.width - narrowLabels : options.width * stretch
  const order = parentsFirst(roots)
  const sizes = branchRows(order)
  const rows = inRows(roots, sizes)
  const times = timesOf(order)
  const texts = new Map(rows.map((entry) => [entry, text(entry)]))
  const reasons = isNarrow ? 0 : [...texts.values()].filter(({ under }) => under).length
  const fitting = (options.height - topEdge * 2) / (rows.length + reasons * 0.55)
  const comfortable = isNarrow ? 38 : Math.min(38, Math.max(24, Math.floor(fitting)))
  // Pressing together stops where everything is in sight.
  const lowest = Math.min(comfortable, Math.max(leastRow, fitting))
  const rowHeight = Math.max(lowest, comfortable * Math.min(1, options.zoom))
  const isWritten = rowHeight >= leastWritten

  const voiceOf = (entry: Entry): Voice =>
    entry.isGroup || entry.hidden > 0 || entry.member.row.replicatedByCount > 0 ? 'parent' : 'child'
  const needs = new Map(
    rows.map((entry) => {
      const { name, place } = texts.get(entry) ?? { name: '', place: '' }
      return [
        entry,
        measure(name, voiceOf(entry)) + (place ? measure(place, 'soft') + 7 : 0) + 20 + pillOf(entry),
      ]
    }),
  )
  const plan = columns(order, times, needs, {
    isNarrow,
    width,
    band: narrowBand * stretch,
    years: options.years,
  })
  const xs = placesInTime(order, times, plan, plan.scale ? (isNarrow ? 9 : 18) : isNarrow ? 30 : 90)

  const placed = new Map<Entry, Placed>()
  let y = topEdge
  rows.forEach((entry, row) => {
    const written = texts.get(entry) ?? { name: '', place: '', under: '' }
    const height = written.under && !isNarrow && isWritten ? rowHeight * 1.55 : rowHeight
    const x = xs.get(entry) ?? 0
    const radius = radiusOf(entry)
    const isCameFor = entry.member.row.id === options.cameFor && !entry.isGroup
    const beside = x + radius + (isCameFor ? 11 : 6)
    const labelX = labelColumn ?? beside
    const voice = voiceOf(entry)
    const room = width - labelX - 10 - pillOf(entry)
    const parentX = entry.parent ? (xs.get(entry.parent) ?? 0) : x
    const onArm = x - radius - 6 - parentX - corner - 6
    const isOnArm =
      !isNarrow &&
      rowHeight >= leastOnArm &&
      measure(written.name, voice) > room &&
      onArm > Math.max(room, 80)
    const words = isNarrow ? { ...written, place: '', under: '' } : written
    const label = fitted(words, isOnArm ? onArm : room, voice, measure)
    const second = isNarrow ? narrowPlace(written.place, room, measure) : ''
    const centre = y + rowHeight / 2
    placed.set(entry, {
      entry,
      row,
      depth: 0,
      x,
      y: centre,
      radius,
      when: times.get(entry)?.when ?? 'unknown',
      label: isNarrow ? { ...label, place: second } : label,
      labelX: isOnArm ? x - radius - 6 - label.width : labelX,
      labelY: isOnArm ? centre - (rowHeight >= 28 ? 8 : 6) : isNarrow && second ? centre - 3 : centre + 4.5,
      isOnArm,
      voice,
    })
    y += height
  })

  const arms: Arm[] = []
  const stems: Stem[] = []
  for (const entry of order) {
    const parent = placed.get(entry)
    if (!parent || entry.children.length === 0) continue
    let top = parent.y
    let bottom = parent.y
    for (const one of entry.children) {
      const child = placed.get(one)
      if (!child) continue
      child.depth = parent.depth + 1
      const arm = armTo(parent, child)
      arms.push(arm)
      top = Math.min(top, arm.turn)
      bottom = Math.max(bottom, arm.turn)
    }
    stems.push({ parent, x: parent.x, top, bottom })
  }
  return {
    width,
    height: y + topEdge,
    rowHeight,
    placed: rows.flatMap((entry) => placed.get(entry) ?? []),
    arms,
    stems,
    ticks: plan.scale ? ticksOf(plan.scale) : [],
    line: plan.scale ? { left: plan.scale.left, right: plan.scale.right } : null,
    earlier: plan.earlier,
    unknown: plan.unknown,
    labelColumn,
    isWritten,
    isWhole: stretch === 1 && rowHeight <= lowest,
  }
}

const pillOf = (entry: Entry) => (entry.hidden > 0 ? pill : 0)

function narrowPlace(place: string, room: number, measure: Measure): string {
  return place ? fitted({ name: place, place: '', under: '' }, room, 'soft', measure).name : ''
}

function parentsFirst(roots: readonly Entry[]): Entry[] {
  const order = [...roots]
  for (let at = 0; at < order.length; at += 1) order.push(...(order[at]?.children ?? []))
  return order
}

function branchRows(order: readonly Entry[]): Map<Entry, number> {
  const sizes = new Map(order.map((entry) => [entry, 1]))
  for (const entry of order.toReversed())
    if (entry.parent) sizes.set(entry.parent, (sizes.get(entry.parent) ?? 1) + (sizes.get(entry) ?? 1))
  return sizes
}

/** The reading order: a branch takes consecutive rows, its parent between its children, half of the rows above. */
function inRows(roots: readonly Entry[], sizes: Map<Entry, number>): Entry[] {
  const rows: Entry[] = []
  const waiting: { entry: Entry; isAlone: boolean }[] = roots
    .toReversed()
    .map((entry) => ({ entry, isAlone: false }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.isAlone || next.entry.children.length === 0) {
      rows.push(next.entry)
      continue
    }
    const { children } = next.entry
    const above = half(children.map((child) => sizes.get(child) ?? 1))
    const after = children.slice(above).toReversed()
    const before = children.slice(0, above).toReversed()
    for (const entry of after) waiting.push({ entry, isAlone: false })
    waiting.push({ entry: next.entry, isAlone: true })
    for (const entry of before) waiting.push({ entry, isAlone: false })
  }
  return rows
}

function half(weights: readonly number[]): number {
  if (weights.length < 2) return 0
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let above = 0
  let best = 1
  let least = Infinity
  for (let count = 1; count < weights.length; count += 1) {
    above += weights[count - 1] ?? 0
    const difference = Math.abs(total - 2 * above)
    if (difference < least) {
      least = difference
      best = count
    }
  }
  return best
}

type Time = { at: number | null; when: Placed['when'] }

/** When each row stands: its date, else just before what came from it, else in a column without years. */
function timesOf(order: readonly Entry[]): Map<Entry, Time> {
  const times = new Map<Entry, Time>()
  const earliest = new Map<Entry, number>()
  const feeds = new Set(order.flatMap((entry) => entry.member.others.map((link) => link.parent)))
  for (const entry of order.toReversed()) {
    const date = entry.member.row.startedOn
    const below = earliest.get(entry)
    const own = onTheLine(date)
    const isWholeYear = date?.length === 4
    // A parent known by its year only comes first in it, so that its children of that year stand after it.
    const startsYear = isWholeYear && below !== undefined && Math.floor(below) === Math.floor(own ?? 0)
    const at = own === null ? null : startsYear ? Math.floor(own) : own
    const isRoot = !entry.parent
    const isEarlier = at === null && isRoot && (entry.children.length > 0 || feeds.has(entry.id))
    times.set(entry, {
      at: at ?? (isEarlier ? null : (below ?? null)),
      when: at !== null ? 'known' : isEarlier ? 'earlier' : 'unknown',
    })
    const reach = at ?? below
    if (entry.parent && reach !== undefined)
      earliest.set(entry.parent, Math.min(reach, earliest.get(entry.parent) ?? Infinity))
  }
  return times
}

type Plan = { scale: Scale | null; earlier: Column | null; unknown: Column | null }

/** Where the years and the columns without years stand; the line of years is as long as the labels leave it. */
function columns(
  order: readonly Entry[],
  times: Map<Entry, Time>,
  needs: Map<Entry, number>,
  { width, isNarrow, band, years }: { width: number; isNarrow: boolean; band: number; years: Years | null },
): Plan {
  const known = order.flatMap((entry) => times.get(entry)?.at ?? [])
  const hasEarlier = order.some((entry) => times.get(entry)?.when === 'earlier')
  const nowhere = order.filter((entry) => {
    const time = times.get(entry)
    return time?.when === 'unknown' && time.at === null
  })
  const earlier = hasEarlier ? { x: 0, width: isNarrow ? 26 : earlierColumn } : null
  const left = (earlier ? earlier.width + 8 : 0) + 10
  const hatched = isNarrow ? 24 : hatchedColumn + 18 * Math.max(0, ownDepth(nowhere) - 1)
  const hasUnknown = nowhere.length > 0
  const longest = nowhere.reduce((most, entry) => Math.max(most, needs.get(entry) ?? 0), 0)
  // Without any date there is no time to draw: the generations stand side by side.
  if (!years || known.length === 0)
    return {
      scale: null,
      earlier: null,
      unknown: { x: 0, width: 48 + (isNarrow ? 30 : 90) * (ownDepth(order) - 1) },
    }

  const { from, until } = years
  let right = isNarrow ? band + 12 : width - 12
  if (hasUnknown)
    right = isNarrow ? right - hatched - 8 : width - hatched - Math.min(mostUnknownRoom, longest)
  if (!isNarrow)
    for (const entry of order) {
      const at = times.get(entry)?.at
      if (at === null || at === undefined || at === from) continue
      const room = ((width - Math.min(340, needs.get(entry) ?? 0) - left) / (at - from)) * (until - from)
      right = Math.min(right, left + Math.max(room, (width - left) * 0.5))
    }
  const unknown = hasUnknown ? { x: right + 8, width: hatched } : null
  return { scale: { from, until, left, right }, earlier, unknown }
}

function ownDepth(entries: readonly Entry[]): number {
  const depths = new Map<Entry, number>()
  let deepest = 0
  for (const entry of entries) {
    const depth = 1 + (entry.parent ? (depths.get(entry.parent) ?? 0) : 0)
    depths.set(entry, depth)
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

function placesInTime(
  order: readonly Entry[],
  times: Map<Entry, Time>,
  { scale, earlier, unknown }: Plan,
  step: number,
): Map<Entry, number> {
  const xs = new Map<Entry, number>()
  for (const entry of order) {
    const time = times.get(entry) ?? { at: null, when: 'unknown' }
    const parentX = entry.parent ? (xs.get(entry.parent) ?? 0) : -Infinity
    let x = unknown ? unknown.x + Math.min(24, unknown.width / 2) : 12
    if (time.when === 'earlier' && earlier) x = earlier.width / 2
    else if (time.at !== null && scale) x = placeOn(scale, time.at) - (time.when === 'unknown' ? step : 0)
    xs.set(entry, round(Math.max(x, parentX + step)))
  }
  return xs
}

export function radiusOf(entry: Entry): number {
  const { descendants } = entry.member
  if (entry.isGroup || descendants > 5) return 8.5
  return descendants > 1 ? 7 : 5.4
}

function armTo(parent: Placed, child: Placed): Arm & { turn: number } {
  const down = child.y >= parent.y ? 1 : -1
  const end = child.x - child.radius
  const radius = Math.max(0, Math.min(corner, (end - parent.x) * 0.7, Math.abs(child.y - parent.y) / 2))
  const turn = child.y - down * radius
  const bend = `Q${round(parent.x)},${round(child.y)} ${round(parent.x + radius)},${round(child.y)}H${round(end)}`
  return {
    parent,
    child,
    path: `M${round(parent.x)},${round(turn)}${bend}`,
    whole: `M${round(parent.x)},${round(parent.y)}V${round(turn)}${bend}`,
    from: parent.x + radius,
    until: end,
    turn,
  }
}
