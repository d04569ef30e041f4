import type { Kind } from '../../ui/changes.ts'
import type { Comparison } from './query.ts'

type Place = Comparison['places'][number]
type Result = Comparison['results'][number]
type Treatment = Comparison['changes'][number]

/** One indicator in one unit: the figures of each place, and who has none. Units never meet. */
export type Measure = {
  key: string
  indicator: string
  unit: string
  rows: { place: Place; results: { result: Result; part: number }[] }[]
}

/** The comparison without the places that are not shown. */
export function amongShown(comparison: Comparison, shown: ReadonlySet<string>): Comparison {
  const results = comparison.results.filter(({ initiative }) => shown.has(initiative))
  return {
    ...comparison,
    places: comparison.places.filter(({ id }) => shown.has(id)),
    elements: comparison.elements.filter(({ initiative }) => shown.has(initiative)),
    changes: comparison.changes.filter(({ place }) => shown.has(place)),
    results,
  }
}

/** Indicators with their figures place by place, those measured in the most places first; `part` is of the largest, 0 to 1. */
export function measuresOf({ places, results, measures }: Comparison): Measure[] {
  const keyOf = ({ indicator, unit }: { indicator: string; unit: string }) => `${indicator}\n${unit}`
  const byKey = grouped(results, keyOf)
  return measures
    .flatMap((measure): Measure[] => {
      const own = byKey.get(keyOf(measure)) ?? []
      if (own.length === 0) return []
      const most = measure.unit === '%' ? 100 : Math.max(...own.map(({ value }) => value))
      const byPlace = grouped(own, ({ initiative }) => initiative)
      return [
        {
          key: keyOf(measure),
          indicator: measure.indicator,
          unit: measure.unit,
          rows: places.flatMap((place) => {
            const figures = byPlace.get(place.id) ?? []
            const part = (value: number) => (most > 0 ? Math.min(1, Math.max(0, value / most)) : 0)
            const results = figures.map((result) => ({ result, part: part(result.value) }))
            return results.length > 0 ? [{ place, results }] : []
          }),
        },
      ]
    })
    .toSorted((a, b) => b.rows.length - a.rows.length)
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/** `own` is an element of the model that all others are told of; `none` where nothing is expected. */
export type Cell = { kind: Kind | 'own' | 'unknown' | 'none'; change: Treatment | null }
export type Matrix = {
  /** Places of which something is recorded, as columns. */
  places: Place[]
  /** How many have nothing recorded, and so no column. */
  silent: number
  rows: { element: Comparison['elements'][number]; owner: string; cells: Cell[] }[]
}

const kinds = { KEPT: 'kept', ADAPTED: 'adapted', DROPPED: 'dropped', ADDED: 'added' } as const

/** Elements by places: what each did with each; `unknown` where a child of the owner has nothing recorded. */
export function matrixOf({ places, elements, changes }: Comparison): Matrix {
  const byCell = new Map(changes.map((change) => [`${change.element}\n${change.place}`, change]))
  const told = new Set(changes.map(({ place }) => place))
  const owners = new Set(elements.map(({ initiative }) => initiative))
  const columns = places.filter(({ id }) => told.has(id) || owners.has(id))
  const names = new Map(places.map(({ id, name }) => [id, name]))
  return {
    places: columns,
    silent: places.length - columns.length,
    rows: elements.map((element) => ({
      element,
      owner: names.get(element.initiative) ?? '',
      cells: columns.map((place): Cell => {
        const change = byCell.get(`${element.id}\n${place.id}`) ?? null
        if (change) return { kind: kinds[change.treatment], change }
        if (place.id === element.initiative) return { kind: 'own', change: null }
        return { kind: place.parent === element.initiative ? 'unknown' : 'none', change: null }
      }),
    })),
  }
}
