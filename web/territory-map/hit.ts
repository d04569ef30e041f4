import type { Bounds } from '../drawing/bounds.ts'
import { t } from '../messages.ts'
import type { Point } from './frames.ts'
import { isInPiece } from './ground.ts'
import { plotAt } from './plotAt.ts'
import { boxOf, distance } from './points.ts'
import type { mapScene } from './scene.ts'
import type { ShownMap } from './shown.ts'

/** What a hand points at: a territory, or a crowd of them that is entered by its box. */
export type Hit = { code: string; says: string; box?: Bounds }

type At = {
  shown: Pick<ShownMap, 'ground' | 'plots' | 'valueOf' | 'nameOf' | 'gates' | 'count'>
  drawn: ReturnType<typeof mapScene>
  /** Pixels of the drawing a map unit. */
  k: number
  /** Communes are hit where they have their names; else the territory they lie in. */
  hasNames: boolean
}

/** What lies at a point of the map, in map units; discs are hit from `reach` pixels away. */
export function hitAt({ shown, drawn, k, hasNames }: At, at: Point, reach: number): Hit | null {
  const point = { x: at.x * k, y: at.y * k }
  const name = drawn.names.find(
    ({ box }) =>
      point.x > box.left - reach &&
      point.x < box.right + reach &&
      point.y > box.top - reach &&
      point.y < box.bottom + reach,
  )
  if (name) {
    const count = shown.gates.find(({ code }) => code === name.code)?.ids.length ?? 0
    return { code: name.code, says: t('territories.says.abroad', { name: shown.nameOf(name.code), count }) }
  }
  if (hasNames) {
    const disc = drawn.discs.find((one) => distance(one.at, point) < one.r + reach)
    const [first] = disc?.spots ?? []
    if (disc && first) {
      const values = { name: shown.nameOf(first.code), count: disc.count, places: disc.spots.length - 1 }
      if (disc.spots.length === 1) return { code: first.code, says: t('territories.tip.place', values) }
      const box = boxOf(disc.spots.map((spot) => spot.at))
      // All may stand at the very same point.
      if (box.right - box.left + box.bottom - box.top < 0.01)
        return { code: first.code, says: t('territories.tip.crowd', values) }
      const pad = Math.max(box.right - box.left, box.bottom - box.top) * 0.5 + 1
      return {
        code: first.code,
        says: t('territories.tip.crowd', values),
        box: { left: box.left - pad, top: box.top - pad, right: box.right + pad, bottom: box.bottom + pad },
      }
    }
  }
  const { closeUp } = shown.ground
  const near = closeUp && isInPiece(closeUp.piece, at) ? closeUp.plots : shown.plots
  const plot = plotAt(near, at) ?? alone(shown, at)
  if (!plot) return null
  const values = { name: shown.nameOf(plot.code), count: shown.valueOf(plot.code) }
  return { code: plot.code, says: t(`territories.says.${shown.count}`, values) }
}

/** The territory that has an inset for itself: all of its frame is hit. */
function alone({ ground, plots }: At['shown'], at: Point) {
  const piece = ground.pieces.find((one) => one.title !== null && isInPiece(one, at))
  const own = plots.filter(({ frame }) => frame === piece?.frame.id)
  return own.length === 1 ? own[0] : undefined
}
