import type { Bounds } from '../drawing/bounds.ts'
import type { beyond } from './beyond.ts'
import { isApart, type Box } from './boxes.ts'
import type { Point } from './frames.ts'
import type { Ground, Piece } from './ground.ts'

/** Where a country that lies beyond the map is named on its rim, and which of its initiatives are linked to what is shown. */
export type Gate = {
  code: string
  at: Point
  /** On which side of its dot the name stands, 1 for the right; 0 where there is no room for it. */
  side: -1 | 0 | 1
  ids: readonly string[]
}

/** A country to be named: towards where it lies, and how wide its name is, in map units. */
type Wanted = { code: string; ids: readonly string[]; along: number; wide: number }
/** `isInward` where the name would stand towards the middle of the map. */
type Place = { at: Point; along: number; side: -1 | 1; isInward: boolean }

// How far apart places on the rim are that are tried, in map units.
const step = 20
const dot = 14
// In how many steps names are hidden until the others find room.
const turns = 8

/**
 * Countries on the rim of the main frame, in the order in which they lie around it, each as near as can be to where it
 * lies, so that no name covers another one, a coast or an inset; `widthOf` and `high` say how large names are, in map units.
 */
export function gatesOf(
  ground: Ground,
  countries: ReturnType<typeof beyond>,
  widthOf: (code: string, count: number) => number,
  high: number,
): Gate[] {
  const [main] = ground.pieces
  if (!main || countries.length === 0) return []
  const { rim } = ground
  const isNarrow = ground.box.right - (main.x + main.frame.width) < 100
  const centre = { x: (rim.left + rim.right) / 2, y: (rim.top + rim.bottom) / 2 }
  const round = 2 * (rim.right - rim.left + rim.bottom - rim.top)
  const wanted = countries
    .map(({ code, towards, ids }): Wanted => ({
      code,
      ids,
      along: alongRim(rim, { x: towards.x - centre.x, y: towards.y - centre.y }),
      wide: widthOf(code, ids.length),
    }))
    .toSorted((one, other) => one.along - other.along)
  const coast = coastOf(ground)
  const insets = ground.pieces.flatMap((piece) => (piece.title === null ? [] : [insetBox(piece)]))
  // Names are higher than their letters: in a low window that much may reach over the edge.
  const over = high / 5
  const isOpen = (box: Box) =>
    box.left >= ground.box.left &&
    box.right <= ground.box.right &&
    box.top >= ground.box.top - over &&
    box.bottom <= ground.box.bottom + over &&
    insets.every((inset) => isApart(inset, box)) &&
    !coast(box)
  const places = placesOnRim(rim, isNarrow)
  const inOrder = fromWidestGap(wanted, round)
  // Names of those that least is linked to make room where not all find one.
  const byCount = inOrder.toSorted((one, other) => one.ids.length - other.ids.length)
  for (let turn = 0; turn <= turns; turn += 1) {
    const nameless = new Set(byCount.slice(0, Math.ceil((byCount.length * turn) / turns)))
    const boxOf = (one: Wanted, place: Place) => nameBox(place, nameless.has(one) ? 0 : one.wide, high)
    const found = bestPlaces(inOrder, places, round, boxOf, isOpen)
    if (found)
      return inOrder.flatMap((one, turn): Gate[] => {
        const place = found[turn]
        if (!place) return []
        return [{ code: one.code, ids: one.ids, at: place.at, side: nameless.has(one) ? 0 : place.side }]
      })
  }
  return []
}

/** The places of least way in all, by dynamic programming over both orders; null when there is no such row of places. */
function bestPlaces(
  wanted: readonly Wanted[],
  places: readonly Place[],
  round: number,
  boxOf: (one: Wanted, place: Place) => Box,
  isOpen: (box: Box) => boolean,
): Place[] | null {
  // Unrolled in the middle of the emptiest part of the rim.
  const [first, final] = [wanted[0]?.along ?? 0, wanted.at(-1)?.along ?? 0]
  const start = first - ((((first - final) % round) + round) % round || round) / 2
  const far = (along: number) => (((along - start) % round) + round) % round
  const inOrder = places.toSorted((one, other) => far(one.along) - far(other.along))
  type Best = { cost: number; before: number }
  let boxes: (Box | null)[] = []
  const rows: Best[][] = []
  for (const one of wanted) {
    const own = inOrder.map((place) => {
      const box = boxOf(one, place)
      return isOpen(box) ? box : null
    })
    const last = rows.at(-1)
    // The best place of all before each, which is nearly always far enough away.
    let nearest: Best = { cost: Infinity, before: -1 }
    rows.push(
      inOrder.map((place, at): Best => {
        const sum = last?.[at - 1]?.cost ?? Infinity
        if (sum < nearest.cost) nearest = { cost: sum, before: at - 1 }
        const box = own[at]
        if (!box) return { cost: Infinity, before: -1 }
        const cost = (far(place.along) - far(one.along)) ** 2 + (place.isInward ? step ** 2 : 0)
        if (!last) return { cost, before: -1 }
        const isClear = (before: number) => {
          const other = boxes[before]
          return other ? isApart(other, box) : false
        }
        let best = nearest
        if (nearest.before >= 0 && !isClear(nearest.before)) {
          best = { cost: Infinity, before: -1 }
          for (let before = 0; before < at; before += 1) {
            const there = last[before]?.cost ?? Infinity
            if (there < best.cost && isClear(before)) best = { cost: there, before }
          }
        }
        return { cost: best.cost + cost, before: best.before }
      }),
    )
    boxes = own
  }
  const costs = rows.at(-1)?.map(({ cost }) => cost) ?? []
  const least = Math.min(...costs)
  if (!Number.isFinite(least)) return null
  const found: Place[] = []
  for (let turn = rows.length - 1, at = costs.indexOf(least); turn >= 0; turn -= 1) {
    const place = inOrder[at]
    if (place) found.unshift(place)
    at = rows[turn]?.[at]?.before ?? -1
  }
  return found
}

/** How far along the rim, clockwise from its upper left corner, the way from its centre meets it. */
function alongRim({ left, top, right, bottom }: Bounds, way: Point): number {
  const [wide, high] = [right - left, bottom - top]
  const reach = Math.min(
    wide / 2 / Math.max(1e-6, Math.abs(way.x)),
    high / 2 / Math.max(1e-6, Math.abs(way.y)),
  )
  const [x, y] = [wide / 2 + way.x * reach, high / 2 + way.y * reach]
  if (y < 1e-6) return x
  if (x > wide - 1e-6) return wide + y
  return y > high - 1e-6 ? wide + high + wide - x : 2 * wide + high + high - y
}

/** Places all around, with the side on which a name may stand: beside the map outwards, where it has no room there inwards. */
function placesOnRim({ left, top, right, bottom }: Bounds, isNarrow: boolean): Place[] {
  const [wide, high] = [right - left, bottom - top]
  const spread = (long: number) => Array.from({ length: Math.floor(long / step) }, (_, at) => at * step)
  const centre = (left + right) / 2
  const flat = (at: Point, along: number) =>
    ([-1, 1] as const).map((side) => ({ at, along, side, isInward: at.x > centre !== side > 0 }))
  const steep = (at: Point, along: number, side: 1 | -1): Place => ({ at, along, side, isInward: isNarrow })
  return [
    ...spread(wide).flatMap((far) => flat({ x: left + far, y: top }, far)),
    ...spread(high).map((far) => steep({ x: right, y: top + far }, wide + far, isNarrow ? -1 : 1)),
    ...spread(wide).flatMap((far) => flat({ x: right - far, y: bottom }, wide + high + far)),
    ...spread(high).map((far) =>
      steep({ x: left, y: bottom - far }, 2 * wide + high + far, isNarrow ? 1 : -1),
    ),
  ]
}

function nameBox({ at, side }: Place, wide: number, high: number): Box {
  const reach = wide > 0 ? dot + wide : dot / 2
  const half = (wide > 0 ? high : dot) / 2
  return {
    left: side < 0 ? at.x - reach : at.x - dot / 2,
    right: side < 0 ? at.x + dot / 2 : at.x + reach,
    top: at.y - half,
    bottom: at.y + half,
  }
}

function insetBox({ frame, x, y }: Piece): Box {
  return { left: x - 12, right: x + frame.width + 12, top: y - 44, bottom: y + frame.height + 12 }
}

function fromWidestGap(wanted: readonly Wanted[], round: number): Wanted[] {
  const gap = (place: number) =>
    ((((wanted[place]?.along ?? 0) - (wanted.at(place - 1)?.along ?? 0)) % round) + round) % round || round
  const first = wanted.reduce((widest, _, place) => (gap(place) > gap(widest) ? place : widest), 0)
  return [...wanted.slice(first), ...wanted.slice(0, first)]
}

const cell = 10

/** Says whether a coast or a border of the main frame runs through a box. */
function coastOf({ plots, pieces }: Ground): (box: Box) => boolean {
  const cells = new Set<number>()
  const key = (x: number, y: number) => Math.floor(x / cell) * 4096 + Math.floor(y / cell)
  for (const { rings, frame } of plots.REGION ?? []) {
    if (frame !== pieces[0]?.frame.id) continue
    for (const ring of rings) {
      ring.forEach((point, place) => {
        const before = ring.at(place - 1) ?? point
        const long = Math.max(1, Math.ceil(Math.hypot(point.x - before.x, point.y - before.y) / cell))
        for (let part = 0; part < long; part += 1) {
          const x = before.x + ((point.x - before.x) * part) / long
          const y = before.y + ((point.y - before.y) * part) / long
          cells.add(key(x, y))
        }
      })
    }
  }
  return ({ left, top, right, bottom }) => {
    for (let x = Math.floor(left / cell) * cell; x <= right; x += cell)
      for (let y = Math.floor(top / cell) * cell; y <= bottom; y += cell)
        if (cells.has(key(x, y))) return true
    return false
  }
}
