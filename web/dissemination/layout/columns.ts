import {
  drawnBefore,
  gapWidth,
  onTheLine,
  placeOn,
  round,
  type Scale,
  type Years,
} from '../../drawing/yearLine.ts'
import type { Entry } from '../folds.ts'

/** Where a date stands: on the line of years, earlier than anything known, or nowhere. */
export type When = 'known' | 'earlier' | 'unknown'
export type Time = { at: number | null; when: When }
export type Column = { x: number; width: number }
export type Plan = { scale: Scale | null; earlier: Column | null; unknown: Column | null }

const hatchedColumn = 48
const mostUnknownRoom = 320
const earlierColumn = 64
const longestNeed = 420
// A ring around the first disc stays inside.
const edge = 16

/** When each row stands: its date, else just before what came from it, else in a column without years. */
export function timesOf(order: readonly Entry[]): Map<Entry, Time> {
  const times = new Map<Entry, Time>()
  const earliest = new Map<Entry, number>()
  const feeds = new Set<string>()
  for (const { member } of order) for (const link of member.others) feeds.add(link.parent)
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const entry = order[place]
    if (!entry) continue
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

/** How wide the words of a row are when nothing is cut, and no more than that without measuring. */
export type Needs = { atMost: (entry: Entry) => number; whole: (entry: Entry) => number }
type Room = {
  width: number
  isNarrow: boolean
  band: number
  years: Years | null
  gaps: readonly Years[]
}

/** Where the years and the columns without years stand; the line of years is as long as the labels leave it. */
export function columns(
  order: readonly Entry[],
  times: ReadonlyMap<Entry, Time>,
  needs: Needs,
  { width, isNarrow, band, years, gaps }: Room,
): Plan {
  const isDated = order.some((entry) => typeof times.get(entry)?.at === 'number')
  const hasEarlier = order.some((entry) => times.get(entry)?.when === 'earlier')
  const nowhere = order.filter((entry) => {
    const time = times.get(entry)
    return time?.when === 'unknown' && time.at === null
  })
  const earlier = hasEarlier ? { x: 0, width: isNarrow ? 26 : earlierColumn } : null
  const left = (earlier ? earlier.width + 8 : 0) + edge
  const hatched = isNarrow ? 24 : hatchedColumn + 18 * Math.max(0, ownDepth(nowhere) - 1)
  // Without any date there is no time to draw: the generations stand side by side.
  if (!years || !isDated)
    return {
      scale: null,
      earlier: null,
      unknown: { x: 0, width: 48 + (isNarrow ? 30 : 90) * (ownDepth(order) - 1) },
    }

  let right = isNarrow ? band + 12 : width - 12
  if (nowhere.length > 0)
    right = isNarrow ? right - hatched - 8 : width - hatched - longestOf(nowhere, needs, mostUnknownRoom)
  const scale = { ...years, left, right, gaps }
  if (!isNarrow) scale.right = rightmost(order, times, needs, scale, width)
  const unknown = nowhere.length > 0 ? { x: scale.right + 8, width: hatched } : null
  return { scale, earlier, unknown }
}

/** The longest need of some rows, up to a bound; only what could be the longest is measured. */
function longestOf(entries: readonly Entry[], needs: Needs, most: number): number {
  let longest = 0
  for (const entry of entries) {
    if (longest >= most) return most
    if (needs.atMost(entry) > longest) longest = Math.max(longest, needs.whole(entry))
  }
  return Math.min(most, longest)
}

/** How far right the years may reach while each row has room for its words, if they are not too long. */
function rightmost(
  order: readonly Entry[],
  times: ReadonlyMap<Entry, Time>,
  needs: Needs,
  scale: Scale,
  width: number,
): number {
  const { left } = scale
  const all = drawnBefore(scale, scale.until)
  const gaps = all.behind * gapWidth
  const least = left + (width - left) * 0.5
  let right = scale.right
  for (const entry of order) {
    const at = times.get(entry)?.at
    if (at === null || at === undefined) continue
    const here = drawnBefore(scale, at)
    if (here.years <= 0) continue
    const reach = (need: number) => {
      const room = width - Math.min(longestNeed, need) - left - here.behind * gapWidth
      return Math.max(least, left + gaps + (room / here.years) * all.years)
    }
    if (reach(needs.atMost(entry)) < right) right = Math.min(right, reach(needs.whole(entry)))
  }
  return right
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

/** The x of each row: its time, and always right of its parent. */
export function placesInTime(
  order: readonly Entry[],
  times: ReadonlyMap<Entry, Time>,
  { scale, earlier, unknown }: Plan,
  isNarrow: boolean,
): Map<Entry, number> {
  const step = scale ? (isNarrow ? 9 : 18) : isNarrow ? 30 : 90
  const xs = new Map<Entry, number>()
  for (const entry of order) {
    const time = times.get(entry) ?? { at: null, when: 'unknown' }
    const parentX = entry.parent ? (xs.get(entry.parent) ?? 0) : -Infinity
    let x = unknown ? unknown.x + Math.min(24, unknown.width / 2) : edge
    if (time.when === 'earlier' && earlier) x = earlier.width / 2
    else if (time.at !== null && scale) x = placeOn(scale, time.at) - (time.when === 'unknown' ? step : 0)
    xs.set(entry, round(Math.max(x, parentX + step)))
  }
  return xs
}
