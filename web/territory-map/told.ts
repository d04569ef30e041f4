import type { Bounds } from '../drawing/bounds.ts'
import { formatNumber, t } from '../messages.ts'
import { narrowing, type MapAddress } from './address.ts'
import { home, valueOf } from './ever.ts'
import { boxOf } from './points.ts'
import type { Counts, Flows, PlaceRow } from './query.ts'
import type { ShownMap } from './shown.ts'
import { spotsOf } from './spots.ts'

/** What fills the window at first: what the map is inside of, and abroad the places that are known there. */
export function fitOf(
  { ground }: ShownMap,
  { inside, ground: kind }: MapAddress,
  places: readonly PlaceRow[],
): Bounds {
  if (inside === null || inside === home) return ground.box
  const here = places.filter(({ isElsewhere }) => !isElsewhere)
  const own = spotsOf(ground, here).spots.map(({ at }) => at)
  const plot =
    ground.byCode.get(inside) ??
    here.flatMap(({ department }) => ground.byCode.get(department ?? '') ?? [])[0]
  if (kind === 'france' && plot) return padded(plot.box, 0.08)
  if (own.length > 1) return padded(boxOf(own), 0.3)
  return plot ? padded(plot.box, 0.1) : ground.box
}

function padded({ left, top, right, bottom }: Bounds, part: number): Bounds {
  const pad = Math.max(right - left, bottom - top, 4) * part
  return { left: left - pad, top: top - pad, right: right + pad, bottom: bottom + pad }
}

/** What the map shows, in a sentence, then in others what it does not. */
export function sentencesOf(
  { unplaced, more, initiatives }: ShownMap,
  address: MapAddress,
  counts: Counts,
  flows: Flows,
): string[] {
  const { level, inside, count } = address
  const filled = counts.territories.filter((row) => valueOf(row, count) > 0).length
  const isFrance = inside === home
  // Some are recorded in the whole of what the map is inside of, or in a commune, which has no parts.
  const isWhole = filled === 0 && initiatives > 0 && (count === 'initiatives' || counts.total === 0)
  const isFiltered = Object.values(narrowing(address)).some((one) => one !== null)
  if (isFiltered && filled === 0 && initiatives === 0) return [t('territories.what.filtered')]
  return [
    isWhole
      ? t('territories.what.whole', { count: initiatives })
      : t(`territories.what.${count}`, {
          level: isFrance || inside === null ? level : `${level}_INSIDE`,
          count: filled,
        }),
    ...(flows.truncated
      ? [t('territories.cut', { shown: formatNumber(flows.places.length), total: formatNumber(flows.total) })]
      : []),
    ...(counts.truncated ? [t('territories.cut.territories', { total: formatNumber(counts.total) })] : []),
    ...(unplaced.length > 0 ? [t('territories.unplaced', { count: unplaced.length })] : []),
    ...(more > 0 ? [t('territories.more', { count: more })] : []),
  ]
}
