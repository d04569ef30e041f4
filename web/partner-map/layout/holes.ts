import type { Positions } from '../picture/drawn.ts'
import type { Point } from '../picture/hulls.ts'

type Hub = { id: string; size: number }

/** Half of what the name of a hub takes, and about the room that a map has: pixels of the window. */
const nameReach = 46
const room = 1300 * 620
/** As far as this many times a hole's radius those around it move together. */
const shift = 2.5
const sides = 16

/**
 * The same places with a hole beside each hub, wide enough for its name once all of the map fits a window: whoever
 * stands there moves out, and those behind move together. Hubs stay where they are.
 */
export function withHoles(places: Positions, hubs: readonly Hub[]): Map<string, Point> {
  const moved = new Map(places)
  const radius = nameReach / zoomOf([...places.values()])
  const isHub = new Set(hubs.map(({ id }) => id))
  const holes: Point[] = []
  for (const { id, size } of hubs) {
    const at = moved.get(id)
    if (!at) continue
    const hole = freest(
      at,
      radius + size,
      [...moved.values()],
      [...isHub].flatMap((hub) => moved.get(hub) ?? []),
      holes,
    )
    holes.push(hole)
    open(hole, 1 - 1 / shift)
  }
  // One hole may have filled another.
  for (const hole of holes) open(hole, 0)
  return moved

  /** Moves out of a hole; `part` of the way from its middle is kept beyond its rim. */
  function open(hole: Point, part: number) {
    const reach = part > 0 ? radius * shift : radius
    for (const [id, at] of moved) {
      const [dx, dy] = [at.x - hole.x, at.y - hole.y]
      const far = Math.hypot(dx, dy)
      if (far >= reach || isHub.has(id)) continue
      const next = (radius + far * part) / Math.max(1, far)
      moved.set(id, { x: hole.x + (far < 1 ? radius : dx * next), y: hole.y + dy * next })
    }
  }
}

/** Where beside a hub the fewest stand, away from other hubs and holes. */
function freest(
  { x, y }: Point,
  away: number,
  all: readonly Point[],
  hubs: readonly Point[],
  holes: readonly Point[],
): Point {
  const within = (some: readonly Point[], at: Point, far: number) =>
    some.reduce((count, one) => count + (Math.hypot(one.x - at.x, one.y - at.y) < far ? 1 : 0), 0)
  let best = { x: x + away, y }
  let least = Infinity
  for (let side = 0; side < sides; side += 1) {
    const angle = (side * Math.PI * 2) / sides
    const at = { x: x + Math.cos(angle) * away, y: y + Math.sin(angle) * away }
    const cost =
      within(all, at, away) + (within(hubs, at, away * 0.98) + within(holes, at, away * 1.9)) * 1000
    if (cost >= least) continue
    least = cost
    best = at
  }
  return best
}

/** About the zoom at which all of it fits a window. */
function zoomOf(places: readonly Point[]): number {
  const span = (values: number[]) =>
    values.reduce((most, value) => Math.max(most, value), -Infinity) -
    values.reduce((least, value) => Math.min(least, value), Infinity)
  const ground = span(places.map(({ x }) => x)) * span(places.map(({ y }) => y))
  return Math.min(1, Math.sqrt(room / Math.max(1, ground)))
}
