import { expect, it } from 'vitest'
import { amongShown, matrixOf, measuresOf } from '../../../web/dissemination/panels/comparison.ts'
import type { Comparison } from '../../../web/dissemination/panels/query.ts'

const source = 'https://example.org'
const place = (id: string, parent: string | null) => ({ id, name: id, parent, territory: null, notKnown: 0 })
const result = (
  initiative: string,
  indicator: string,
  unit: string,
  value: number,
  period: string | null = null,
) => ({
  id: `${initiative} ${indicator} ${unit} ${period}`,
  indicator,
  unit,
  initiative,
  value,
  period,
  method: null,
  source,
})
const comparison: Comparison = {
  total: 3,
  truncated: false,
  places: [place('root', null), place('paris', 'root'), place('annecy', 'root'), place('silent', 'root')],
  elementsTotal: 2,
  elements: [
    { id: 'hour', name: 'hour', core: true, initiative: 'root' },
    { id: 'market', name: 'market', core: false, initiative: 'paris' },
  ],
  changes: [
    { element: 'hour', place: 'paris', treatment: 'KEPT', driver: null, note: null, source },
    { element: 'market', place: 'paris', treatment: 'ADDED', driver: null, note: null, source },
  ],
  measures: [
    { indicator: 'members', unit: 'people', places: 2 },
    { indicator: 'members', unit: '%', places: 1 },
  ],
  resultsTotal: 4,
  results: [
    result('paris', 'members', 'people', 50, '2012'),
    result('paris', 'members', 'people', 200, '2014'),
    result('annecy', 'members', 'people', 100),
    result('annecy', 'members', '%', 40),
  ],
}

it('compares an indicator place by place, never across units, never added up', () => {
  expect(
    measuresOf(comparison).map(({ unit, rows }) => [
      unit,
      rows.map(({ place, results }) => [place.id, results.map(({ result, part }) => [result.value, part])]),
    ]),
  ).toEqual([
    [
      'people',
      [
        [
          'paris',
          [
            [50, 0.25],
            [200, 1],
          ],
        ],
        ['annecy', [[100, 0.5]]],
      ],
    ],
    ['%', [['annecy', [[40, 0.4]]]]],
  ])
})

it('gives the root no figure of its branches', () => {
  expect(measuresOf(comparison).flatMap(({ rows }) => rows.map(({ place }) => place.id))).not.toContain(
    'root',
  )
})

it('says of each cell what was done, and that nothing is known where nobody recorded anything', () => {
  const { places, silent, rows } = matrixOf(comparison)
  expect(places.map(({ id }) => id)).toEqual(['root', 'paris'])
  expect(silent).toBe(2)
  expect(rows.map(({ element, cells }) => [element.id, ...cells.map(({ kind }) => kind)])).toEqual([
    ['hour', 'own', 'kept'],
    ['market', 'none', 'added'],
  ])
})

it('says of a child of the owner without a record that it is not known', () => {
  const told = {
    ...comparison,
    changes: [...comparison.changes].map((one) => ({ ...one, element: 'market' })),
  }
  expect(matrixOf(told).rows[0]?.cells.map(({ kind }) => kind)).toEqual(['own', 'unknown'])
})

it('compares only what is shown', () => {
  const shown = amongShown(comparison, new Set(['root', 'annecy']))
  expect(shown.places.map(({ id }) => id)).toEqual(['root', 'annecy'])
  expect(measuresOf(shown)[0]?.rows.map(({ place }) => place.id)).toEqual(['annecy'])
  expect(shown.elements.map(({ id }) => id)).toEqual(['hour'])
})
