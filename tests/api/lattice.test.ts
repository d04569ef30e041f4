import neo4j from 'neo4j-driver'
import type { ProfiledPlan } from 'neo4j-driver'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenStatement } from '../../api/statements.ts'
import { link, node } from '../exchange/story.ts'
import { testStore } from '../support/store.ts'
import { tell, testApi } from './api.ts'
import { lattice } from './families.ts'

const store = testStore()
const { ask } = testApi(store)

/** A lattice in which one of the first and one of the last act in France. */
function told(depth: number) {
  const { nodes, links } = lattice(depth)
  return tell(store, {
    nodes: [...nodes, node('Territory', 'iso:FR', { level: 'COUNTRY' })],
    links: [...links, link('ACTS_IN', '0:3', 'iso:FR'), link('ACTS_IN', `${depth - 1}:7`, 'iso:FR')],
  })
}

async function family(field: 'dissemination' | 'lineage', given: string) {
  const began = performance.now()
  const { data, errors } = await ask(
    `{ ${field}(first: 1000, ${given}) { total truncated initiatives { id } links { id } } }`,
  )
  expect(errors).toBeUndefined()
  expect(performance.now() - began).toBeLessThan(5_000)
  const { total, truncated, links } = data?.[field] as unknown as Record<string, unknown[]>
  return { total, truncated, links: links?.length }
}

const filters = 'levels: [REDONE, SCALED], on: "2020", territory: "iso:FR"'

describe('a lattice of 20 layers of 10, with its 10²⁰ paths, is drawn like any other family', () => {
  beforeAll(() => told(20))

  // 19 pairs of layers with 100 links each.
  test('from its midst', async () => {
    expect(await family('dissemination', 'of: "5:3"')).toEqual({ total: 200, truncated: false, links: 1900 })
  })

  // 19 layers of ten and itself; ten links up from it and 100 between each of the 18 pairs of layers above.
  test('up to its ancestors', async () => {
    expect(await family('lineage', 'of: "19:0"')).toEqual({ total: 191, truncated: false, links: 1810 })
  })

  // Itself, the 18 layers between and the one at the other end that acts in France: 10 + 17 × 100 + 10 links. Seen from
  // above, the other one that acts there is another parent of the layer below: one more, with its ten links.
  test('towards a territory, by level, as it stood on a date', async () => {
    expect(await family('dissemination', `of: "0:0", ${filters}`)).toEqual({
      total: 183,
      truncated: false,
      links: 1730,
    })
    expect(await family('lineage', `of: "19:0", ${filters}`)).toEqual({
      total: 182,
      truncated: false,
      links: 1720,
    })
  })

  test('when the date leaves only the one asked for', async () => {
    expect(await family('dissemination', 'of: "5:3", on: "2009"')).toEqual({
      total: 1,
      truncated: false,
      links: 0,
    })
  })

  test('in the list of families and for the family of a node of a map', async () => {
    const { data } = await ask(
      '{ families { id initiatives generations } partnerMap(of: ["19:0"]) { nodes { familyId } } }',
    )
    expect(data?.families).toHaveLength(1)
    expect(data?.families?.[0]).toMatchObject({ initiatives: 200, generations: 19 })
    expect(data?.partnerMap?.nodes).toEqual([{ familyId: '0:0' }])
  })
})

describe('what a family costs', () => {
  const unfiltered = { levels: null, territory: null, on: null }
  const filtered = { levels: ['REDONE', 'SCALED'], territory: 'iso:FR', on: '2020' }

  async function hits(file: string, of: string, filter: object) {
    const given = { of, depth: neo4j.int(40), first: neo4j.int(1000), recorders: true, ...filter }
    const text = `CYPHER 5 PROFILE\n${givenStatement(`queries/Query.${file}.cypher`)}`
    const { summary } = await store.driver.executeQuery(text, { given }, { database: store.database })
    return summary.profile ? total(summary.profile) : NaN
  }
  const total = ({ dbHits, children }: ProfiledPlan): number =>
    children.reduce((sum, child) => sum + total(child), Number(dbHits))

  // 900 links and 1,900: 2.1 times as many, and 10¹⁰ times as many paths.
  test('grows with its links', async () => {
    const cost = async (depth: number) => {
      await told(depth)
      return Promise.all([
        hits('dissemination', '0:0', unfiltered),
        hits('dissemination', '0:0', filtered),
        hits('lineage', `${depth - 1}:0`, unfiltered),
        hits('lineage', `${depth - 1}:0`, filtered),
      ])
    }
    const [small, big] = [await cost(10), await cost(20)]
    for (const [place, before] of small.entries()) {
      expect(before).toBeGreaterThan(900)
      expect((big[place] ?? NaN) / before).toBeLessThan(2.3)
    }
  })
})
