import type { RoleFamily } from '../../ui/roles.ts'
import type { Standing } from '../../drawing/time.ts'
import type { Point, Rect } from './hulls.ts'
import type { Group, Mark, Tie } from '../network.ts'
import type { Placed } from './labels.ts'
import type { Shape } from './rects.ts'
import type { Measure } from './wording.ts'

/** A picture of more marks than this is drawn broadly: smaller marks, and only names that matter most. */
export const mostFine: Record<Shape, number> = { wide: 160, tall: 36 }

export type Positions = ReadonlyMap<string, Point>

/** Places, some of them put elsewhere by hand. */
export const withPins = (positions: Positions, pins: Positions): Positions =>
  pins.size ? new Map([...positions, ...pins]) : positions
export const idsOf = (places: Positions): ReadonlySet<string> => new Set(places.keys())

/** `isOver`: in a crowd, where a name may lie on marks. */
export type Label = Placed & {
  kind: 'focus' | 'initiative' | 'member' | 'partner'
  group: string | null
  isOver?: boolean
}

export type DrawnMark = { mark: Mark; at: Point; size: number; badge: Rect | null; label: Label | null }

/** `by` bends it, as the middle point of a quadratic curve. */
export type DrawnStrand = {
  from: Point
  to: Point
  by?: Point | undefined
  family: RoleFamily
  standing: Standing
  width: number
}

export type DrawnTie = { tie: Tie; strands: DrawnStrand[]; isFromFocus: boolean }

export type Hull = Pick<Group, 'id' | 'name'> & {
  path: string
  polygon: Point[]
  label: Placed | null
  /** How many of its marks are on the picture. */
  members: number
}

/** All that is drawn of a network at one zoom, in pixels around the middle of the map. */
export type Picture = { hulls: Hull[]; ties: DrawnTie[]; marks: DrawnMark[]; box: Rect; zoom: number }

/** Pixels beyond the marks, to each side. */
export type Reach = { left: number; right: number; top: number; bottom: number }

export type Options = {
  zoom: number
  shape: Shape
  measure: Measure
  /** Their names are placed before all others, the last one's first. */
  selected?: readonly string[]
  /** How far beyond the marks names may stand; the usual of the shape when absent. */
  reach?: Reach | undefined
  /** Names are for looking, not for counting: a layout that only compares itself can leave them out. */
  withNames?: boolean
}

export function marksById(marks: readonly DrawnMark[]): Map<string, DrawnMark> {
  const found = new Map<string, DrawnMark>()
  for (const one of marks) found.set(one.mark.id, one)
  return found
}

type Sized = Pick<DrawnMark, 'mark' | 'at' | 'size'>
/** How far a mark reaches from its middle, ring included. */
export const reachOf = ({ mark, size }: Pick<Sized, 'mark' | 'size'>) => size + (mark.isFocus ? 8 : 2)

export function markBox(one: Sized): Rect {
  const { at } = one
  const reach = reachOf(one)
  return { x: at.x - reach, y: at.y - reach, width: reach * 2, height: reach * 2 }
}

/** Names may reach out of the cloud of marks, on a phone hardly: there each pixel beside it makes all of it smaller. */
const usual: Record<Shape, Reach> = {
  tall: { left: 20, right: 20, top: 40, bottom: 40 },
  wide: { left: 190, right: 190, top: 80, bottom: 80 },
}

export function labelBounds(drawn: readonly DrawnMark[], shape: Shape, reach = usual[shape]): Rect {
  const { x, y, width, height } = extent(drawn, [])
  return {
    x: x - reach.left,
    y: y - reach.top,
    width: width + reach.left + reach.right,
    height: height + reach.top + reach.bottom,
  }
}

export const labelKind = (mark: Mark): Label['kind'] =>
  mark.isFocus ? 'focus' : mark.isInitiative ? 'initiative' : mark.isMember ? 'member' : 'partner'

/** The same marks before they have names. */
export const unnamed = (drawn: readonly DrawnMark[]): DrawnMark[] =>
  drawn.map((one) => ({ ...one, label: null }))

export function extent(drawn: readonly DrawnMark[], hulls: readonly Hull[]): Rect {
  const edges = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  const take = ({ x, y, width, height }: Rect) => {
    edges.left = Math.min(edges.left, x)
    edges.top = Math.min(edges.top, y)
    edges.right = Math.max(edges.right, x + width)
    edges.bottom = Math.max(edges.bottom, y + height)
  }
  for (const one of drawn) {
    const { x, y } = one.at
    const reach = reachOf(one)
    if (x - reach < edges.left) edges.left = x - reach
    if (y - reach < edges.top) edges.top = y - reach
    if (x + reach > edges.right) edges.right = x + reach
    if (y + reach > edges.bottom) edges.bottom = y + reach
    if (one.label) take(one.label.box)
    if (one.badge) take(one.badge)
  }
  for (const { polygon, label } of hulls) {
    for (const { x, y } of polygon) take({ x, y, width: 0, height: 0 })
    if (label) take(label.box)
  }
  if (edges.left === Infinity) return { x: 0, y: 0, width: 1, height: 1 }
  return {
    x: edges.left,
    y: edges.top,
    width: edges.right - edges.left,
    height: edges.bottom - edges.top,
  }
}
