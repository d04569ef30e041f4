import { describe, expect, test } from 'vitest'
import type { ToldProblem } from '../../../web/import/answers.ts'
import { byRow, contextOf, counted } from '../../../web/import/problems.ts'

const problem = (given: Partial<ToldProblem>): ToldProblem => ({
  ...{ severity: 'warning', kind: 'left out', rule: 'is no date' },
  ...given,
})
const date = problem({ file: 'b.csv', row: 3, column: 'Date', value: 'jadis' })
const place = problem({ file: 'b.csv', row: 3, column: 'Ville', severity: 'error' })
const other = problem({ file: 'a.csv', row: 9, column: 'Date' })
const whole = problem({ value: 'Les Tablées', severity: 'note' })
const stopping = problem({ file: 'a.csv', severity: 'critical' })

describe('problems', () => {
  test('stand together by row, in the order of the files, what stops all first and what is only told last', () => {
    const rows = byRow([whole, date, other, place, stopping], [])
    expect(rows.map(({ problems }) => problems)).toEqual([[stopping], [other], [date, place], [whole]])
  })

  test('are counted by how bad they are, the worst first', () => {
    expect(counted([date, other, place, whole])).toEqual([
      { severity: 'error', count: 1 },
      { severity: 'warning', count: 2 },
      { severity: 'note', count: 1 },
    ])
  })

  test('show what tells their row from others: words that are not at fault', () => {
    const cells = { 'N°': '12', Nom: 'Le Fournil', Date: 'jadis', Ville: 'Metz', Thème: 'Pain' }
    const [row] = byRow([date], [{ file: 'b.csv', row: 3, cells }])
    expect(row && contextOf(row)).toBe('Le Fournil · Metz')
    const long = { Nom: 'Le Fournil', Objet: 'a'.repeat(2000) }
    const [same] = byRow([date], [{ file: 'b.csv', row: 3, cells: long }])
    expect(same && contextOf(same)).toBe(`Le Fournil · ${'a'.repeat(60)}…`)
  })
})
