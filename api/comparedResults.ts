import { grouped } from './comparedElements.ts'
import type { Place } from './comparedPlaces.ts'

/** The results of these places as rows by indicator and unit, with their cells side by side. */
export function comparedResults(places: Place[]) {
  const all = places.flatMap(({ id: initiative, results }) =>
    results.map(([id, indicator, unit, value, period, method, source]) => ({
      ...{ id, indicator, unit, initiative, value, period, method, source },
    })),
  )
  const rows = [...grouped(all, ({ indicator, unit }) => JSON.stringify([indicator, unit])).values()]
    .flatMap((cells) => {
      const [first] = cells
      if (!first) return []
      const { indicator, unit } = first
      return { indicator, unit, places: new Set(cells.map(({ initiative }) => initiative)).size, cells }
    })
    .sort(
      (a, b) =>
        b.places - a.places ||
        a.indicator.localeCompare(b.indicator, 'fr') ||
        a.unit.localeCompare(b.unit, 'fr'),
    )
  return {
    measures: rows.map(({ indicator, unit, places }) => ({ indicator, unit, places })),
    results: rows.flatMap(({ cells }) => cells),
  }
}
