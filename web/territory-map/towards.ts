import type { Point } from './frames.ts'

/** Which way each arrow key goes on the map. */
export const ways: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** The nearest place on one side of a point, those straight ahead first; -1 when there is none. */
export function towards(places: readonly { at: Point }[], from: Point, way: Point): number {
  let best = { place: -1, cost: Infinity }
  places.forEach(({ at }, place) => {
    const [x, y] = [at.x - from.x, at.y - from.y]
    const [ahead, aside] = [x * way.x + y * way.y, Math.abs(x * way.y - y * way.x)]
    const cost = ahead + aside * 2
    if (ahead > 0 && aside <= ahead * 1.5 && cost < best.cost) best = { place, cost }
  })
  return best.place
}
