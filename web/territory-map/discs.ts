import type { Point } from './frames.ts'
import { distance } from './points.ts'
import type { Spot } from './spots.ts'

/** Spots as discs of the window, those that would lie over each other as one; largest first. */
export type Disc = { at: Point; r: number; spots: readonly Spot[]; count: number }

/** `k` pixels a map unit; `most` is the largest radius. */
export function discsOf(spots: readonly Spot[], k: number, most: number): Disc[] {
  const discs: (Disc & { spots: Spot[] })[] = []
  const inOrder = spots.toSorted((a, b) => b.ids.length - a.ids.length || a.code.localeCompare(b.code))
  for (const spot of inOrder) {
    const at = { x: spot.at.x * k, y: spot.at.y * k }
    const r = radius(spot.ids.length, most)
    const near = discs.find((disc) => distance(disc.at, at) < (disc.r + r) * 0.85)
    if (near) {
      near.spots.push(spot)
      near.count += spot.ids.length
      near.r = radius(near.count, most)
    } else discs.push({ at, r, spots: [spot], count: spot.ids.length })
  }
  return discs
}

const radius = (count: number, most: number) => Math.min(most, 2.6 + Math.sqrt(count - 1) * 2.1)
