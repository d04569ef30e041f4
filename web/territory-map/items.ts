import { t } from '../messages.ts'
import type { Count } from './address.ts'
import { valueOf } from './ever.ts'
import type { Point } from './frames.ts'
import type { CountsRow } from './query.ts'
import type { ShownMap } from './shown.ts'

/** A territory that the keyboard can stand on, and what is said of it. */
export type Item = { code: string; says: string; at: Point }

/** What one listens to of each territory of the map, in the order of names. */
export function itemsOf(
  { ground, plots, nameOf, gates, placeOf }: ShownMap,
  count: Count,
  rows: readonly CountsRow[],
): Item[] {
  const byCode = new Map(rows.map((row) => [row.code, row]))
  // Without a contour or a point there is nothing to stand on.
  const codes =
    plots.length > 0 ? plots.map(({ code }) => code) : rows.map(({ code }) => code).filter(placeOf)
  const own = codes.map((code) => {
    const row = byCode.get(code)
    const name = nameOf(code)
    return {
      code,
      name,
      says: t(`territories.says.${count}`, { name, count: row ? valueOf(row, count) : 0 }),
    }
  })
  const abroad = gates.map(({ code, ids }) => {
    const name = nameOf(code)
    return { code, name, says: t('territories.says.abroad', { name, count: ids.length }) }
  })
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name)
  return [...own.toSorted(byName), ...abroad.toSorted(byName)].flatMap(({ code, says }): Item[] => {
    const at = ground.closeUp?.told.get(code)?.at ?? placeOf(code)
    return at ? [{ code, says, at }] : []
  })
}
