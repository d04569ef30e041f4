import type { Problem } from './format.ts'
import { columnOf, type Draft } from './importDraft.ts'
import type { Mapping } from './mapping.ts'
import { placeOf } from './places.ts'
import type { Place } from './places.ts'
import type { Source } from './values.ts'

/** Where a row lies by its coordinates; what could not be told closely is reported. */
export function placeOfRow(draft: Draft, source: Source): Place {
  const { report, mapping } = draft
  if (!mapping.territory) return {}
  const { latitude: north, longitude: east } = mapping.territory
  const [[northCell], [eastCell]] = [draft.values(north, source), draft.values(east, source)]
  const cell = { file: source.file, row: source.row }
  if (northCell === undefined || eastCell === undefined) {
    report.places.none++
    report.unplaced.push({ ...cell, rule: 'no coordinates: no territory' })
    return {}
  }
  const [latitude, longitude] = [degrees(northCell), degrees(eastCell)]
  const wrong: Omit<Problem, 'file' | 'row'>[] = []
  if (!(Math.abs(latitude) <= 90))
    wrong.push({ ...columnOf(north, source), value: northCell, rule: 'is no latitude: -90 to 90' })
  if (!(Math.abs(longitude) <= 180))
    wrong.push({ ...columnOf(east, source), value: eastCell, rule: 'is no longitude: -180 to 180' })
  for (const problem of wrong) draft.complain(source, problem)
  if (wrong.length) return {}
  const place = placeOf(latitude, longitude)
  report.places[place.level ?? 'none']++
  if (place.territory && !report.territories.includes(place.territory))
    report.territories.push(place.territory)
  if (place.doubt) {
    const said = place.name ? `taken as ${place.name}` : 'no territory'
    report.unplaced.push({ ...cell, value: `${northCell}, ${eastCell}`, rule: `${said}: ${place.doubt}` })
  }
  return place
}

/** What a place is called in a row: its commune, else the nearest town as the mapping words it. */
export function placeName({ territory }: Mapping, { level, name = '', nearestTown }: Place): string {
  const near = territory?.near
  if (level === 'commune' || !near || !nearestTown) return name
  return near.replace('{town}', nearestTown)
}

function degrees(cell: string): number {
  return /^[+-]?\d+([.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : NaN
}
