import type { Frame, Point } from './frames.ts'

/** How fine contours are kept: steps of this many units of their frame. */
export const grid = 0.1

/** What has a contour: its rings are lists of arcs, `~place` for one that is walked from its end. */
export type Area = {
  code: string
  name: string
  frame: string
  rings: readonly (readonly number[])[]
  /** The middle of its largest part, in units of its frame: where its name and its number stand. */
  at: readonly [x: number, y: number]
}

export type AreaLevel = 'COUNTRY' | 'REGION' | 'DEPARTMENT'
/** A part of the map drawn again, larger: areas cut at the border of its frame, of which these codes are told there. */
export type Closer = { frame: Frame; codes: readonly string[]; areas: readonly Area[] }
export type Contours = {
  frames: readonly Frame[]
  /** Each arc as steps of the grid: x and y in turn, the first from the origin of its frame. */
  arcs: readonly (readonly number[])[]
  levels: Partial<Record<AreaLevel, readonly Area[]>>
  /** In which région each département lies. */
  within: Readonly<Record<string, string>>
  closer?: Closer
}

/** The points of a ring, `unit` to a step of the grid, from a corner on. */
export function walked(
  arcs: Contours['arcs'],
  ring: readonly number[],
  unit = grid,
  corner = { x: 0, y: 0 },
) {
  return ring.flatMap((at, place) => {
    const points: Point[] = []
    const steps = arcs[at < 0 ? ~at : at] ?? []
    let [x, y] = [0, 0]
    for (let step = 0; step + 1 < steps.length; step += 2) {
      x += steps[step] ?? 0
      y += steps[step + 1] ?? 0
      points.push({ x: x * unit + corner.x, y: y * unit + corner.y })
    }
    if (at < 0) points.reverse()
    // An arc begins where the one before it ended.
    return place === 0 ? points : points.slice(1)
  })
}
