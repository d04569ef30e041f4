import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { prepareImport } from '../../api/exchange/importing/prepare.ts'
import { writeImport } from '../../api/exchange/importing/write.ts'
import { readMapping } from '../../api/exchange/mapping/mapping.ts'
import { seed } from '../../api/exchange/sample/sample.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { testApi } from './api.ts'
import { expectSums, type Model } from './fit.ts'

const store = testStore()
const { ask } = testApi(store)
async function fit(given: string): Promise<Model[]> {
  const { data, errors } = await ask(`{ fitFor(${given}) { total models { id name example score
    parts { reason points evidence { id points } } sponsors { id } ready { id isEnough } } } }`)
  expect(errors).toBeUndefined()
  return data?.fitFor?.['models'] as Model[]
}
const rowOf = (models: Model[], id: string) => {
  const model = models.find((row) => row.id === id)
  return (
    model && [model.example, model.score, Object.fromEntries(model.parts.map((p) => [p.reason, p.points]))]
  )
}

describe('in the sample', () => {
  beforeAll(async () => {
    await emptyGraph(store)
    await seed(store.driver, store.database)
  })

  test('Brest is offered the youth cooperatives of Quimper and the participatory budget of Rennes', async () => {
    const models = await fit('territory: "cog:29019", first: 100')
    // Finistère 5; Quimper and La Rochelle have 50,000 to 199,999 inhabitants 4; a sponsor group in Quimper 3.
    expect(rowOf(models, 'sample:cjs-hearst')).toEqual([
      'sample:cjs-quimper',
      12,
      { NEARBY: 5, SIMILAR_TERRITORIES: 4, SPONSOR_NEAR: 3 },
    ])
    // Bretagne 3; Grenoble, Montreuil and Bobigny are of its size 6; the city of Rennes carries it 2.
    expect(rowOf(models, 'sample:bp-porto-alegre')).toEqual([
      'sample:bp-rennes',
      11,
      { NEARBY: 3, SIMILAR_TERRITORIES: 6, SPONSOR_NEAR: 2 },
    ])
    expectSums(models)
  })

  test('Brest is not offered the Incroyables comestibles that are in Recouvrance', async () => {
    const models = await fit('territory: "cog:29019", first: 100')
    expect(models.map(({ id }) => id)).not.toContain('sample:incredible-edible-todmorden')
  })

  test('the Secours Catholique is first offered what resembles its Accorderies, never these', async () => {
    const models = await fit('partner: "sample:secours-catholique", first: 100')
    expect(models[0]).toMatchObject({ id: 'sample:lets-comox-valley' })
    const ids = models.map(({ id }) => id)
    // It takes part in Accorderies, zero-unemployment territories, a street newspaper and a food bank of Paris.
    for (const id of ['accorderie-quebec', 'ebe-seiches-1995', 'street-news-new-york', 'st-marys-food-bank'])
      expect(ids).not.toContain(`sample:${id}`)
    expectSums(models)
  })
})

const folder = new URL('../../../shared/data/france-sengage/', import.meta.url)
const files = ['ffe_v0_sites.csv', 'ffe_v3_projects.csv']

describe.skipIf(!existsSync(folder))(
  "among the laureates of La France s'engage (skipped without their files)",
  () => {
    beforeAll(async () => {
      await emptyGraph(store)
      const given = files.map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }))
      await writeImport(store.driver, store.database, prepareImport(readMapping('france-sengage'), given))
    })

    test('Gap, where sport helps against cancer, shares both themes with two other projects', async () => {
      const models = await fit('territory: "cog:05061", first: 100')
      // Three projects of the file are about health and sport: that of Gap, number 13, and numbers 18 and 53.
      const both = models.filter(
        ({ parts }) => parts.find(({ reason }) => reason === 'SHARED_THEMES')?.points === 6,
      )
      expect(both.map(({ id }) => id).sort()).toEqual(['la-france-s-engage:18', 'la-france-s-engage:53'])
      expect(models.map(({ id }) => id)).not.toContain('la-france-s-engage:13')
      expectSums(models)
    })
  },
)
