import { beforeAll, describe, expect, test } from 'vitest'
import { graphServer } from '../../api/graphql.ts'
import { seed } from '../../api/exchange/sample/sample.ts'
import { contextOf, reading } from '../../api/read.ts'
import { link, node } from '../exchange/story.ts'
import { initiative, partner, tell } from '../api/api.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { testInsights } from './insights.ts'

const store = testStore()
const { ask, fresh, entity } = testInsights(store)
const graph = await graphServer()
type Figure = { id: string } & Record<string, unknown>
type Map = { total: number; truncated: boolean; communities: unknown[]; nodes: Figure[] }
async function figures(given: string, fields: string) {
  const { data, errors } = await ask(`{ mapFigures(${given}) { ${fields} } }`)
  expect(errors).toBeUndefined()
  return data?.['mapFigures'] as Map
}
const ids = async (given: string) => (await figures(given, 'nodes { id }')).nodes.map(({ id }) => id)
const takesPart = (who: string, what: string, role = 'CARRIER') =>
  link('PARTNERS_IN', who, what, { role, ...(role === 'HOST' && { since: '2001' }) })

describe('the figures of a map', () => {
  // ann – rose – bob – lily, and a tree that nobody takes part in, which came from the roses.
  beforeAll(async () => {
    await tell(store, {
      nodes: [
        partner('ann', { name: 'Ann' }),
        partner('bob', { name: 'Bob' }),
        ...['rose', 'lily', 'tree'].map((id) => initiative(id)),
        node('Network', 'florists'),
        node('Theme', 'flowers'),
        node('Theme', 'shrubs'),
        node('Programme', 'seeds', { kind: 'CALL' }),
        node('Territory', 'iso:FR', { level: 'COUNTRY' }),
        node('Territory', 'dep:26', { level: 'DEPARTMENT' }),
      ],
      links: [
        takesPart('ann', 'rose'),
        takesPart('ann', 'rose', 'HOST'),
        takesPart('bob', 'rose'),
        takesPart('bob', 'lily'),
        link('REPLICATES', 'tree', 'rose', { level: 'REDONE' }),
        link('MEMBER_OF', 'ann', 'florists'),
        link('RUNS', 'florists', 'seeds'),
        link('BROADER', 'shrubs', 'flowers'),
        link('ABOUT', 'rose', 'shrubs'),
        link('ABOUT', 'seeds', 'shrubs'),
        link('PART_OF', 'dep:26', 'iso:FR'),
        link('ACTS_IN', 'lily', 'dep:26'),
      ],
    })
    await fresh()
  })

  test('are those of the whole graph, with what was not computed left out', async () => {
    const { nodes } = await figures(
      'of: ["ann", "tree"], depth: 4',
      'nodes { id communityId betweenness reach }',
    )
    // Of the 6 pairs of the 4 others, ann-bob and ann-lily meet over rose, rose-lily and ann-lily over bob.
    expect(nodes).toEqual([
      { id: 'ann', communityId: 'ann', betweenness: 0, reach: null },
      { id: 'tree', communityId: null, betweenness: 0, reach: 0 },
      { id: 'rose', communityId: 'ann', betweenness: 2 / 6, reach: 1 },
      { id: 'bob', communityId: 'bob', betweenness: 2 / 6, reach: null },
      { id: 'lily', communityId: 'bob', betweenness: 0, reach: 0 },
    ])
  })

  test('share all the time of who walks at random', async () => {
    const { nodes } = await figures('of: ["ann", "tree"], depth: 4', 'nodes { id pageRank }')
    expect(nodes.reduce((sum, row) => sum + Number(row['pageRank']), 0)).toBeCloseTo(1, 9)
    expect(await entity('Partner', 'bob', 'centrality { pageRank }')).toEqual({
      centrality: { pageRank: nodes.find(({ id }) => id === 'bob')?.['pageRank'] },
    })
  })

  test('name each community once, with how many of the map are in it', async () => {
    const { communities } = await figures('of: ["ann"], depth: 2', 'communities { id name count }')
    expect(communities).toEqual([
      { id: 'ann', name: 'Ann', count: 2 },
      { id: 'bob', name: 'Bob', count: 1 },
    ])
  })

  test('place everybody where the picture of everything has them', async () => {
    await entity('Partner', 'ann', 'mapPosition { x }')
    const { nodes } = await figures('of: ["ann"], depth: 1', 'nodes { id x y }')
    const places = [
      await entity('Partner', 'ann', 'mapPosition { x y }'),
      await entity('Initiative', 'rose', 'mapPosition { x y }'),
    ]
    expect(places).toEqual(nodes.map(({ x, y }) => ({ mapPosition: { x, y } })))
    expect(nodes.map(({ x }) => typeof x)).toEqual(['number', 'number'])
  })

  test.each([
    ['of: ["ann"], depth: 1', ['ann', 'rose']],
    ['of: ["florists"], depth: 1', ['ann', 'rose']],
    ['of: ["iso:FR"], depth: 1', ['lily', 'bob']],
    ['of: ["flowers"], depth: 1', ['rose', 'ann', 'bob']],
    ['of: ["nobody"]', []],
    ['of: ["nobody", "tree"]', ['tree']],
  ])('are of the nodes around %s', async (given, expected) => {
    const found = await ids(given)
    expect(found.toSorted()).toEqual(expected.toSorted())
    expect(found[0]).toBe(expected[0])
  })

  test('are cut at the number asked for, with the true total', async () => {
    expect(await figures('of: ["ann"], depth: 4, first: 2', 'total truncated nodes { id }')).toEqual({
      total: 4,
      truncated: true,
      nodes: [{ id: 'ann' }, { id: 'rose' }],
    })
  })
})

describe('on the sample', () => {
  beforeAll(async () => {
    await emptyGraph(store)
    await seed(store.driver, store.database)
    await fresh()
  })
  const contextValue = contextOf(reading(store.driver, store.database))

  test.each([
    'of: ["sample:secours-catholique"], depth: 4, first: 100',
    'of: ["sample:accorderie-annecy", "sample:france-active"], depth: 1',
    'of: ["iso:FR"], depth: 2, first: 1000',
    'of: ["sample:accorderies-france", "dep:74"], depth: 3, first: 7',
  ])('the nodes are those of the partner map, in its order: %s', async (given) => {
    const { body } = await graph.executeOperation(
      { query: `{ partnerMap(${given}) { total nodes { id } } }` },
      { contextValue },
    )
    const map = body.kind === 'single' ? (body.singleResult.data?.['partnerMap'] as Map) : undefined
    expect(map?.nodes.length).toBeGreaterThan(1)
    expect(await figures(given, 'total nodes { id }')).toEqual(JSON.parse(JSON.stringify(map)))
  })
})
