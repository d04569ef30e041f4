import { beforeAll, describe, expect, test } from 'vitest'
import { link, node } from '../exchange/story.ts'
import { initiative, partner, tell } from '../api/api.ts'
import { testStore } from '../support/store.ts'
import { testInsights } from './insights.ts'

const store = testStore()
const { ask, fresh, entity } = testInsights(store)
const takesPart = (who: string, where: string, role = 'CARRIER') => link('PARTNERS_IN', who, where, { role })
const redone = (child: string, parent: string) => link('REPLICATES', child, parent, { level: 'REDONE' })

describe('a chain of three partners and two gardens', () => {
  // ann — rose — bob — lily — cat: a path of five nodes.
  beforeAll(async () => {
    await tell(store, {
      nodes: [...['ann', 'bob', 'cat'].map((id) => partner(id)), initiative('rose'), initiative('lily')],
      links: [
        takesPart('ann', 'rose'),
        takesPart('bob', 'rose'),
        takesPart('bob', 'rose', 'FUNDER'),
        takesPart('bob', 'lily'),
        takesPart('cat', 'lily'),
      ],
    })
    await fresh()
  })

  test('has its middle on four of the six pairs of others, its ends on none', async () => {
    // Pairs around bob: ann-rose, ann-lily, ann-cat, rose-lily, rose-cat, lily-cat; the first and the last pass him by.
    expect(await entity('Partner', 'bob', 'centrality { degree betweenness isEstimated rank }')).toEqual({
      centrality: { degree: 2, betweenness: 4 / 6, isEstimated: false, rank: 1 },
    })
    expect(await entity('Partner', 'ann', 'centrality { degree betweenness rank }')).toEqual({
      centrality: { degree: 1, betweenness: 0, rank: 2 },
    })
    expect(await entity('Partner', 'cat', 'centrality { rank }')).toEqual({ centrality: { rank: 2 } })
  })

  test('falls into two pieces of one garden each without its middle', async () => {
    const { data } = await ask('{ bridges { partner { id } cutOff pieces } }')
    expect(data?.bridges).toEqual([{ partner: { id: 'bob' }, cutOff: 1, pieces: 2 }])
  })

  test('is told as five nodes and four links, whatever the number of roles', async () => {
    const { data } = await ask('{ insights { nodes links isStale problem } }')
    expect(data?.insights).toEqual({ nodes: 5, links: 4, isStale: false, problem: null })
  })
})

describe('a family in the shape of a diamond', () => {
  // top ← left, right; left, right ← bottom.
  beforeAll(async () => {
    await tell(store, {
      nodes: [
        ...['top', 'left', 'right', 'bottom', 'alone'].map((id) => initiative(id)),
        node('Territory', 'iso:FR', { level: 'COUNTRY', population: 68_000_000 }),
        node('Territory', 'dep:26', { level: 'DEPARTMENT', population: 500_000 }),
        node('Territory', 'cog:26345', { level: 'MUNICIPALITY', population: 2_000 }),
        node('Territory', 'cog:69123', { level: 'MUNICIPALITY', population: 520_000 }),
        node('Territory', 'cog:01001', { level: 'MUNICIPALITY' }),
        node('Element', 'e1', { core: true }),
        node('Element', 'e2', { core: false }),
        node('Element', 'e3', { core: false }),
        node('Element', 'e4', { core: false }),
      ],
      links: [
        redone('left', 'top'),
        redone('right', 'top'),
        redone('bottom', 'left'),
        redone('bottom', 'right'),
        ...['dep:26', 'cog:69123', 'cog:01001'].map((code) => link('PART_OF', code, 'iso:FR')),
        link('PART_OF', 'cog:26345', 'dep:26'),
        link('ACTS_IN', 'top', 'iso:FR'),
        link('ACTS_IN', 'left', 'dep:26'),
        link('ACTS_IN', 'right', 'cog:69123'),
        link('ACTS_IN', 'bottom', 'cog:26345'),
        link('ACTS_IN', 'bottom', 'cog:01001'),
        ...['e1', 'e2', 'e3', 'e4'].map((element) => link('CONSISTS_OF', 'top', element)),
        link('KEEPS', 'left', 'e1'),
        link('KEEPS', 'left', 'e2'),
        link('ADAPTS', 'left', 'e3'),
        link('DROPS', 'left', 'e4'),
        link('DROPS', 'right', 'e1'),
      ],
    })
    await fresh()
  })
  const reach = 'reach { descendants generations territories population }'

  test('counts the one below both sides once, and a commune within a department that counts not at all', async () => {
    // left, right, bottom; dep:26 holds cog:26345, nobody counted cog:01001: 500,000 + 520,000.
    expect(await entity('Initiative', 'top', reach)).toEqual({
      reach: { descendants: 3, generations: 2, territories: 4, population: 1_020_000 },
    })
    expect(await entity('Initiative', 'right', reach)).toEqual({
      reach: { descendants: 1, generations: 1, territories: 2, population: 2_000 },
    })
  })

  test('reaches nobody from its end', async () => {
    const nothing = { descendants: 0, generations: 0, territories: 0, population: null }
    expect(await entity('Initiative', 'bottom', reach)).toEqual({ reach: nothing })
    expect(await entity('Initiative', 'alone', reach)).toEqual({ reach: nothing })
  })

  test('is as faithful as the share of known elements that were kept', async () => {
    expect(await entity('Initiative', 'left', 'fidelity')).toEqual({ fidelity: 2 / (2 + 1 + 1) })
    expect(await entity('Initiative', 'right', 'fidelity')).toEqual({ fidelity: 0 })
    expect(await entity('Initiative', 'bottom', 'fidelity')).toEqual({ fidelity: null })
  })

  test('has nothing to say of an id that nobody recorded', async () => {
    expect(await entity('Initiative', 'nobody', `${reach} fidelity mapPosition { x }`)).toEqual({
      reach: null,
      fidelity: null,
      mapPosition: null,
    })
  })
})
