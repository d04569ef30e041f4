import { beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../../api/exchange/sample/sample.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { tell, testApi } from './api.ts'
import { cafés } from './families.ts'

const store = testStore()
const { ask } = testApi(store)
type Row = Record<string, unknown>
type Family = { total: number; truncated: boolean; initiatives: Row[]; links: Row[] }
async function family(field: 'dissemination' | 'lineage', given: string) {
  const { data, errors } = await ask(`{ ${field}(${given}) { total truncated
    initiatives { id generation isOtherParent isOnTheWay added elementCount } links { child parent } } }`)
  expect(errors).toBeUndefined()
  return data?.[field] as unknown as Family
}
const ids = async (given: string) => (await family('dissemination', given)).initiatives.map(({ id }) => id)
const above = async (given: string) => (await family('lineage', given)).initiatives.map(({ id }) => id)
const marked = ({ initiatives }: Family) =>
  initiatives.map(({ id, isOnTheWay }) => `${id}${isOnTheWay ? ', on the way' : ''}`)

beforeAll(() => tell(store, cafés))

describe('asked for a territory, a family', () => {
  test('is who acts in it or inside it, and who lies between them and the one asked for', async () => {
    const rhône = await family('dissemination', 'of: "mother", territory: "dep:69"')
    expect(marked(rhône)).toEqual(['mother', 'daughter, on the way', 'granddaughter'])
    expect(rhône).toMatchObject({
      total: 3,
      truncated: false,
      links: [
        { child: 'daughter', parent: 'mother' },
        { child: 'granddaughter', parent: 'daughter' },
      ],
    })
  })

  test('reaches up as it reaches down', async () => {
    expect(marked(await family('dissemination', 'of: "mother", territory: "iso:CA"'))).toEqual([
      'mother, on the way',
      'grandmother',
    ])
  })

  // The daughter took up the grandmother directly and through the mother: both are ways.
  test('has every way there, not only the shortest', async () => {
    expect(marked(await family('dissemination', 'of: "grandmother", territory: "reg:11"'))).toEqual([
      'grandmother, on the way',
      'mother, on the way',
      'daughter',
      'sister',
    ])
  })

  test('has another parent that acts there, and its child in between, but no other one', async () => {
    const rhône = await family('dissemination', 'of: "uncle", territory: "dep:69"')
    expect(marked(rhône)).toEqual([
      'uncle, on the way',
      'neighbour, on the way',
      'daughter, on the way',
      'granddaughter',
      'mother',
    ])
    expect(rhône.initiatives.filter(({ isOtherParent }) => isOtherParent).map(({ id }) => id)).toEqual([
      'mother',
    ])
  })

  test('is the one asked for when nobody acts there', async () => {
    expect(marked(await family('dissemination', 'of: "mother", territory: "iso:XX"'))).toEqual([
      'mother, on the way',
    ])
  })

  test('is cut after that, with its own total', async () => {
    const cut = await family('dissemination', 'of: "mother", territory: "dep:69", first: 2')
    expect(cut).toMatchObject({ total: 3, truncated: true, links: [{ child: 'daughter' }] })
  })

  test('is not marked when none is asked for', async () => {
    const { initiatives } = await family('dissemination', 'of: "mother"')
    expect(initiatives.filter(({ isOnTheWay }) => isOnTheWay)).toEqual([])
  })

  test('shows its presence of that day', async () => {
    expect(await ids('of: "mother", territory: "dep:75", on: "2011"')).toEqual(['mother', 'sister'])
    expect(await ids('of: "mother", territory: "dep:75", on: "2012"')).toEqual([
      'mother',
      'daughter',
      'sister',
    ])
  })
})

describe('as it stood on a date, a family', () => {
  // Began: grandmother 1990, mother 2000, daughter 2010, sister 2011 (to 2013), granddaughter 2020; neighbour taken up 2015.
  test.each([
    ['1985', ['mother']],
    ['1990', ['mother', 'grandmother']],
    ['2009-12-31', ['mother', 'grandmother']],
    ['2010-06', ['mother', 'grandmother', 'daughter']],
    ['2014', ['mother', 'grandmother', 'daughter', 'sister']],
    ['2015', ['mother', 'grandmother', 'daughter', 'sister', 'neighbour']],
    ['2020-01', ['mother', 'grandmother', 'daughter', 'sister', 'granddaughter', 'neighbour']],
  ])('in %s has who had begun, whoever ended since, and the one asked for', async (on, expected) => {
    expect(await ids(`of: "mother", on: "${on}"`)).toEqual(expected)
  })

  test('keeps those of unknown date', async () => {
    expect(await ids('of: "grandmother", on: "1990"')).toEqual(['grandmother', 'aunt'])
  })

  test('has no link of later', async () => {
    const { links } = await family('dissemination', 'of: "neighbour", on: "2012"')
    expect(links).toEqual([{ child: 'neighbour', parent: 'uncle' }])
  })
})

test('what is added is counted once, where it came from others', async () => {
  const added = async (of: string) =>
    (await family('dissemination', `of: "${of}"`)).initiatives.map(
      ({ id, added, elementCount }) => `${id} ${added} of ${elementCount}`,
    )
  expect((await added('mother')).sort()).toEqual([
    'daughter 1 of 1',
    'granddaughter 0 of 0',
    'grandmother 0 of 0',
    'mother 2 of 2',
    'neighbour 1 of 1',
    'sister 0 of 0',
  ])
  expect(await added('uncle')).toContain('uncle 0 of 1')
})

describe('a lineage', () => {
  test('follows only the levels asked for', async () => {
    expect(await above('of: "sister", levels: [REDONE]')).toEqual(['sister'])
    expect(await above('of: "daughter", levels: [REDONE]')).toEqual([
      'daughter',
      'grandmother',
      'mother',
      'neighbour',
    ])
  })

  test('as it stood on a date has no parent of later', async () => {
    expect(await above('of: "daughter", on: "2014"')).toEqual(['daughter', 'grandmother', 'mother'])
    expect(await above('of: "daughter", on: "1995"')).toEqual(['daughter', 'grandmother'])
  })

  test('towards a territory has the ancestors that act there and those between', async () => {
    expect(marked(await family('lineage', 'of: "granddaughter", territory: "iso:CA"'))).toEqual([
      'granddaughter, on the way',
      'daughter, on the way',
      'grandmother',
      'mother, on the way',
    ])
    expect(marked(await family('lineage', 'of: "daughter", territory: "dep:69"'))).toEqual([
      'daughter, on the way',
      'mother',
    ])
  })
})

// cooperatives-jeunesse-de-services.yaml, in Bretagne: its own programme, Quimper, Rennes and Quintin (2013), Coglais
// (2014), Saint-Malo and the inspired coopératives éphémères (undated); Loudéac (2017) and Saint-Avé (2015-10) came later.
test('in the sample, the Coopératives jeunesse came to Bretagne from Hearst over Québec', async () => {
  await emptyGraph(store)
  await seed(store.driver, store.database)
  const bretagne = await family('dissemination', 'of: "sample:cjs-hearst", territory: "reg:53", on: "2014"')
  expect(marked(bretagne).sort()).toEqual([
    'sample:cjs-bretagne',
    'sample:cjs-coglais',
    'sample:cjs-hearst, on the way',
    'sample:cjs-quebec, on the way',
    'sample:cjs-quimper',
    'sample:cjs-quintin',
    'sample:cjs-rennes',
    'sample:cjs-saint-malo',
    'sample:cooperatives-ephemeres-quartier',
  ])
  // One link up from each but the first.
  expect(bretagne).toMatchObject({ total: 9, links: { length: 8 } })
})
