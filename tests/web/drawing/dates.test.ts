import { describe, expect, it } from 'vitest'
import { barHeight, isWithin, nextYear, partialDate } from '../../../web/drawing/dates.ts'

describe('a typed date', () => {
  it('is a year, a month or a day', () => {
    expect(['2014', '2014-05', '2014-05-12'].map(partialDate)).toEqual(['2014', '2014-05', '2014-05-12'])
  })

  it('may be written as people write it', () => {
    expect(
      ['5/2014', '12/05/2014', 'mai 2014', 'Août 2014', 'sept. 2014', '1er mai 2014'].map(partialDate),
    ).toEqual(['2014-05', '2014-05-12', '2014-05', '2014-08', '2014-09', '2014-05-01'])
    expect(['May 2014', '12 december 2014'].map(partialDate)).toEqual(['2014-05', '2014-12-12'])
  })

  it('is none when there is no such month or day', () => {
    for (const text of ['2014-13', '2015-02-29', '31/04/2014', '14', 'hier', '', '2014-00', 'brumaire 2014'])
      expect(partialDate(text), text).toBeNull()
    expect(partialDate('2016-02-29')).toBe('2016-02-29')
  })

  it('lies within the years that its span touches', () => {
    expect(isWithin('1992', 1992, 2026)).toBe(true)
    expect(isWithin('1991-12-31', 1992, 2026)).toBe(false)
    expect(isWithin('2026-11', 1992, 2026)).toBe(true)
    expect(isWithin('2027', 1992, 2026)).toBe(false)
  })
})

describe('playing the years', () => {
  it('goes a year further', () => {
    expect(nextYear('2014', 1992, 2026)).toBe(2015)
    expect(nextYear('2014-05', 1992, 2026)).toBe(2015)
  })

  it('begins with the first one, when all are shown or the last is reached', () => {
    expect([nextYear(null, 1992, 2026), nextYear('2026', 1992, 2026)]).toEqual([1992, 1992])
  })
})

describe('the bar of a year', () => {
  it('has three pixels for each start', () => {
    expect([0, 1, 5].map((count) => barHeight(count, 5))).toEqual([0, 3, 15])
  })

  it('is lower when the highest would be above 24', () => {
    expect([1, 12, 24].map((count) => barHeight(count, 24))).toEqual([2, 12, 24])
    expect(barHeight(1, 5000)).toBe(2)
  })
})
