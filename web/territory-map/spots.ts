import type { Point } from './frames.ts'
import { isInPiece, onGround, type Ground, type Plot } from './ground.ts'
import type { PlaceRow } from './query.ts'

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
    return { at: inCloseUp(ground, longitude, latitude, plot), isVague: false }
  if (plot && plot.code !== row.country)
    return { at: (ground.closeUp?.told.get(plot.code) ?? plot).at, isVague: true }
  // What has no contour lies amid the places known in it.
  const inIt = rows.filter((one) => one.region === row.territory && one.longitude !== null)
  if (inIt.length > 0) {
    const mean = (values: readonly (number | null)[]) =>
      values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length
    const east = mean(inIt.map((one) => one.longitude))
    return { at: inCloseUp(ground, east, mean(inIt.map((one) => one.latitude)), plot), isVague: true }
  }
  return plot ? { at: (ground.closeUp?.told.get(plot.code) ?? plot).at, isVague: true } : null
}

/** A point of what a close-up tells stands there; it may have parts that lie elsewhere. */
function inCloseUp(ground: Ground, longitude: number, latitude: number, plot: Plot | undefined): Point {
  const near = plot && ground.closeUp?.told.get(plot.code)
  if (ground.closeUp && near) {
    const at = onGround(ground, longitude, latitude, near.frame)
    if (isInPiece(ground.closeUp.piece, at)) return at
  }
  return onGround(ground, longitude, latitude, plot?.frame)
}
