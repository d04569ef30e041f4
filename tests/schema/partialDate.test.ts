import { expect, test } from 'vitest'
import { PartialDate } from '../../api/partialDate.ts'

test.each(['2014', '2014-05', '2014-05-12', '2024-02-29', '0987'])('%s is a partial date', (date) => {
  expect(PartialDate.parseValue(date)).toBe(date)
})

test.each([
  '',
  '14',
  '2014-5',
  '2014-13',
  '2014-00',
  '2014-02-30',
  '2023-02-29',
  '2014-05-12T00:00',
  '12/05/2014',
  2014,
  null,
])('%j is none, and the refusal says how to write one', (date) => {
  expect(() => PartialDate.parseValue(date)).toThrow(/is not a date: write a year, a month or a day/)
})
