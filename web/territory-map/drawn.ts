import type { Class } from './classes.ts'
import type { Flow } from './flows.ts'
import type { Point } from './frames.ts'
import type { Ground, Plot } from './ground.ts'
import type { Gate } from './rim.ts'
import type { Spot } from './spots.ts'

/** All that is drawn of a map, at a zoom of `k` pixels a map unit. */
export type Drawn = {
  ground: Ground
  /** The contours that are told apart; the others stay in the background. */
  plots: readonly Plot[]
  /** The territory that the map is inside of: its border stands out. */
  inside: Plot | null
  /** How much there is in a territory. */
  valueOf: (code: string) => number
  nameOf: (code: string) => string
  classes: readonly Class[]
  spots: readonly Spot[]
  gates: readonly Gate[]
  flows: readonly Flow[]
  /** Where a territory, a commune or a country abroad stands. */
  placeOf: (code: string) => Point | undefined
  selected: string | null
  /** True where each commune is worth its name. */
  hasNames: boolean
  k: number
}
