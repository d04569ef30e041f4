import { beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../../api/exchange/sample/sample.ts'
import { network } from '../../web/partner-map/network.ts'
import type { MapRows } from '../../web/partner-map/query.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { covered, opened } from '../web/partner-map/opened.ts'
import { testApi } from './api.ts'

const store = testStore()
const { ask } = testApi(store)

const maps: [name: string, of: string[], depth: number][] = [
  ['Secours Catholique', ['sample:secours-catholique'], 2],
  ['Secours Catholique, three links deep', ['sample:secours-catholique'], 3],
  ['Fondation Macif', ['sample:fondation-macif'], 2],
  ['an Accorderie', ['sample:accorderie-chambery'], 2],
  ['an Accorderie, four links deep', ['sample:accorderie-chambery'], 4],
  ['two networks', ['sample:mouvement-emmaus-france', 'sample:net-accorderies-france'], 2],
  ['Île-de-France', ['reg:11'], 2],
  ['France', ['iso:FR'], 2],
]

async function rowsOf(of: string[], depth: number): Promise<MapRows> {
  const { data, errors } = await ask(
    `query ($of: [ID!]!, $depth: Int!) { partnerMap(of: $of, depth: $depth, first: 300) {
      starts { id kind name }
      nodes { id kind name depth degree partnerKind status startedOn endedOn familyId familyName territory withinCode within }
      links { id partner initiative role since until note source } } }`,
    { of, depth },
  )
  expect(errors).toBeUndefined()
  return data?.partnerMap as unknown as MapRows
}

describe('the maps of the sample, as they open', () => {
  beforeAll(async () => {
    await emptyGraph(store)
    await seed(store.driver, store.database)
  })

  test.each(maps)('%s: no name over a name or a mark, no link through a name', async (_, of, depth) => {
    const rows = await rowsOf(of, depth)
    expect(rows.nodes.length).toBeGreaterThan(10)
    const map = network(rows, { of: rows.starts.map(({ id }) => id), on: '2026-11-22' })
    for (const shape of ['wide', 'tall'] as const) {
      const drawn = opened(map, shape)
      expect(covered(drawn), shape).toEqual([])
      expect(drawn.marks.filter(({ label }) => label).length, shape).toBeGreaterThan(2)
    }
  })
})
