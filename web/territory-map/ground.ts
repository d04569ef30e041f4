import type { Bounds } from '../drawing/bounds.ts'
import { isInside } from '../drawing/inside.ts'
import { grid, type AreaLevel, type Contours } from './areas.ts'
import { inFrame, type Frame, type Point } from './frames.ts'

/** A contour in map units, ready to draw and to hit. */
export type Plot = {
  code: string
  name: string
  frame: string
  rings: readonly (readonly Point[])[]
  box: Bounds
  /** The middle of its largest part: where its name and its number stand. */
  at: Point
}

/** A frame and where it lies on the map; an inset has a border and a name. */
export type Piece = { frame: Frame; x: number; y: number; title: string | null }

/** All that lies still under the figures: in map units, y downwards. */
export type Ground = {
  box: Bounds
  pieces: readonly Piece[]
  plots: Readonly<Partial<Record<AreaLevel, readonly Plot[]>>>
  byCode: ReadonlyMap<string, Plot>
  within: Readonly<Record<string, string>>
}

// Around the mainland there is room for the names of what lies abroad.
const margin = { wide: 64, narrow: 24 }
// The room of an inset, and of the names between it and the mainland.
const inset = { across: 300, down: 196, beneath: 204, below: 120 }

/** The map of some contours: insets stand at the left of the main frame, or under it where the window is narrow. */
export function groundOf(contours: Contours, isNarrow: boolean): Ground {
  const [main, ...others] = contours.frames
  if (!main) throw new Error('contours: no frame')
  const edge = others.length === 0 ? 0 : isNarrow ? margin.narrow : margin.wide
  const left = isNarrow || others.length === 0 ? edge : edge + inset.across
  const names = new Map(contours.levels.DEPARTMENT?.map(({ frame, name }) => [frame, name]))
  const pieces = [
    { frame: main, x: left, y: edge, title: null },
    ...others.map((frame, place): Piece => {
      const title = names.get(frame.id) ?? frame.id
      if (isNarrow)
        return { frame, x: edge + place * inset.beneath, y: edge + main.height + inset.below, title }
      return { frame, x: 0, y: edge + 24 + place * inset.down, title }
    }),
  ]
  const plots = Object.fromEntries(
    Object.entries(contours.levels).map(([level, areas]) => [
      level,
      areas.flatMap(({ code, name, frame, rings }): Plot[] => {
        const piece = pieces.find((one) => one.frame.id === frame)
        if (!piece) return []
        const drawn = rings.map((ring) => walked(contours, ring, piece))
        return [{ code, name, frame, rings: drawn, box: boxOf(drawn.flat()), at: middle(drawn) }]
      }),
    ]),
  ) as Ground['plots']
  const right = left + main.width + (isNarrow || others.length === 0 ? edge : edge * 3)
  const bottom = edge + main.height + (isNarrow && others.length > 0 ? inset.below + 150 : edge)
  return {
    box: { left: 0, top: 0, right, bottom },
    pieces,
    plots,
    byCode: new Map(Object.values(plots).flatMap((all) => all.map((plot) => [plot.code, plot]))),
    within: contours.within,
  }
}

function walked({ arcs }: Contours, ring: readonly number[], { x: left, y: top }: Piece): Point[] {
  return ring.flatMap((at, place) => {
    const points: Point[] = []
    const steps = arcs[at < 0 ? ~at : at] ?? []
    let [x, y] = [0, 0]
    for (let step = 0; step + 1 < steps.length; step += 2) {
      x += steps[step] ?? 0
      y += steps[step + 1] ?? 0
      points.push({ x: x * grid + left, y: y * grid + top })
    }
    if (at < 0) points.reverse()
    // An arc begins where the one before it ended.
    return place === 0 ? points : points.slice(1)
  })
}

/** The smallest box around points. */
export function boxOf(points: readonly Point[]): Bounds {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { x, y } of points) {
    box.left = Math.min(box.left, x)
    box.top = Math.min(box.top, y)
    box.right = Math.max(box.right, x)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}

/** Twice the area, by the shoelace formula; its sign says which way round. */
function areaOf(ring: readonly Point[]): number {
  return ring.reduce((sum, { x, y }, place) => {
    const next = ring[(place + 1) % ring.length] ?? { x, y }
    return sum + x * next.y - next.x * y
  }, 0)
}

/** The point of the largest ring that is farthest from its border among those of a coarse grid, nearer ones to its middle first. */
function middle(rings: readonly (readonly Point[])[]): Point {
  const [largest = []] = rings.toSorted((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))
  const box = boxOf(largest)
  const [wide, high] = [box.right - box.left, box.bottom - box.top]
  const centre = { x: box.left + wide / 2, y: box.top + high / 2 }
  let best = { at: centre, score: -Infinity }
  for (let row = 1; row < 10; row += 1) {
    for (let column = 1; column < 10; column += 1) {
      const at = { x: box.left + (wide * column) / 10, y: box.top + (high * row) / 10 }
      if (!isInside(largest, at)) continue
      const near = largest.reduce((least, point) => Math.min(least, distance(point, at)), Infinity)
      const score = near - distance(at, centre) * 0.15
      if (score > best.score) best = { at, score }
    }
  }
  return best.at
}

export const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y)

/** The contour of a level in which a point lies; islands and lakes by the even-odd rule. */
export function plotAt(plots: readonly Plot[], at: Point): Plot | undefined {
  return plots.find(({ box, rings }) => {
    if (at.x < box.left || at.x > box.right || at.y < box.top || at.y > box.bottom) return false
    return rings.filter((ring) => isInside(ring, at)).length % 2 === 1
  })
}

/** Where a longitude and a latitude lie on the map, in the frame of this name or in the main one. */
export function onGround(ground: Ground, longitude: number, latitude: number, frame?: string): Point {
  const piece = ground.pieces.find((one) => one.frame.id === frame) ?? ground.pieces[0]
  if (!piece) return { x: 0, y: 0 }
  const { x, y } = inFrame(piece.frame, longitude, latitude)
  return { x: x + piece.x, y: y + piece.y }
}

/** Contours as absolute path data, `k` times as large. */
export const pathOf = (rings: Plot['rings'], k: number): string =>
  rings
    .map(
      (ring) =>
        `M${ring.map(({ x, y }) => `${Math.round(x * k * 10) / 10},${Math.round(y * k * 10) / 10}`).join('L')}Z`,
    )
    .join('')
