import type { Positions } from '../picture/drawn.ts'
import type { Point } from '../picture/hulls.ts'
import type { Mark, Tie } from '../network.ts'

/** More marks than this that hang together are a part of the picture, fewer a grain beside it. */
const mostOfGrain = 4

type Marks = readonly Pick<Mark, 'id' | 'size' | 'group'>[]

/** Marks that are linked to few others or to none, each with those it is linked to: the larger grains first. */
export function grains(marks: Marks, ties: readonly Pick<Tie, 'partner' | 'initiative'>[]): string[][] {
  const parts = partsOf(marks, ties)
  const sizes = new Int32Array(marks.length)
  for (const part of parts) sizes[part] = (sizes[part] ?? 0) + 1
  const found = new Map<number, { group: string; ids: string[] }>()
  marks.forEach(({ id, group }, one) => {
    const part = parts[one] ?? one
    if ((sizes[part] ?? 0) > mostOfGrain) return
    const own = found.get(part)
    if (own) own.ids.push(id)
    else found.set(part, { group: group ?? '', ids: [id] })
  })
  return [...found.values()]
    .sort((a, b) => b.ids.length - a.ids.length || (a.group < b.group ? -1 : a.group > b.group ? 1 : 0))
    .map(({ ids }) => ids)
}

/** For each mark the place of one that stands for all it hangs together with. */
function partsOf(marks: Marks, ties: readonly Pick<Tie, 'partner' | 'initiative'>[]): Int32Array {
  const places = new Map<string, number>()
  const leaders = new Int32Array(marks.length)
  marks.forEach(({ id }, one) => {
    places.set(id, one)
    leaders[one] = one
  })
  const leaderOf = (one: number): number => {
    let at = one
    for (let next = leaders[at] ?? at; next !== at; next = leaders[at] ?? at) {
      leaders[at] = leaders[next] ?? next
      at = next
    }
    return at
  }
  for (const { partner, initiative } of ties) {
    const [one, other] = [places.get(partner), places.get(initiative)]
    if (one !== undefined && other !== undefined) leaders[leaderOf(one)] = leaderOf(other)
  }
  return leaders.map((_, one) => leaderOf(one))
}

/**
 * Places for grains on ellipses around everybody else, `step` pixels apart: so that the hundreds that nothing is known to
 * link leave the room to what is linked.
 */
export function ringsAround(
  main: Positions,
  all: readonly (readonly string[])[],
  step: number,
): Map<string, Point> {
  const { middle, across, down } = ellipseAround([...main.values()])
  const places = new Map<string, Point>()
  let ring = 1
  let angle = 0
  const turn = () => {
    const [a, b] = [across + ring * step, down + ring * step]
    return step / Math.hypot(a * Math.sin(angle), b * Math.cos(angle))
  }
  for (const grain of all) {
    if (angle + turn() * grain.length > Math.PI * 2) {
      ring += 1
      angle = 0
    }
    for (const id of grain) {
      const [a, b] = [across + ring * step, down + ring * step]
      places.set(id, { x: middle.x + a * Math.cos(angle), y: middle.y + b * Math.sin(angle) })
      angle += turn()
    }
  }
  return places
}

/** An ellipse with the proportions of the points' box that holds them all. */
function ellipseAround(points: readonly Point[]): { middle: Point; across: number; down: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 }
  const [across, down] = [Math.max(1, (right - left) / 2), Math.max(1, (bottom - top) / 2)]
  const reach = points.reduce(
    (most, { x, y }) => Math.max(most, Math.hypot((x - middle.x) / across, (y - middle.y) / down)),
    0,
  )
  return { middle, across: across * reach, down: down * reach }
}
