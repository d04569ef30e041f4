import { beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../../api/exchange/sample/sample.ts'
import { link, node } from '../exchange/story.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { initiative, tell, testApi } from './api.ts'

const store = testStore()
const { ask } = testApi(store)
type Row = Record<string, unknown> & { id: string }
type Cell = Record<'element' | 'place' | 'treatment', string> & Record<'driver' | 'note' | 'source', unknown>
async function compare(given: string) {
  const { data, errors } =
    await ask(`{ compareReplications(${given}) { total truncated elementsTotal resultsTotal
    places { id name generation status territory territoryWithin parent level mode since note source
      kept adapted dropped added notKnown fromElsewhere }
    elements { id name core initiative kept adapted dropped notKnown }
    changes { element place treatment driver note source }
    measures { indicator unit places }
    results { id indicator unit initiative value period method source } } }`)
  expect(errors).toBeUndefined()
  return data?.compareReplications as unknown as {
    total: number
    truncated: boolean
    elementsTotal: number
    resultsTotal: number
    places: Row[]
    elements: Row[]
    changes: Cell[]
    measures: Row[]
    results: Row[]
  } | null
}
const ids = (rows: { id: string }[] | undefined) => rows?.map(({ id }) => id)
const page = 'https://example.org/page'
const element = (id: string, core = false) => node('Element', id, { core })
const result = (id: string, indicator: string, value: number, unit: string, period: string | null) => ({
  ...node('Result', id),
  properties: {
    ...{ indicator, value, unit, source: page, recordedBy: 'us', recordedOn: '2026-01-01' },
    ...(period && { period }),
  },
})
const takes = (child: string, parent: string, level: string, more = {}) =>
  link('REPLICATES', child, parent, { level, ...more })

describe('a café that three places took up', () => {
  // mother ← north (also from a stranger), south, west; south ← far. West is in town, the others are nowhere known.
  beforeAll(() =>
    tell(store, {
      nodes: [
        initiative('mother', { startedOn: '2000' }),
        initiative('stranger', { startedOn: '1990' }),
        initiative('north', { startedOn: '2005', status: 'RUNNING' }),
        initiative('south', { startedOn: '2010', status: 'ENDED' }),
        initiative('west', { status: 'RUNNING' }),
        initiative('far', { startedOn: '2015', status: 'RUNNING' }),
        node('Territory', 'cog:29019', { level: 'MUNICIPALITY', name: 'Brest' }),
        node('Territory', 'dep:29', { level: 'DEPARTMENT', name: 'Finistère' }),
        node('Territory', 'iso:FR', { level: 'COUNTRY', name: 'France' }),
        ...[element('table', true), element('price', true), element('music'), element('garden')],
        ...[element('bread'), element('loan')],
        result('m1', 'meals', 900, 'meals', '2001'),
        result('m2', 'meals', 1200, 'meals', '2002'),
        result('m3', 'volunteers', 7, 'people', null),
        result('n1', 'meals', 30, 'meals', '2006'),
        result('s1', 'meals', 4.5, 'tonnes', '2011'),
        result('s2', 'volunteers', 12, 'people', '2011'),
        result('w1', 'volunteers', 3, 'people', '2012'),
        result('x1', 'meals', 5, 'meals', '2012'),
      ],
      links: [
        takes('north', 'stranger', 'INSPIRED', { since: '2004' }),
        takes('north', 'mother', 'REDONE', { since: '2005', mode: 'LOOSE_AFFILIATION', note: 'By train.' }),
        takes('south', 'mother', 'INSPIRED', { since: '2010' }),
        takes('west', 'mother', 'REDONE'),
        takes('far', 'south', 'REDONE', { since: '2015' }),
        ...['table', 'price', 'music', 'garden'].map((part) => link('CONSISTS_OF', 'mother', part)),
        link('CONSISTS_OF', 'stranger', 'loan'),
        link('CONSISTS_OF', 'south', 'bread'),
        link('KEEPS', 'north', 'table'),
        link('KEEPS', 'south', 'table'),
        link('KEEPS', 'north', 'loan'),
        link('KEEPS', 'north', 'price'),
        link('ADAPTS', 'south', 'price', { driver: 'PUBLIC', note: 'Each pays what they can.' }),
        link('DROPS', 'south', 'music', { note: 'Neighbours sleep.' }),
        link('ADAPTS', 'far', 'bread'),
        ...[
          ['ACTS_IN', 'west', 'cog:29019'],
          ['PART_OF', 'cog:29019', 'dep:29'],
          ['PART_OF', 'dep:29', 'iso:FR'],
        ].map(([type = '', start = '', end = '']) => link(type, start, end)),
        ...['m1', 'm2', 'm3'].map((id) => link('ACHIEVED', 'mother', id)),
        link('ACHIEVED', 'north', 'n1'),
        link('ACHIEVED', 'south', 's1'),
        link('ACHIEVED', 'south', 's2'),
        link('ACHIEVED', 'west', 'w1'),
        link('ACHIEVED', 'stranger', 'x1'),
      ],
    }),
  )

  test('has a column for each place, itself first, then the oldest', async () => {
    const answer = await compare('of: "mother"')
    expect(answer).toMatchObject({ total: 4, truncated: false })
    expect(ids(answer?.places)).toEqual(['mother', 'north', 'south', 'west'])
    expect(answer?.places[1]).toEqual({
      ...{ id: 'north', name: 'north', generation: 1, status: 'RUNNING' },
      ...{ territory: null, territoryWithin: null },
      ...{ parent: 'mother', level: 'REDONE', mode: 'LOOSE_AFFILIATION', since: '2005' },
      ...{ note: 'By train.', source: page },
      // Music and garden are not known; the loan is the stranger's.
      ...{ kept: 2, adapted: 0, dropped: 0, added: 0, notKnown: 2, fromElsewhere: 1 },
    })
    expect(answer?.places[0]).toMatchObject({
      ...{ parent: null, level: null, since: null, source: page },
      ...{ kept: 0, adapted: 0, dropped: 0, added: 0, notKnown: 0, fromElsewhere: 0 },
    })
    // Table kept, price adapted, music dropped: only the garden is not known; the bread is its own.
    expect(answer?.places[2]).toMatchObject({ kept: 1, adapted: 1, dropped: 1, added: 1, notKnown: 1 })
    expect(answer?.places[3]).toMatchObject({ territory: 'Brest', territoryWithin: 'Finistère', notKnown: 4 })
  })

  test('has its elements as rows: core first, then the most changed, then what places added', async () => {
    const answer = await compare('of: "mother"')
    const row = (id: string, core: boolean, counts: number[], owner = 'mother') => {
      const [kept, adapted, dropped, notKnown] = counts
      return { id, name: id, core, initiative: owner, kept, adapted, dropped, notKnown }
    }
    expect(answer?.elements).toEqual([
      row('price', true, [1, 1, 0, 1]),
      row('table', true, [2, 0, 0, 1]),
      row('music', false, [0, 0, 1, 2]),
      row('garden', false, [0, 0, 0, 3]),
      row('bread', false, [0, 0, 0, 0], 'south'),
    ])
    expect(answer?.elementsTotal).toBe(5)
  })

  test('has a cell only where somebody recorded what a place did', async () => {
    const answer = await compare('of: "mother"')
    const cell = (element: string, place: string, treatment: string, driver: unknown, note: unknown) => ({
      ...{ element, place, treatment, driver, note, source: page },
    })
    expect(answer?.changes).toEqual([
      cell('price', 'north', 'KEPT', null, null),
      cell('price', 'south', 'ADAPTED', 'PUBLIC', 'Each pays what they can.'),
      cell('table', 'north', 'KEPT', null, null),
      cell('table', 'south', 'KEPT', null, null),
      cell('music', 'south', 'DROPPED', null, 'Neighbours sleep.'),
      cell('bread', 'south', 'ADDED', null, null),
    ])
  })

  test('sets results side by side by indicator and unit, each where it was measured', async () => {
    const answer = await compare('of: "mother"')
    // Volunteers were counted in three places, meals in two, and once in tonnes.
    expect(answer?.measures).toEqual([
      { indicator: 'volunteers', unit: 'people', places: 3 },
      { indicator: 'meals', unit: 'meals', places: 2 },
      { indicator: 'meals', unit: 'tonnes', places: 1 },
    ])
    expect(answer?.results.map(({ id, initiative, value }) => [id, initiative, value])).toEqual([
      ['m3', 'mother', 7],
      ['s2', 'south', 12],
      ['w1', 'west', 3],
      ['m1', 'mother', 900],
      ['m2', 'mother', 1200],
      ['n1', 'north', 30],
      ['s1', 'south', 4.5],
    ])
    expect(answer?.resultsTotal).toBe(7)
    expect(answer?.results[5]).toEqual({
      ...{ id: 'n1', indicator: 'meals', unit: 'meals', initiative: 'north', value: 30, period: '2006' },
      ...{ method: null, source: page },
    })
  })

  test('goes further down on demand, and what was done with an addition is told', async () => {
    const answer = await compare('of: "mother", depth: 2')
    expect(answer?.places.at(-1)).toMatchObject({ id: 'far', generation: 2, parent: 'south', adapted: 1 })
    // Far took up south alone: nothing is missing about the mother's four elements.
    expect(answer?.places.at(-1)).toMatchObject({ notKnown: 0 })
    expect(answer?.elements.at(-1)).toMatchObject({ id: 'bread', adapted: 1, notKnown: 0 })
    expect(answer?.changes.slice(-2).map(({ place, treatment }) => [place, treatment])).toEqual([
      ['south', 'ADDED'],
      ['far', 'ADAPTED'],
    ])
  })

  test('leaves out other levels, states and territories, never itself', async () => {
    expect(ids((await compare('of: "mother", depth: 2, levels: [REDONE]'))?.places)).toEqual([
      ...['mother', 'north', 'west'],
    ])
    expect(ids((await compare('of: "mother", depth: 2, statuses: [RUNNING]'))?.places)).toEqual([
      ...['mother', 'north', 'west', 'far'],
    ])
    expect(ids((await compare('of: "mother", territory: "iso:FR"'))?.places)).toEqual(['mother', 'west'])
    expect(ids((await compare('of: "mother", territory: "nowhere"'))?.places)).toEqual(['mother'])
  })

  test('tells the whole number when `first` leaves places out', async () => {
    const answer = await compare('of: "mother", first: 2')
    expect(answer).toMatchObject({ total: 4, truncated: true, elementsTotal: 4, resultsTotal: 4 })
    expect(ids(answer?.places)).toEqual(['mother', 'north'])
    expect(answer?.changes.map(({ place }) => place)).toEqual(['north', 'north'])
  })

  test('that nobody took up is a column of its own', async () => {
    const answer = await compare('of: "far"')
    expect(answer).toMatchObject({ total: 1, elements: [], changes: [], measures: [], results: [] })
    // The bread is of a place that is not shown here.
    expect(answer?.places[0]).toMatchObject({ parent: null, adapted: 0, fromElsewhere: 1 })
  })

  test('of nobody is nothing', async () => {
    expect(await compare('of: "nobody"')).toBeNull()
  })

  test.each(['depth: 0', 'depth: 41', 'first: 0', 'first: 1001'])('refuses %s', async (given) => {
    const { errors } = await ask(`{ compareReplications(of: "mother", ${given}) { total } }`)
    expect(errors?.[0]?.extensions.code).toBe(given.startsWith('first') ? 'LIMIT' : 'INVALID')
  })
})

test('a lattice of 20 layers of 10 is compared like any other family', async () => {
  const layers = Array.from({ length: 20 }, (_, layer) =>
    Array.from({ length: 10 }, (_, place) => `${layer}:${place}`),
  )
  const links = layers.flatMap((layer, depth) =>
    layer.flatMap((child) => (layers[depth - 1] ?? []).map((parent) => takes(child, parent, 'REDONE'))),
  )
  await tell(store, {
    nodes: [...layers.flat().map((id) => initiative(id)), element('table', true)],
    links: [...links, link('CONSISTS_OF', '0:0', 'table'), link('KEEPS', '1:9', 'table')],
  })
  const began = performance.now()
  const answer = await compare('of: "0:0", depth: 40')
  expect(performance.now() - began).toBeLessThan(5_000)
  // The first of layer 0 and the ten of each of the nineteen layers below.
  expect(answer).toMatchObject({ total: 191, elements: [{ kept: 1, notKnown: 9 }] })
})

describe('in the sample', () => {
  beforeAll(async () => {
    await emptyGraph(store)
    await seed(store.driver, store.database)
  })

  test('the Accorderie of Québec went to three places, and France changed two of its eight elements', async () => {
    const answer = await compare('of: "sample:accorderie-quebec"')
    expect(ids(answer?.places)).toEqual([
      ...['sample:accorderie-quebec', 'sample:accorderie-trois-rivieres'],
      ...['sample:accorderies-france', 'sample:accorderie-manicouagan'],
    ])
    // Eight elements of Québec, five that France added.
    expect(answer?.elementsTotal).toBe(13)
    expect(answer?.places[2]).toMatchObject({ kept: 3, adapted: 2, dropped: 0, added: 5, notKnown: 3 })
    expect(answer?.elements.slice(0, 4).every(({ core }) => core)).toBe(true)
    expect(answer?.elements[0]).toMatchObject({ id: 'sample:acc-temps', kept: 3, notKnown: 0 })
    // Québec counted its members thrice, Trois-Rivières once.
    expect(answer?.measures[0]).toEqual({ indicator: 'accordeurs', unit: 'personnes', places: 2 })
    expect(answer?.results.slice(0, 4).map(({ value, period }) => [value, period])).toEqual([
      [100, '2004'],
      [400, '2007'],
      [700, '2016'],
      [450, '2016-03'],
    ])
  })
})
