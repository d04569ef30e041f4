import type { Shape } from '../../drawing/ink.ts'
import { round } from '../../drawing/yearLine.ts'
import type { Level } from '../query.ts'
import type { Tree } from './tree.ts'

const edge = 4
const weights: Record<Level, number> = { INSPIRED: 0.7, REDONE: 0.9, SCALED: 1.3 }
const colours = { INSPIRED: 'inspired', REDONE: 'redone', SCALED: 'scaled' } as const

/** The whole tree in a strip: an arm a row, of several on one pixel the one from which most came. One path a level. */
export function overviewShapes(tree: Tree, width: number, height: number): Shape[] {
  const right = tree.unknown ? tree.unknown.x + tree.unknown.width : (tree.line?.right ?? tree.width)
  const [across, down] = [(width - edge * 2) / right, height / tree.height]
  const lines = new Map<number, { level: Level; x: number; y: number; right: number; weight: number }>()
  for (const one of tree.placed) {
    const { link, descendants } = one.entry.member
    if (!link) continue
    const y = Math.floor(one.y * down) + 0.5
    const weight = descendants + one.entry.hidden
    if ((lines.get(y)?.weight ?? -1) >= weight) continue
    const x = edge + one.parentX * across
    lines.set(y, {
      level: link.level,
      x,
      y,
      right: Math.min(width - edge, Math.max(x + 2, edge + one.x * across)),
      weight,
    })
  }
  const paths = new Map<Level, string>()
  for (const { level, x, y, right } of lines.values())
    paths.set(level, `${paths.get(level) ?? ''}M${round(x)},${y}H${round(right)}`)
  return [...paths].map(([level, d]) => ({
    is: 'path',
    d,
    stroke: { colour: colours[level], width: weights[level] },
  }))
}
