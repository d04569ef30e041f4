import type { RoleFamily } from '../ui/roles.ts'
import type { Standing } from '../drawing/time.ts'
import { corners, type Point, type Rect } from './hulls.ts'
import type { Group, Mark, Tie } from './network.ts'
import type { Placed } from './labels.ts'
import type { Shape } from './rects.ts'
import type { Measure } from './wording.ts'

export type Positions = ReadonlyMap<string, Point>

export type Label = Placed & { kind: 'focus' | 'initiative' | 'partner'; group: string | null }

export type DrawnMark = { mark: Mark; at: Point; size: number; badge: Rect | null; label: Label | null }

export type DrawnStrand = { path: string; family: RoleFamily; standing: Standing; width: number }

export type DrawnTie = { tie: Tie; strands: DrawnStrand[]; isFromFocus: boolean }

export type Hull = Group & { path: string; polygon: Point[]; name: string; label: Placed | null }

/** All that is drawn of a network at one zoom, in pixels around the middle of the map. */
export type Picture = { hulls: Hull[]; ties: DrawnTie[]; marks: DrawnMark[]; box: Rect; zoom: number }

export type Options = {
  zoom: number
  shape: Shape
  measure: Measure
  /** Its name is placed before all others. */
  selected?: string | null
  /** Names are for looking, not for counting: a layout that only compares itself can leave them out. */
  withNames?: boolean
}

export function markBox({ mark, at, size }: Pick<DrawnMark, 'mark' | 'at' | 'size'>): Rect {
  const reach = size + (mark.isFocus ? 8 : 2)
  return { x: at.x - reach, y: at.y - reach, width: reach * 2, height: reach * 2 }
}

/** Names may reach out of the cloud of marks, on a phone hardly: there each pixel beside it makes all of it smaller. */
export function labelBounds(drawn: readonly DrawnMark[], shape: Shape): Rect {
  const reach = shape === 'tall' ? { x: 20, y: 40 } : { x: 190, y: 80 }
  const { x, y, width, height } = extent(drawn, [])
  return { x: x - reach.x, y: y - reach.y, width: width + reach.x * 2, height: height + reach.y * 2 }
}

export function extent(drawn: readonly DrawnMark[], hulls: readonly Hull[]): Rect {
  const boxes = drawn.flatMap((one) => [
    markBox(one),
    ...(one.label ? [one.label.box] : []),
    ...(one.badge ? [one.badge] : []),
  ])
  const points = [
    ...boxes.flatMap(corners),
    ...hulls.flatMap((hull) => [...hull.polygon, ...(hull.label ? corners(hull.label.box) : [])]),
  ]
  if (points.length === 0) return { x: 0, y: 0, width: 1, height: 1 }
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const x = Math.min(...xs)
  const y = Math.min(...ys)
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}
