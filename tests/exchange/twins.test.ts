import { expect, test } from 'vitest'
import { twins } from '../../api/exchange/importing/twins.ts'

const pairs = (...names: string[]) => twins(names, (name) => name)

test('names that differ by a plural, a letter or spaces may be one', () => {
  expect(pairs('UNICEF Ventures Fund', 'Norad', 'UNICEF Venture Fund')).toEqual([
    ['UNICEF Ventures Fund', 'UNICEF Venture Fund'],
  ])
  expect(pairs("Agence nationale de l'habitat", "Agence National de l'Habitat")).toHaveLength(1)
})

test('names that differ in a number, and short ones, are of two', () => {
  expect(pairs('Régie de quartier 1', 'Régie de quartier 2')).toEqual([])
  expect(pairs('Coorace', 'Coorac')).toEqual([])
  expect(pairs('AP-HP', 'APHM')).toEqual([])
})

test('short names that differ by signs and spaces alone may be one', () => {
  expect(pairs('AP-HP', 'OMS', 'APHP')).toEqual([['AP-HP', 'APHP']])
})
