import { describe, expect, it } from 'vitest'
import { indicators, type Result } from '../../web/initiatives/results.ts'
import { figure } from '../../web/ui/figure.ts'

const spaced = (text: string) => text.replace(/\s/g, ' ')

describe('a figure', () => {
  it.each([
    [100, 'personnes', '100 personnes'],
    [3_200_000, 'repas', '3 200 000 repas'],
    [0.8, '%', '0,8 %'],
    [1.37, '%', '1,37 %'],
    [115, 'CCAS', '115 CCAS'],
    [11_000, 'EUR', '11 000 euros'],
    [42.5, 'EUR', '42,50 euros'],
    [110_000_000, 'CAD', '110 000 000 dollars canadiens'],
    [20_000, 'GBP', '20 000 livres sterling'],
  ])('%d %s reads as in French: %s', (value, unit, words) => {
    expect(spaced(figure(value, unit))).toBe(words)
  })
})

describe('results', () => {
  const result = (indicator: string, value: number, period: string | null, unit = 'personnes'): Result => ({
    id: `${indicator}:${period}`,
    indicator,
    value,
    unit,
    period,
    method: null,
    source: 'https://example.org/page',
  })
  const told = (...results: Result[]) =>
    indicators(results).map(({ name, results: own }) => [name, ...own.map(({ value }) => value)])

  it('are grouped by what they measure, in the order of time, each one as it is', () => {
    expect(
      told(
        result('members', 700, '2016'),
        result('hours', 2300, '2013', 'heures'),
        result('members', 100, '2004'),
        result('members', 400, '2007-05'),
      ),
    ).toEqual([
      ['members', 100, 400, 700],
      ['hours', 2300],
    ])
  })

  it('in another unit stand apart, and those without a date come last', () => {
    expect(
      told(result('vote', 20, null, '%'), result('vote', 500, '2014'), result('vote', 30, '2015', '%')),
    ).toEqual([
      ['vote', 500],
      ['vote', 30, 20],
    ])
  })
})
