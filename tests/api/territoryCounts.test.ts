import { beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../../api/exchange/sample/sample.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { tell, testApi } from './api.ts'
import { valleys } from './places.ts'

const store = testStore()
const { ask } = testApi(store)
const numbers = 'initiatives partners partnersBased inspired redone scaled'
type Numbers = Record<'initiatives' | 'partners' | 'partnersBased' | 'inspired' | 'redone' | 'scaled', number>
const as = (...given: [number, number, number, number, number, number]): Numbers => {
  const [initiatives, partners, partnersBased, inspired, redone, scaled] = given
  return { initiatives, partners, partnersBased, inspired, redone, scaled }
}

async function countsIn(code: string, given = ''): Promise<unknown> {
  const { data, errors } = await ask(
    `{ territory(code: "${code}") { counts${given && `(${given})`} { ${numbers} } } }`,
  )
  expect(errors).toBeUndefined()
  return data?.territory?.counts
}
async function countsOf(given: string) {
  const { data, errors } = await ask(
    `{ territoryCounts(${given}) { total truncated territories { code name level ${numbers} } } }`,
  )
  expect(errors).toBeUndefined()
  return data?.territoryCounts as unknown as {
    total: number
    truncated: boolean
    territories: (Numbers & { code: string; name: string })[]
  }
}

describe('in the valleys', () => {
  beforeAll(() => tell(store, valleys()))

  // Initiatives, partners of these, partners based there, then INSPIRED, REDONE and SCALED by the child's place.
  const whole: [string, string, Numbers][] = [
    ['a commune: garden and kiosk; town and assoc; town', 'cog:26113', as(2, 2, 1, 1, 0, 0)],
    ['a commune that shares its garden with another', 'cog:26108', as(1, 2, 1, 0, 0, 0)],
    ['an intercommunality: the garden of its two communes once', 'epci:242600534', as(2, 2, 2, 1, 0, 0)],
    ['a département: what acts in the whole of it as well', 'dep:26', as(3, 3, 2, 2, 0, 1)],
    ['the other département: the orchard redid the garden', 'dep:38', as(1, 1, 2, 0, 1, 0)],
    ['a region: each of four initiatives once', 'reg:84', as(4, 3, 4, 2, 1, 1)],
    ['a country, which holds communes by two ways up', 'iso:FR', as(4, 3, 4, 2, 1, 1)],
    ['a country where nothing is', 'iso:BE', as(0, 0, 0, 0, 0, 0)],
  ]
  test.each(whole)('%s', async (_, code, expected) => {
    expect(await countsIn(code)).toEqual(expected)
  })

  test.each([
    ['roles: only the garden has a funder', 'roles: [FUNDER]', as(1, 1, 1, 0, 0, 0)],
    ['levels: the grove alone scaled', 'levels: [SCALED]', as(1, 1, 4, 0, 0, 1)],
    ['levels: grove and kiosk were inspired', 'levels: [INSPIRED]', as(2, 2, 4, 2, 0, 0)],
    ['statuses: garden and grove run', 'statuses: [RUNNING]', as(2, 3, 4, 1, 0, 1)],
    ['theme: garden, orchard and kiosk are about food', 'theme: "food"', as(3, 2, 4, 1, 1, 0)],
    ['recordedBy: the kiosk and idle', 'recordedBy: "them"', as(1, 1, 1, 1, 0, 0)],
    ['on: in 2004 garden and orchard, one redone', 'on: "2004"', as(2, 2, 4, 0, 1, 0)],
    ['on: in 2016 the grove had not scaled yet', 'on: "2016"', as(3, 3, 4, 1, 1, 0)],
    ['on with roles: the carrier left in June 2010', 'on: "2010-07", roles: [CARRIER]', as(0, 0, 0, 0, 0, 0)],
    ['from: the kiosk is gone', 'from: "2022"', as(3, 3, 4, 1, 1, 1)],
    ['to: only the garden was there', 'to: "2000"', as(1, 2, 4, 0, 0, 0)],
  ])('filtered by %s', async (_, given, expected) => {
    expect(await countsIn('iso:FR', given)).toEqual(expected)
    const { territories } = await countsOf(`level: COUNTRY, ${given}`)
    expect(territories.find(({ code }) => code === 'iso:FR')).toMatchObject(expected)
    // The lists count the same.
    const list = await ask(`{ initiativesCount(territory: "iso:FR", ${given}) }`)
    expect(list.data?.initiativesCount).toBe(expected.initiatives)
  })

  test('a map has a row for each territory of the level, by name, those with nothing too', async () => {
    const { total, truncated, territories } = await countsOf('level: DEPARTMENT')
    expect({ total, truncated }).toEqual({ total: 2, truncated: false })
    expect(territories).toEqual([
      { code: 'dep:26', name: 'Drôme', level: 'DEPARTMENT', ...as(3, 3, 2, 2, 0, 1) },
      { code: 'dep:38', name: 'Isère', level: 'DEPARTMENT', ...as(1, 1, 2, 0, 1, 0) },
    ])
    expect((await countsOf('level: COUNTRY')).territories.map(({ code }) => code)).toEqual([
      'iso:BE',
      'iso:FR',
    ])
  })

  test('a map of what is inside one territory', async () => {
    const inside = await countsOf('level: MUNICIPALITY, inside: "dep:26"')
    expect(inside.territories.map(({ code, initiatives }) => [code, initiatives])).toEqual([
      ['cog:26108', 1],
      ['cog:26113', 2],
    ])
    expect(await countsOf('level: REGION, inside: "dep:26"')).toEqual({
      total: 0,
      truncated: false,
      territories: [],
    })
    expect(await countsOf('level: REGION, inside: "nowhere"')).toMatchObject({ total: 0, territories: [] })
  })

  test('a map says what `first` left out', async () => {
    const { total, truncated, territories } = await countsOf('level: MUNICIPALITY, first: 1')
    expect({ total, truncated }).toEqual({ total: 3, truncated: true })
    expect(territories.map(({ name }) => name)).toEqual(['Crest'])
  })

  test('a map of more than 50,000 rows is refused', async () => {
    const { errors } = await ask('{ territoryCounts(level: REGION, first: 50001) { total } }')
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'LIMIT' } })
  })
})

describe('in the sample', () => {
  beforeAll(async () => {
    await emptyGraph(store)
    await seed(store.driver, store.database)
  })

  // Read in the families' files: Disco Soupe de Neuchâtel (redone from Paris and from Berlin), the three gardens of
  // Geneva (Cocagne inspired by the Vétérinaires, two redone from Cocagne), the SEL du Val-de-Ruz (inspired by Ariège);
  // AED in Neuchâtel, the Fédération genevoise in Geneva, Bourgeon in Switzerland.
  test('Switzerland has five initiatives, three partners, two inspirations and four that were redone', async () => {
    expect(await countsIn('iso:CH')).toEqual(as(5, 3, 3, 2, 4, 0))
    expect(
      (await countsOf('level: COUNTRY')).territories.find(({ code }) => code === 'iso:CH'),
    ).toMatchObject(as(5, 3, 3, 2, 4, 0))
  })
})
