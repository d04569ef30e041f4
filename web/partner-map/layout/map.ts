import { run } from './attempt.ts'
import { arrangeCrowd, joinCrowd } from './crowd.ts'
import type { Positions } from '../picture/drawn.ts'
import type { Shape } from '../picture/rects.ts'
import { expense } from './expense.ts'
import type { Point } from '../picture/hulls.ts'
import { upTo, type Network } from '../network.ts'
import type { Measure } from '../picture/wording.ts'
import { largestTried } from './spacing.ts'

const pairsAMoment = 9_000_000

/** How many arrangements are tried: as many as fit in a quarter of a second or so, never fewer than two. */
export function tries(count: number): number {
  return Math.round(Math.min(40, Math.max(2, pairsAMoment / (Math.max(1, count * count) * 240))))
}

/** Part of the work that is done, 0 to 1, and how to learn the places so far where they are worth a look. */
export type Progress = (part: number, soFar?: () => Map<string, Point>) => void

/** Positions for every mark, in pixels at zoom 1 around (0, 0). The same network always gets the same ones. */
export function arrange(
  network: Network,
  shape: Shape,
  measure: Measure,
  onProgress: Progress = () => {},
): Map<string, Point> {
  const positions = new Map<string, Point>()
  const stages = [...new Set(network.marks.map((mark) => mark.stage))].sort((a, b) => a - b)
  for (const [done, stage] of stages.entries()) {
    const told: Progress = (part, soFar) => onProgress((done + part) / stages.length, soFar)
    const isCrowd = network.marks.filter((mark) => mark.stage <= stage).length > largestTried
    const found = !isCrowd
      ? cheapest(upTo(network, stage), positions, shape, measure, told)
      : positions.size
        ? joinCrowd(network, stage, positions)
        : arrangeCrowd(network, stage, told)
    for (const [id, at] of found) positions.set(id, at)
  }
  return positions
}

function cheapest(
  network: Network,
  kept: Positions,
  shape: Shape,
  measure: Measure,
  onProgress: Progress,
): Positions {
  let best: Positions = kept
  let least = Infinity
  const count = tries(network.marks.length) * (kept.size ? 2 : 1)
  for (let seed = 1; seed <= count; seed += 1) {
    const positions = run(network, kept, shape, seed)
    const cost = expense(network, positions, shape, measure)
    onProgress(seed / count)
    if (cost >= least) continue
    least = cost
    best = positions
  }
  return best
}
