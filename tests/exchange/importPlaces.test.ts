import { expect, test } from 'vitest'
import { departmentOf, placeOf } from '../../api/exchange/places/places.ts'

test.each([
  ['Brest', 48.3905, -4.486, 'cog:29019'],
  ['Lyon', 45.7578, 4.832, 'cog:69123'],
  ['Paris, an inner district', 48.8742, 2.3505, 'cog:75056'],
  ['Saint-Denis de La Réunion', -20.8817, 55.4622, 'cog:97411'],
  ['Cayenne', 4.9385, -52.333, 'cog:97302'],
  ['the isle of Ouessant', 48.46, -5.09, 'cog:29155'],
  ['Ferney-Voltaire, on the border', 46.2558, 6.1081, 'cog:01160'],
  ['fields in the Lozère', 44.55, 3.35, 'dep:48'],
  ['a street between Ivry and Paris', 48.8213, 2.3293, 'reg:11'],
  ['Genève', 46.2044, 6.1432, 'iso:CH'],
  ['Lomé, by the border of Ghana', 6.1269, 1.2171, 'iso:TG'],
  ['Tunis', 36.907, 10.3018, 'iso:TN'],
  ['a point at sea', 47.5, -6.5, undefined],
  ['a point in the ocean', 0, 0, undefined],
])('%s lies where it lies', (_, latitude, longitude, territory) => {
  const place = placeOf(latitude, longitude)
  expect(place.territory).toBe(territory)
  if (!territory || territory.startsWith('reg:')) expect(place.doubt).toBeTruthy()
})

test.each([
  ['75011', '75'],
  ['1', '01'],
  ['01000', '01'],
  ['1000', '01'],
  ['2a', '2A'],
  ['20200', '2B'],
  ['97300', '973'],
  ['974', '974'],
  ['99', undefined],
  ['NR', undefined],
])('the département of %s is %s', (word, department) => {
  expect(departmentOf(word)).toBe(department)
})
