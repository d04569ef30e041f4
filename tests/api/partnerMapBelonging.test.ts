import { beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../../api/exchange/sample/sample.ts'
import { link, node } from '../exchange/story.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { initiative, partner, tell, testApi } from './api.ts'

const store = testStore()
const { ask } = testApi(store)
type Row = Record<string, unknown>
async function map(given: string, fields: string) {
  const { data, errors } = await ask(`{ partnerMap(${given}) { ${fields} } }`)
  expect(errors).toBeUndefined()
  return data?.partnerMap as unknown as { total: number; nodes: Row[]; memberships: Row[]; starts: Row[] }
}
const memberships = async (given: string) =>
  (await map(given, 'memberships { node network name isHead tier since until source }')).memberships
const starts = async (given: string) => (await map(given, 'starts { id kind name }')).starts

describe('the partners of two cafés', () => {
  // The friends were members of the cafés until 2014 and are of the readers; the bank heads the cafés and is a member.
  beforeAll(() =>
    tell(store, {
      nodes: [
        initiative('café'),
        initiative('tearoom'),
        partner('friends'),
        partner('bank'),
        partner('elsewhere'),
        node('Network', 'cafés', { name: 'The cafés' }),
        node('Network', 'readers', { name: 'The readers' }),
        node('Network', 'nobody', { name: 'Nobody yet' }),
        node('Theme', 'coffee', { name: 'Coffee' }),
        node('Commons', 'recipe', { kind: 'GUIDE' }),
        node('Programme', 'beans', { kind: 'CALL' }),
        node('Territory', 'iso:FR', { level: 'COUNTRY', name: 'France' }),
        node('Territory', 'reg:84', { level: 'REGION', name: 'Auvergne-Rhône-Alpes' }),
        node('Territory', 'dep:26', { level: 'DEPARTMENT', name: 'Drôme' }),
        node('Territory', 'epci:200000001', { level: 'INTERCOMMUNALITY', name: 'Le Val' }),
        node('Territory', 'cog:26345', { level: 'MUNICIPALITY', name: 'Taulignan' }),
        node('Territory', 'iso:CA', { level: 'COUNTRY', name: 'Canada' }),
        node('Territory', 'geonames:1', { level: 'REGION', name: 'Québec' }),
        node('Territory', 'geonames:2', { level: 'MUNICIPALITY', name: 'Montréal' }),
      ],
      links: [
        link('PARTNERS_IN', 'friends', 'café', { role: 'CARRIER' }),
        link('PARTNERS_IN', 'bank', 'café', { role: 'FUNDER' }),
        link('PARTNERS_IN', 'bank', 'tearoom', { role: 'FUNDER' }),
        link('MEMBER_OF', 'friends', 'cafés', { since: '2010', until: '2014', tier: 'LOCAL' }),
        link('MEMBER_OF', 'friends', 'readers', { since: '2012-05' }),
        link('MEMBER_OF', 'elsewhere', 'readers'),
        link('MEMBER_OF', 'bank', 'cafés'),
        link('HEADS', 'bank', 'cafés'),
        link('RUNS', 'cafés', 'beans'),
        link('ABOUT', 'café', 'coffee'),
        link('ABOUT', 'beans', 'coffee'),
        link('PART_OF', 'reg:84', 'iso:FR'),
        link('PART_OF', 'dep:26', 'reg:84'),
        link('PART_OF', 'epci:200000001', 'reg:84'),
        link('PART_OF', 'cog:26345', 'epci:200000001'),
        link('PART_OF', 'cog:26345', 'dep:26'),
        link('PART_OF', 'geonames:1', 'iso:CA'),
        link('PART_OF', 'geonames:2', 'geonames:1'),
        link('ACTS_IN', 'café', 'cog:26345'),
        link('ACTS_IN', 'tearoom', 'geonames:2'),
        link('BASED_IN', 'friends', 'reg:84'),
        link('BASED_IN', 'bank', 'iso:FR'),
      ],
    }),
  )

  test('belong to networks, a row for each link, and to no other network than their own', async () => {
    const rows = await memberships('of: ["café"], depth: 1')
    const page = { source: 'https://example.org/page' }
    const undated = { tier: null, since: null, until: null, ...page }
    expect(rows).toHaveLength(4)
    expect(rows).toEqual(
      expect.arrayContaining([
        { node: 'bank', network: 'cafés', name: 'The cafés', isHead: true, ...undated },
        { node: 'bank', network: 'cafés', name: 'The cafés', isHead: false, ...undated },
        {
          ...{ node: 'friends', network: 'cafés', name: 'The cafés', isHead: false, tier: 'LOCAL' },
          ...{ since: '2010', until: '2014', ...page },
        },
        {
          ...{ node: 'friends', network: 'readers', name: 'The readers', isHead: false, tier: null },
          ...{ since: '2012-05', until: null, ...page },
        },
      ]),
    )
  })

  test.each([
    ['on: "2011"', ['bank cafés', 'bank cafés', 'friends cafés']],
    ['on: "2015"', ['bank cafés', 'bank cafés', 'friends readers']],
    ['from: "2014", to: "2014"', ['bank cafés', 'bank cafés', 'friends cafés', 'friends readers']],
    ['roles: [FUNDER]', ['bank cafés', 'bank cafés']],
    ['first: 1', []],
  ])('belong to networks under the same conditions as the map: %s', async (given, expected) => {
    const rows = await memberships(`of: ["café"], depth: 1, ${given}`)
    expect(rows.map((row) => `${String(row['node'])} ${String(row['network'])}`).sort()).toEqual(expected)
  })

  test('lie in a region of France or in a country', async () => {
    const { nodes } = await map('of: ["café"], depth: 2', 'nodes { id territory within withinCode }')
    expect(nodes.map((row) => Object.values(row))).toEqual([
      ['café', 'Taulignan', 'Auvergne-Rhône-Alpes', 'reg:84'],
      ['bank', 'France', 'France', 'iso:FR'],
      ['friends', 'Auvergne-Rhône-Alpes', 'Auvergne-Rhône-Alpes', 'reg:84'],
      ['tearoom', 'Montréal', 'Canada', 'iso:CA'],
    ])
  })

  test('lie nowhere when nobody said where', async () => {
    const { nodes } = await map('of: ["elsewhere"]', 'nodes { within withinCode }')
    expect(nodes).toEqual([{ within: null, withinCode: null }])
  })

  test('are around what was asked for, told in that order, each once', async () => {
    expect(await starts('of: ["coffee", "iso:CA", "cafés", "bank", "café", "coffee"]')).toEqual([
      { id: 'coffee', kind: 'THEME', name: 'Coffee' },
      { id: 'iso:CA', kind: 'TERRITORY', name: 'Canada' },
      { id: 'cafés', kind: 'NETWORK', name: 'The cafés' },
      { id: 'bank', kind: 'PARTNER', name: 'bank' },
      { id: 'café', kind: 'INITIATIVE', name: 'café' },
    ])
  })

  test('are around nothing that is no start of a map', async () => {
    expect(await starts('of: ["unknown", "recipe", "beans", "café"]')).toEqual([
      { id: 'café', kind: 'INITIATIVE', name: 'café' },
    ])
  })

  test('are around a network that has nobody yet: it is told, and nobody', async () => {
    expect(await map('of: ["nobody"]', 'total nodes { id } starts { id kind name }')).toEqual({
      total: 0,
      nodes: [],
      starts: [{ id: 'nobody', kind: 'NETWORK', name: 'Nobody yet' }],
    })
  })

  test('are around a theme without the programmes about it', async () => {
    const { total, nodes } = await map('of: ["coffee"], depth: 1', 'total nodes { id kind }')
    expect([total, nodes]).toEqual([
      3,
      [
        { id: 'café', kind: 'INITIATIVE' },
        { id: 'bank', kind: 'PARTNER' },
        { id: 'friends', kind: 'PARTNER' },
      ],
    ])
  })
})

describe('in the sample', () => {
  beforeAll(async () => {
    await emptyGraph(store)
    await seed(store.driver, store.database)
  })

  // accorderies.yaml: carried by an association of Annecy; the Accorderie acts in Annecy, in Auvergne-Rhône-Alpes.
  test('the Accorderie of Annecy is in Auvergne-Rhône-Alpes, that of Québec in Canada', async () => {
    const of = 'of: ["sample:accorderie-annecy", "sample:accorderie-quebec"], depth: 1, first: 2'
    const { nodes } = await map(of, 'nodes { id within }')
    expect(nodes.sort((a, b) => String(a['id']).localeCompare(String(b['id'])))).toEqual([
      { id: 'sample:accorderie-annecy', within: 'Auvergne-Rhône-Alpes' },
      { id: 'sample:accorderie-quebec', within: 'Canada' },
    ])
  })
})
