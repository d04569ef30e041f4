import { expect, it } from 'vitest'
import { between } from '../../../web/dissemination/panels/between.ts'
import { presentOn, rowsOn } from '../../../web/dissemination/panels/present.ts'
import { startsOf } from '../../../web/dissemination/years.ts'
import { story } from './story.ts'

const family = story({
  first: { startedOn: '1990' },
  month: { startedOn: '2012-05', from: { first: { since: '2012-05' } } },
  late: { startedOn: '2015', from: { first: { since: '2015' } } },
  lateLink: { startedOn: '1995', from: { first: { since: '2014' } } },
  undated: { from: { month: {} } },
  over: { startedOn: '1992', endedOn: '2013-06', from: { first: { since: '1992' } } },
  brief: { startedOn: '2012', endedOn: '2014', from: { first: {} } },
})
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

it('has everybody there without a date', () => {
  expect(presentOn(family, null)).toBeNull()
  expect(rowsOn(family, null)).toBe(family)
})

it('leaves out what began later, keeps what has no date and what had ended', () => {
  expect(presentOn(family, '2012')).toEqual(
    new Set(['first', 'month', 'lateLink', 'undated', 'over', 'brief']),
  )
})

it('leaves out who has no date until one of those it came from is there', () => {
  const undated = story({
    early: { startedOn: '1990' },
    late: { startedOn: '2015', from: { early: {} } },
    alone: {},
    ofLate: { from: { late: {} } },
    ofOfLate: { from: { ofLate: {} } },
    ofBoth: { from: { early: {}, late: {} } },
  })
  expect(presentOn(undated, '2000')).toEqual(new Set(['early', 'alone', 'ofBoth']))
  expect(presentOn(undated, '2015')?.size).toBe(6)
})

it('takes a partial date for its whole span', () => {
  expect(presentOn(family, '2012-04')?.has('month')).toBe(false)
  expect(presentOn(family, '2012-05')?.has('month')).toBe(true)
  expect(presentOn(family, '2012-03')?.has('brief')).toBe(true)
})

it('leaves out a link that came later than both its ends', () => {
  expect(ids(rowsOn(family, '2012').links)).toEqual([
    'month>first',
    'undated>month',
    'over>first',
    'brief>first',
  ])
})

it('tells what appeared, ended and was taken up between two dates, each in time', () => {
  const told = between(family, '2011', '2014')
  expect(ids(told.appeared)).toEqual(['brief', 'month'])
  expect(ids(told.ended)).toEqual(['over', 'brief'])
  expect(ids(told.taken)).toEqual(['month>first', 'lateLink>first'])
  expect(told.unknown).toBe(1)
})

it('marks who was there at the first date, at the second or at both; of the undated nobody knows', () => {
  expect(Object.fromEntries(between(family, '2011', '2013').marks)).toEqual({
    first: 'both',
    month: 'second',
    lateLink: 'both',
    over: 'first',
    brief: 'second',
  })
})

it('counts starts by year, and those without one apart', () => {
  expect(startsOf(family)).toEqual({
    counts: [
      { year: 1990, count: 1 },
      { year: 1992, count: 1 },
      { year: 1995, count: 1 },
      { year: 2012, count: 2 },
      { year: 2015, count: 1 },
    ],
    unknown: 1,
  })
})
