import { beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../../api/exchange/sample/sample.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { tell, testApi } from './api.ts'
import { cafés } from './families.ts'

const store = testStore()
const { ask } = testApi(store)
type Row = Record<string, unknown>
async function lineage(given: string) {
  const { data, errors } = await ask(`{ lineage(${given}) { total truncated
    initiatives { id generation isOtherParent replicatedByCount elementCount }
    links { child parent level since kept adapted dropped } } }`)
  expect(errors).toBeUndefined()
  return data?.lineage as unknown as
    { total: number; truncated: boolean; initiatives: Row[]; links: Row[] } | null | undefined
}

describe('the ancestors of a community café', () => {
  beforeAll(() => tell(store, cafés))

  test('stand above it over every parent, by the shortest way up, the oldest first', async () => {
    const answer = await lineage('of: "daughter"')
    expect(answer?.initiatives.map(({ id, generation }) => [id, generation])).toEqual([
      ['daughter', 0],
      ['grandmother', -1],
      ['mother', -1],
      ['neighbour', -1],
      ['uncle', -2],
    ])
    expect(answer).toMatchObject({ total: 5, truncated: false })
  })

  test('come with each replication once, and what was done to the elements of that parent', async () => {
    const answer = await lineage('of: "daughter"')
    const told = answer?.links.map(({ child, parent, kept, adapted, dropped }) => [
      `${child} ← ${parent}`,
      kept,
      adapted,
      dropped,
    ])
    expect(told?.sort()).toEqual([
      ['daughter ← grandmother', 0, 0, 0],
      ['daughter ← mother', 1, 0, 1],
      ['daughter ← neighbour', 0, 1, 0],
      ['mother ← grandmother', 0, 0, 0],
      ['neighbour ← uncle', 0, 0, 0],
    ])
  })

  test('are cut at the number asked for, with the true total and no link to what was left out', async () => {
    const answer = await lineage('of: "daughter", first: 2')
    expect(answer).toMatchObject({ total: 5, truncated: true })
    expect(answer?.links).toMatchObject([{ child: 'daughter', parent: 'grandmother' }])
  })

  test('of a first one are itself alone', async () => {
    expect(await lineage('of: "uncle"')).toMatchObject({ total: 1, links: [] })
  })

  test('of nobody are nothing', async () => {
    expect(await lineage('of: "nobody"')).toBeNull()
  })
})

test('in the sample, the Accorderie of Annecy comes from Chambéry, from France and from Québec', async () => {
  await emptyGraph(store)
  await seed(store.driver, store.database)
  const answer = await lineage('of: "sample:accorderie-annecy"')
  expect(
    answer?.initiatives.map(({ id, generation, elementCount }) => [id, generation, elementCount]),
  ).toEqual([
    ['sample:accorderie-annecy', 0, 2],
    ['sample:accorderies-france', -1, 5],
    ['sample:accorderie-chambery', -1, 1],
    ['sample:accorderie-quebec', -2, 8],
  ])
  const name = (id: unknown) => String(id).replace(/sample:accorderies?-/, '')
  expect(
    answer?.links
      .map(({ child, parent, level, since, kept, adapted, dropped }) =>
        [name(child), name(parent), level, since, kept, adapted, dropped].join(' '),
      )
      .sort(),
  ).toEqual([
    'annecy chambery REDONE 2013 0 0 0',
    'annecy france SCALED 2014-11 2 0 0',
    'chambery france SCALED 2011-11 1 1 0',
    'france quebec SCALED 2011-06 3 2 0',
  ])
})
