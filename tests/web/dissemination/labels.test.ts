import { expect, it } from 'vitest'
import { fitted, inLines, placeOf } from '../../../web/dissemination/layout/labels.ts'
import { shortened } from '../../../web/drawing/wrap.ts'
import { ticksOf } from '../../../web/drawing/yearLine.ts'
import { story } from './story.ts'

const ten = (text: string) => text.length * 10
const text = { name: 'Accorderie de Chambéry', place: 'Savoie et alentours', under: '' }
const fit = (room: number) => fitted(text, room, 'child', ten)
const placed = (name: string, territory: string, territoryWithin: string) => {
  const [row] = story({ here: { name, territory, territoryWithin } }).initiatives
  return row && placeOf(row)
}

it('says of the territory only what the name does not say', () => {
  expect(placed('Repair Café de Vence', 'Vence', 'Alpes-Maritimes')).toBe('Alpes-Maritimes')
  expect(placed('Accorderie de Paris 18e', 'Paris 18e Arrondissement', 'Paris')).toBe('')
  expect(placed('Le Marabout du 46', 'Marseille', 'Bouches-du-Rhône')).toBe('Marseille')
  expect(placed('CJS du Quebec', 'Québec', 'Canada')).toBe('Canada')
})

it('leaves the territory out first, then cuts the name between words, then inside one', () => {
  expect(fit(500)).toMatchObject({ name: text.name, place: text.place, isCut: false })
  expect(fit(320)).toMatchObject({ name: text.name, place: '', isCut: true })
  expect(fit(215).name).toBe('Accorderie … Chambéry')
  expect(fit(120).name).toMatch(/^Accord.*…\S+$/)
  expect(fit(120).width).toBeLessThanOrEqual(120)
})

it('writes a long name on as many lines as it may, and the territory after the last or under it', () => {
  const lines = (room: number, name: number, all: number) => {
    const { name: first, rest, place, placeLine } = inLines(text, room, 'child', ten, { name, all })
    return [first, ...rest, `${placeLine} ${place}`]
  }
  expect(lines(185, 3, 4)).toEqual(['Accorderie de', 'Chambéry', '2 Savoie … alentours'])
  expect(lines(190, 2, 2)).toEqual(['Accorderie de', 'Chambéry', '0 '])
  expect(lines(320, 2, 2)).toEqual([text.name, '1 Savoie et alentours'])
  const hyphens = { name: 'AMAP de Saint-Martin-de-Seignanx', place: '', under: '' }
  const { name, rest } = inLines(hyphens, 210, 'child', ten, { name: 2, all: 2 })
  expect([name, ...rest]).toEqual(['AMAP de Saint-Martin-', 'de-Seignanx'])
  expect(lines(110, 2, 4)).toEqual(['Accorderie', 'de Chambéry', '2 Savoie…ours'])
})

it('never makes a text wider by shortening it', () => {
  for (const room of [30, 55, 90, 140]) expect(ten(shortened(text.name, room, ten))).toBeLessThanOrEqual(room)
})

it('names as many years as the room allows, the first and the last always', () => {
  const named = (right: number) =>
    ticksOf({ from: 1965, until: 2020, left: 0, right, gaps: [] })
      .filter(({ isNamed }) => isNamed)
      .map(({ year }) => year)
  expect(named(2400)).toHaveLength(55)
  expect(named(1000)).toEqual([1965, 1970, 1975, 1980, 1985, 1990, 1995, 2000, 2005, 2010, 2015, 2019])
  expect(named(100)).toEqual([1965, 2019])
})
