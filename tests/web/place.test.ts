import { expect, it } from 'vitest'
import { besideName, placeInWords } from '../../web/ui/place.ts'

const france = { name: 'France', level: 'COUNTRY' as const }
const region = { name: 'Auvergne-Rhône-Alpes', level: 'REGION' as const, partOf: [france] }
const drome = { name: 'Drôme', level: 'DEPARTMENT' as const, partOf: [region] }
const epci = { name: 'CC Dieulefit-Bourdeaux', level: 'INTERCOMMUNALITY' as const, partOf: [drome] }

it('a commune is told with its department, region and country, without its intercommunality', () => {
  const commune = { name: 'Dieulefit', level: 'MUNICIPALITY' as const, partOf: [epci, drome] }
  expect(placeInWords(commune)).toBe('Dieulefit, Drôme, Auvergne-Rhône-Alpes, France')
})

it('a name is not said twice', () => {
  const department = { name: 'Paris', level: 'DEPARTMENT' as const, partOf: [france] }
  expect(placeInWords({ name: 'Paris', level: 'MUNICIPALITY', partOf: [department] })).toBe('Paris, France')
})

it('a country stands alone', () => {
  expect(placeInWords(france)).toBe('France')
})

it('a place that a name says is not said beside it', () => {
  expect(besideName('Accorderie de Paris 19e', 'Paris 19e Arrondissement')).toBeNull()
  expect(besideName('Accorderie de Bordeaux', 'Bordeaux')).toBeNull()
  expect(besideName('Accorderie du Pays Diois', 'Die')).toBe('Die')
  expect(besideName('Unapei', undefined)).toBeNull()
})
