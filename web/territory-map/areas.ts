import type { Frame } from './frames.ts'

/** How fine contours are kept: steps of this many units of their frame. */
export const grid = 0.1

/** What has a contour: its rings are lists of arcs, `~at` for one that is walked from its end. */
export type Area = { code: string; name: string; frame: string; rings: readonly (readonly number[])[] }

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
