import { pushApart } from './apart.ts'
import type { Positions } from '../picture/drawn.ts'
import { hubsOf } from '../picture/hubs.ts'
import type { Point } from '../picture/hulls.ts'
import type { Shape } from '../picture/rects.ts'
import type { Mark, Tie } from '../network.ts'
import { withHoles } from './holes.ts'
import { grains, ringsAround } from './rings.ts'
import { crowdSpacing, rounded } from './spacing.ts'

const golden = Math.PI * (3 - Math.sqrt(5))

/** From this many marks of grains on they are gathered around the rest. */
const many = 40
/** Between the sides of two marks of grains, in pixels. */
const between = 14
/** How far beyond the rest fewer may stand, in pixels. */
const atRim = 24

/** Up to this many marks those with most links have room for their names. */
const mostWithHoles = 5000

type Marks = readonly Pick<Mark, 'id' | 'size' | 'stage' | 'group' | 'shown' | 'isBridge' | 'isFocus'>[]
type Ties = readonly Pick<Tie, 'partner' | 'initiative'>[]

/**
 * The places that marks have on the picture of everything, made roomy; who has none stands by its neighbours. What was
 * opened later moves nothing of what was there.
 */
export function placesGiven(
  { marks: all, ties }: { marks: Marks; ties: Ties },
  given: Positions,
  shape: Shape = 'wide',
): Map<string, Point> {
  const first = all.filter(({ stage }) => stage === 0)
  const found = grains(first, ties)
  const around = new Set(found.flat())
  const isRinged = around.size >= many && around.size < first.length - 2
  const marks = isRinged ? first.filter(({ id }) => !around.has(id)) : first
  const known = marks.flatMap(({ id }) => given.get(id) ?? [])
  const factor = crowdSpacing(known)
  const count = Math.max(1, known.length)
  const middle = {
    x: known.reduce((sum, { x }) => sum + x, 0) / count,
    y: known.reduce((sum, { y }) => sum + y, 0) / count,
  }
  const places = new Map<string, Point>()
  for (const { id } of marks) {
    const at = given.get(id)
    if (at) places.set(id, { x: (at.x - middle.x) * factor, y: (at.y - middle.y) * factor })
  }
  placeByNeighbours(marks, ties, places)
  if (!isRinged) drawIn(places, found)
  let placed = apart(marks, places, new Map())
  // A phone has no room to give.
  if (shape === 'wide' && marks.length <= mostWithHoles) {
    const hubs = hubsOf(marks)
    const fixed = new Map(hubs.flatMap(({ id }) => (placed.has(id) ? [[id, { x: 0, y: 0 }] as const] : [])))
    placed = apart(marks, withHoles(placed, hubs), fixed, 8)
  }
  if (isRinged) {
    const largest = first.reduce((most, { id, size }) => (around.has(id) ? Math.max(most, size) : most), 0)
    for (const [id, { x, y }] of ringsAround(placed, found, largest * 2 + between))
      placed.set(id, { x: Math.round(x), y: Math.round(y) })
  }
  const later = [...new Set(all.map(({ stage }) => stage))].filter((stage) => stage > 0).sort((a, b) => a - b)
  for (const stage of later) {
    const there = all.filter((mark) => mark.stage <= stage)
    const joined = new Map(placed)
    placeByNeighbours(there, ties, joined)
    placed = apart(there, joined, placed)
  }
  return placed
}

/** Few that nothing links to the rest stand at its rim: far out they would make all of it small. */
function drawIn(places: Map<string, Point>, grains: readonly (readonly string[])[]): void {
  const ids = new Set(grains.flat())
  const rest = [...places].flatMap(([id, at]) => (ids.has(id) ? [] : at))
  if (ids.size === 0 || rest.length === 0) return
  const within = (value: number, others: readonly number[]) =>
    Math.max(Math.min(...others) - atRim, Math.min(Math.max(...others) + atRim, value))
  const [across, down] = [rest.map(({ x }) => x), rest.map(({ y }) => y)]
  for (const id of ids) {
    const at = places.get(id)
    if (at) places.set(id, { x: within(at.x, across), y: within(at.y, down) })
  }
}

/** Parted to the usual distance, or only to `gap`; who is among the kept stays. */
function apart(marks: Marks, places: Positions, kept: Positions, gap?: number): Map<string, Point> {
  const x = Float64Array.from(marks, ({ id }) => places.get(id)?.x ?? 0)
  const y = Float64Array.from(marks, ({ id }) => places.get(id)?.y ?? 0)
  const reach = Float64Array.from(marks, ({ size }) => size)
  const fixed = marks.map(({ id }) => (kept.has(id) ? 1 : 0))
  const isLarge = marks.length > 5000
  pushApart({ x, y, reach }, gap ?? (isLarge ? 6 : 18), marks.length > 20_000 ? 4 : isLarge ? 16 : 40, fixed)
  return rounded(marks, x, y)
}

/** Adds to `places` whoever is missing: between the neighbours that have a place, around the middle when none has. */
export function placeByNeighbours(
  marks: readonly { id: string }[],
  ties: Ties,
  places: Map<string, Point>,
): void {
  let missing = marks.filter(({ id }) => !places.has(id))
  if (missing.length === 0) return
  const around = new Map<string, string[]>()
  const add = (id: string, other: string) => {
    const own = around.get(id)
    if (own) own.push(other)
    else around.set(id, [other])
  }
  for (const { partner, initiative } of ties) {
    add(partner, initiative)
    add(initiative, partner)
  }
  for (let turn = 0; missing.length > 0; turn += 1) {
    const found: [string, Point][] = []
    missing.forEach(({ id }, order) => {
      const near = (around.get(id) ?? []).flatMap((other) => places.get(other) ?? [])
      if (near.length === 0 && turn < 4) return
      const sum = near.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 })
      const away = near.length === 1 ? 34 : 12
      const out = near.length ? away : 30 * Math.sqrt(order + 1)
      found.push([
        id,
        {
          x: sum.x / Math.max(1, near.length) + out * Math.cos(golden * order),
          y: sum.y / Math.max(1, near.length) + out * Math.sin(golden * order),
        },
      ])
    })
    for (const [id, at] of found) places.set(id, at)
    missing = missing.filter(({ id }) => !places.has(id))
    if (found.length === 0 && turn >= 4) return
  }
}
