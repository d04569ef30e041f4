import type { Point } from './frames.ts'
import { distance, onGround, type Ground } from './ground.ts'
import type { Flows, PlaceRow, ReplicationRow } from './query.ts'

/** One place with the initiatives that act there; `isVague` when only what it lies in is known. */
export type Spot = {
  code: string
  name: string
  at: Point
  ids: readonly string[]
  isVague: boolean
  /** Outside of what was asked for: the other end of a replication. */
  isElsewhere: boolean
  country: string | null
}

/** True when what has these dates may hold on a date; each partial date stands for its whole span, an unknown one for any. */
export function mayHold(since: string | null, until: string | null, on: string | null): boolean {
  if (on === null) return true
  return (since === null || since < `${on}~`) && (until === null || until >= on || on.startsWith(until))
}

/** The places that may be so on a date. */
export const placesOn = (places: readonly PlaceRow[], on: string | null): PlaceRow[] =>
  places.filter(
    ({ since, until, startedOn, endedOn }) => mayHold(since, until, on) && mayHold(startedOn, endedOn, on),
  )

/** The places of initiatives as points of the map, those of one territory together; `unplaced` lie nowhere on it. */
export function spotsOf(ground: Ground, rows: readonly PlaceRow[]): { spots: Spot[]; unplaced: string[] } {
  const spots = new Map<string, Spot & { ids: string[] }>()
  const unplaced = new Set<string>()
  for (const row of rows) {
    const known = spots.get(row.territory)
    if (known) {
      if (!known.ids.includes(row.id)) known.ids.push(row.id)
      known.isElsewhere &&= row.isElsewhere
      continue
    }
    const found = whereIs(ground, row, rows)
    if (!found) {
      if (!row.isElsewhere) unplaced.add(row.id)
    } else
      spots.set(row.territory, {
        code: row.territory,
        name: row.territoryName,
        ids: [row.id],
        isElsewhere: row.isElsewhere,
        country: row.country,
        ...found,
      })
  }
  return { spots: [...spots.values()], unplaced: [...unplaced] }
}

function whereIs(
  ground: Ground,
  row: PlaceRow,
  rows: readonly PlaceRow[],
): Pick<Spot, 'at' | 'isVague'> | null {
  const plot = [row.territory, row.department, row.region, row.country].flatMap((code) => {
    const one = code === null ? undefined : ground.byCode.get(code)
    return one ? [one] : []
  })[0]
  const { longitude, latitude } = row
  if (longitude !== null && latitude !== null)
    return { at: onGround(ground, longitude, latitude, plot?.frame), isVague: false }
  if (plot && plot.code !== row.country) return { at: plot.at, isVague: true }
  // What has no contour lies amid the places known in it.
  const inIt = rows.filter((one) => one.region === row.territory && one.longitude !== null)
  if (inIt.length > 0) {
    const mean = (values: readonly (number | null)[]) =>
      values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length
    const east = mean(inIt.map((one) => one.longitude))
    return { at: onGround(ground, east, mean(inIt.map((one) => one.latitude)), plot?.frame), isVague: true }
  }
  return plot ? { at: plot.at, isVague: true } : null
}

/** Where a country that lies beyond the map is named on its rim, and which of its initiatives are linked to what is shown. */
export type Gate = { code: string; at: Point; ids: readonly string[] }

/** The spots that lie beyond the frame become one gate a country, on the rim of the map towards where they lie. */
export function gatesOf(ground: Ground, spots: readonly Spot[], home: string, apart: number): Gate[] {
  const [main] = ground.pieces
  if (!main) return []
  const pad = main.y * 0.6
  const rim = {
    left: main.x - pad,
    top: main.y - pad,
    right: main.x + main.frame.width + pad,
    bottom: main.y + main.frame.height + pad,
  }
  const centre = { x: (rim.left + rim.right) / 2, y: (rim.top + rim.bottom) / 2 }
  const byCountry = new Map<string, Spot[]>()
  for (const spot of spots) {
    if (spot.country === null || spot.country === home) continue
    const own = byCountry.get(spot.country)
    if (own) own.push(spot)
    else byCountry.set(spot.country, [spot])
  }
  const wanted = [...byCountry].map(([code, own]) => {
    const way = {
      x: own.reduce((sum, { at }) => sum + at.x, 0) / own.length - centre.x,
      y: own.reduce((sum, { at }) => sum + at.y, 0) / own.length - centre.y,
    }
    const reach = Math.min(
      (rim.right - rim.left) / 2 / Math.max(1e-6, Math.abs(way.x)),
      (rim.bottom - rim.top) / 2 / Math.max(1e-6, Math.abs(way.y)),
    )
    const at = { x: centre.x + way.x * reach, y: centre.y + way.y * reach }
    return { code, along: alongRim(rim, at), ids: [...new Set(own.flatMap(({ ids }) => ids))] }
  })
  const round = 2 * ((rim.right - rim.left) * flat + rim.bottom - rim.top)
  const inOrder = wanted.toSorted((one, other) => one.along - other.along)
  const places = spread(
    inOrder.map(({ along }) => along),
    round,
    apart,
  )
  return inOrder.map(({ code, ids }, place) => ({ code, ids, at: onRim(rim, places[place] ?? 0) }))
}

/** Places on a ring in their order, moved as little as keeps them apart: those that push each other share the way. */
function spread(places: readonly number[], round: number, wish: number): number[] {
  const apart = Math.min(wish, round / Math.max(1, places.length))
  const gapBefore = (place: number) =>
    ((((places[place] ?? 0) - (places.at(place - 1) ?? 0)) % round) + round) % round || round
  // Unrolled where the ring is emptiest.
  const first = places.reduce(
    (widest, _, place) => (gapBefore(place) > gapBefore(widest) ? place : widest),
    0,
  )
  const groups: { sum: number; count: number }[] = []
  places.forEach((_, turn) => {
    const at = (first + turn) % places.length
    const along = (places[at] ?? 0) + (at < first ? round : 0)
    let group = { sum: along - turn * apart, count: 1 }
    for (
      let last = groups.at(-1);
      last && last.sum / last.count > group.sum / group.count;
      last = groups.at(-1)
    ) {
      groups.pop()
      group = { sum: group.sum + last.sum, count: group.count + last.count }
    }
    groups.push(group)
  })
  const moved = groups.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
  return places.map((_, at) => {
    const turn = (at - first + places.length) % places.length
    return ((((moved[turn] ?? 0) + turn * apart) % round) + round) % round
  })
}

// Names are about four times as wide as high: side by side they need as much more room as above each other.
const flat = 0.25

type Rim = { left: number; top: number; right: number; bottom: number }

/** How far along a rim a point of it is, clockwise from its upper left corner. */
function alongRim({ left, top, right, bottom }: Rim, { x, y }: Point): number {
  const [wide, high] = [(right - left) * flat, bottom - top]
  if (Math.abs(y - top) < 1e-6) return (x - left) * flat
  if (Math.abs(x - right) < 1e-6) return wide + y - top
  return Math.abs(y - bottom) < 1e-6 ? wide + high + (right - x) * flat : 2 * wide + high + bottom - y
}

function onRim({ left, top, right, bottom }: Rim, along: number): Point {
  const [wide, high] = [(right - left) * flat, bottom - top]
  if (along <= wide) return { x: left + along / flat, y: top }
  if (along <= wide + high) return { x: right, y: top + along - wide }
  if (along <= 2 * wide + high) return { x: right - (along - wide - high) / flat, y: bottom }
  return { x: left, y: bottom - (along - 2 * wide - high) }
}

/** Replications from one place to another at one level, and how many they are. */
export type Flow = { from: string; to: string; level: ReplicationRow['level']; ids: readonly string[] }

/** The replications that may be so on a date, by where their ends act; within one place nothing is drawn. */
export function flowsOn(
  { places, replications }: Pick<Flows, 'places' | 'replications'>,
  on: string | null,
  codeOf: (place: PlaceRow) => string,
): Flow[] {
  const firstPlaces = (rows: readonly PlaceRow[]) => {
    const first = new Map<string, PlaceRow>()
    for (const row of rows) {
      const before = first.get(row.id)
      if (!before || (before.isElsewhere && !row.isElsewhere)) first.set(row.id, row)
    }
    return first
  }
  const here = firstPlaces(placesOn(places, on))
  // What ended since had been taken up all the same.
  const begun = firstPlaces(places.filter(({ startedOn }) => mayHold(startedOn, null, on)))
  const flows = new Map<string, Flow & { ids: string[] }>()
  for (const { id, child, parent, level, since } of replications) {
    const [end, start] = [here.get(child), here.get(parent) ?? begun.get(parent)]
    if (!end || !start || !mayHold(since, null, on)) continue
    const [from, to] = [codeOf(start), codeOf(end)]
    if (from === to) continue
    const key = `${level} ${from} ${to}`
    const known = flows.get(key)
    if (known) known.ids.push(id)
    else flows.set(key, { from, to, level, ids: [id] })
  }
  return [...flows.values()]
}

/** Spots as discs of the window, those that would lie over each other as one; largest first. */
export type Disc = { at: Point; r: number; spots: readonly Spot[]; count: number }

/** `k` pixels a map unit; `most` is the largest radius. */
export function discsOf(spots: readonly Spot[], k: number, most: number): Disc[] {
  const discs: (Disc & { spots: Spot[] })[] = []
  const inOrder = spots.toSorted((a, b) => b.ids.length - a.ids.length || a.code.localeCompare(b.code))
  for (const spot of inOrder) {
    const at = { x: spot.at.x * k, y: spot.at.y * k }
    const r = radius(spot.ids.length, most)
    const near = discs.find((disc) => distance(disc.at, at) < (disc.r + r) * 0.85)
    if (near) {
      near.spots.push(spot)
      near.count += spot.ids.length
      near.r = radius(near.count, most)
    } else discs.push({ at, r, spots: [spot], count: spot.ids.length })
  }
  return discs
}

const radius = (count: number, most: number) => Math.min(most, 2.6 + Math.sqrt(count - 1) * 2.1)
