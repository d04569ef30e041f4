import { beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../../api/exchange/sample/sample.ts'
import { link, node } from '../exchange/story.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { initiative, tell, testApi } from './api.ts'

const store = testStore()
const { ask } = testApi(store)
type Commons = { id: string; name: string; uses: string[]; enriches: string[]; lacks: string[] } & Record<
  'usesCount' | 'enrichesCount' | 'lacksCount',
  number
>
async function reuse(given: string) {
  const { data, errors } = await ask(`{ commonsReuse(${given}) { total truncated commonsTotal
    initiatives { id name }
    commons { id name kind licence url usesCount enrichesCount lacksCount uses enriches lacks } } }`)
  expect(errors).toBeUndefined()
  return data?.commonsReuse as unknown as {
    total: number
    truncated: boolean
    commonsTotal: number
    initiatives: { id: string }[]
    commons: Commons[]
  } | null
}
const redone = (child: string, parent: string) => link('REPLICATES', child, parent, { level: 'REDONE' })

describe('the commons of a family of cafés', () => {
  // mother ← daughter (who also took up a neighbour), sister; a stranger shares the handbook but not the family.
  beforeAll(() =>
    tell(store, {
      nodes: [
        initiative('mother', { startedOn: '2000' }),
        initiative('neighbour', { startedOn: '2005' }),
        initiative('daughter', { startedOn: '2010' }),
        initiative('sister', { startedOn: '2011' }),
        initiative('stranger'),
        node('Commons', 'handbook', {
          kind: 'GUIDE',
          licence: 'CC BY 4.0',
          url: 'https://example.org/handbook',
        }),
        node('Commons', 'recipes', { kind: 'DATA' }),
        node('Commons', 'elsewhere', { kind: 'METHOD' }),
      ],
      links: [
        redone('daughter', 'mother'),
        redone('daughter', 'neighbour'),
        redone('sister', 'mother'),
        link('USES', 'mother', 'handbook'),
        link('USES', 'daughter', 'handbook'),
        link('CONTRIBUTES_TO', 'daughter', 'handbook'),
        link('CONTRIBUTES_TO', 'neighbour', 'handbook'),
        link('USES', 'sister', 'recipes'),
        link('USES', 'stranger', 'handbook'),
        link('USES', 'stranger', 'elsewhere'),
      ],
    }),
  )

  test('say who uses, who enriches and who lacks each, the most shared first', async () => {
    const answer = await reuse('of: "mother"')
    expect(answer).toMatchObject({ total: 4, truncated: false, commonsTotal: 2 })
    expect(answer?.initiatives.map(({ id }) => id)).toEqual(['mother', 'daughter', 'sister', 'neighbour'])
    expect(answer?.commons).toEqual([
      {
        ...{ id: 'handbook', name: 'handbook', kind: 'GUIDE' },
        ...{ licence: 'CC BY 4.0', url: 'https://example.org/handbook' },
        ...{ usesCount: 2, enrichesCount: 2, lacksCount: 1 },
        ...{ uses: ['mother', 'daughter'], enriches: ['daughter', 'neighbour'], lacks: ['sister'] },
      },
      {
        ...{ id: 'recipes', name: 'recipes', kind: 'DATA', licence: null, url: null },
        ...{ usesCount: 1, enrichesCount: 0, lacksCount: 3 },
        ...{ uses: ['sister'], enriches: [], lacks: ['mother', 'daughter', 'neighbour'] },
      },
    ])
  })

  test('count the whole family when `first` names only a part of it', async () => {
    const answer = await reuse('of: "mother", first: 1')
    expect(answer).toMatchObject({ total: 4, truncated: true })
    expect(answer?.commons[0]).toMatchObject({ usesCount: 2, enrichesCount: 2, lacksCount: 1 })
    expect(answer?.commons[0]).toMatchObject({ uses: ['mother'], enriches: [], lacks: [] })
  })

  test('of an initiative that came from elsewhere include those above it', async () => {
    const answer = await reuse('of: "sister"')
    expect(answer?.commons.map(({ id, lacks }) => [id, lacks])).toEqual([
      ['handbook', ['sister']],
      ['recipes', ['mother']],
    ])
  })

  test('of nobody are nothing', async () => {
    expect(await reuse('of: "nobody"')).toBeNull()
  })
})

test('a lattice of 20 layers of 10 shares its handbook like any other family', async () => {
  const layers = Array.from({ length: 20 }, (_, layer) =>
    Array.from({ length: 10 }, (_, place) => `${layer}:${place}`),
  )
  const links = layers.flatMap((layer, depth) =>
    layer.flatMap((child) => (layers[depth - 1] ?? []).map((parent) => redone(child, parent))),
  )
  await tell(store, {
    nodes: [...layers.flat().map((id) => initiative(id)), node('Commons', 'handbook', { kind: 'GUIDE' })],
    links: [...links, link('USES', '0:0', 'handbook'), link('USES', '19:9', 'handbook')],
  })
  const began = performance.now()
  const answer = await reuse('of: "5:3"')
  expect(performance.now() - began).toBeLessThan(5_000)
  expect(answer).toMatchObject({ total: 200, commons: [{ usesCount: 2, lacksCount: 198 }] })
})

describe('in the sample', () => {
  beforeAll(async () => {
    await emptyGraph(store)
    await seed(store.driver, store.database)
  })

  test('fifteen of eighteen Accorderies keep their hours with one software, those of Québec do not', async () => {
    const answer = await reuse('of: "sample:accorderie-quebec"')
    expect(answer).toMatchObject({ total: 18, truncated: false, commonsTotal: 5 })
    expect(
      answer?.commons.map(({ id, usesCount, lacksCount }) => [id, usesCount, lacksCount]).slice(0, 3),
    ).toEqual([
      ['sample:acc-banque-temps', 15, 3],
      ['sample:acc-charte', 3, 15],
      ['sample:acc-outils-quebec', 2, 16],
    ])
    expect(answer?.commons[0]?.lacks.sort()).toEqual([
      'sample:accorderie-manicouagan',
      'sample:accorderie-quebec',
      'sample:accorderie-trois-rivieres',
    ])
  })

  test('Nantes and Montpellier took up the toolkit of Disco Soupe Paris, thirteen others are not known to', async () => {
    const answer = await reuse('of: "sample:disco-soupe-paris"')
    expect(answer).toMatchObject({ total: 16, commonsTotal: 2 })
    expect(answer?.commons.map(({ id, uses, lacksCount }) => [id, [...uses].sort(), lacksCount])).toEqual([
      [
        'sample:ds-toolkit',
        ['sample:disco-soupe-montpellier', 'sample:disco-soupe-nantes', 'sample:disco-soupe-paris'],
        13,
      ],
      ['sample:ds-discommandements', ['sample:disco-soupe-paris'], 15],
    ])
  })
})
