import { beforeAll, describe, expect, test } from 'vitest'
import { graphServer } from '../../api/graphql.ts'
import { contextOf, reading, type Read } from '../../api/read.ts'
import { seed } from '../../api/exchange/sample/sample.ts'
import { link } from '../exchange/story.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { initiative, partner, tell, testApi } from './api.ts'

const store = testStore()
const { ask } = testApi(store)
const graph = await graphServer()
type Row = Record<string, unknown>
async function counts(given: string) {
  const { data, errors } = await ask(`{ partnerMap(${given}) { total truncated nodes { id depth } links { id }
    expansions { node kind role count } leftOut { kind depth count } } }`)
  expect(errors).toBeUndefined()
  const map = data?.partnerMap as unknown as Partial<
    Record<'nodes' | 'links' | 'expansions' | 'leftOut', Row[]>
  > & {
    total: number
    truncated: boolean
  }
  return { ...map, expansions: map.expansions?.map((row) => Object.values(row).join(' ')) }
}
const takesPart = (who: string, what: string, role: string, given = {}) =>
  link('PARTNERS_IN', who, what, { role, ...given })

describe('what a map does not show is counted', () => {
  // The friends carry and host the café; the town funds it and two more; the guild hosts it.
  beforeAll(() =>
    tell(store, {
      nodes: [
        initiative('café', { status: 'RUNNING' }),
        initiative('tearoom', { status: 'ENDED' }),
        initiative('library', { status: 'RUNNING' }),
        partner('friends'),
        partner('guild', { kind: 'COMPANY' }),
        partner('town', { kind: 'LOCAL_AUTHORITY' }),
      ],
      links: [
        takesPart('friends', 'café', 'CARRIER', { since: '2012' }),
        takesPart('friends', 'café', 'HOST', { since: '2012', until: '2013' }),
        takesPart('friends', 'café', 'HOST', { since: '2016' }),
        takesPart('guild', 'café', 'HOST', { since: '2014' }),
        takesPart('town', 'café', 'FUNDER'),
        takesPart('town', 'tearoom', 'FUNDER'),
        takesPart('town', 'library', 'RELAY', { since: '2015' }),
      ],
    }),
  )

  test('for each node by role, and once in all roles together', async () => {
    const { expansions } = await counts('of: ["café"], depth: 1, first: 1')
    expect(expansions).toEqual([
      'café PARTNER  3',
      'café PARTNER HOST 2',
      'café PARTNER CARRIER 1',
      'café PARTNER FUNDER 1',
    ])
  })

  test('less what is shown, so that a node with nothing more has no row', async () => {
    const { expansions } = await counts('of: ["café"], depth: 1')
    expect(expansions).toEqual(['town INITIATIVE  2', 'town INITIATIVE FUNDER 1', 'town INITIATIVE RELAY 1'])
    expect((await counts('of: ["café"], depth: 2')).expansions).toEqual([])
    // The town, which has most links, is the one that is shown.
    expect((await counts('of: ["café"], depth: 1, first: 2')).expansions).toEqual([
      'café PARTNER  2',
      'café PARTNER HOST 2',
      'café PARTNER CARRIER 1',
      'town INITIATIVE  2',
      'town INITIATIVE FUNDER 1',
      'town INITIATIVE RELAY 1',
    ])
  })

  test.each([
    ['roles: [HOST]', ['café PARTNER  2', 'café PARTNER HOST 2']],
    ['kinds: [COMPANY]', ['café PARTNER  1', 'café PARTNER HOST 1']],
    [
      'on: "2013-06", roles: [HOST, CARRIER]',
      ['café PARTNER  1', 'café PARTNER CARRIER 1', 'café PARTNER HOST 1'],
    ],
    ['to: "2011"', ['café PARTNER  1', 'café PARTNER FUNDER 1']],
  ])('under the filter %s', async (filter, expected) => {
    expect((await counts(`of: ["café"], depth: 1, first: 1, ${filter}`)).expansions).toEqual(expected)
  })

  test('under a filter that what was named does not pass', async () => {
    const { expansions } = await counts(
      'of: ["café", "town"], depth: 1, first: 2, kinds: [COMPANY], statuses: [RUNNING]',
    )
    expect(expansions).toEqual([
      'café PARTNER  1',
      'café PARTNER HOST 1',
      'town INITIATIVE  1',
      'town INITIATIVE RELAY 1',
    ])
  })

  test('by kind and distance, when `first` left it out', async () => {
    expect(await counts('of: ["café"], depth: 2, first: 2')).toMatchObject({
      total: 6,
      truncated: true,
      leftOut: [
        { kind: 'PARTNER', depth: 1, count: 2 },
        { kind: 'INITIATIVE', depth: 2, count: 2 },
      ],
    })
    expect(await counts('of: ["café"], depth: 2')).toMatchObject({ truncated: false, leftOut: [] })
    expect(await counts('of: ["nobody"]')).toMatchObject({ total: 0, expansions: [], leftOut: [] })
  })

  test.each([
    ['{ partnerMap(of: ["café"]) { total nodes { id } links { id } } }', []],
    ['{ partnerMap(of: ["café"]) { more: expansions { count } } }', ['expansions']],
    [
      '{ partnerMap(of: ["café"]) { ...rest } } fragment rest on PartnerMap { leftOut { count } }',
      ['leftOut'],
    ],
    ['{ partnerMap(of: ["café"]) { total expansions @include(if: false) { count } } }', []],
    ['{ partnerMap(of: ["café"]) { memberships { network } starts { id } } }', ['memberships', 'starts']],
    [
      '{ partnerMap(of: ["café"]) { nodes { ...n } } } fragment n on PartnerMapNode { id where: within }',
      ['within'],
    ],
    ['{ partnerMap(of: ["café"]) { nodes { withinCode territory } } }', ['within']],
  ])('only where it is asked: %s', async (query, expected) => {
    const asked: Record<string, unknown>[] = []
    const read = reading(store.driver, store.database)
    const noting: Read = (text, parameters) => {
      asked.push(parameters['given'] as Record<string, unknown>)
      return read(text, parameters)
    }
    await graph.executeOperation({ query }, { contextValue: contextOf(noting) })
    const onDemand = ['expansions', 'leftOut', 'memberships', 'starts', 'within']
    expect(asked.map((given) => onDemand.filter((name) => given[name] === true))).toEqual([expected])
  })
})

describe('in the sample', () => {
  beforeAll(async () => {
    await emptyGraph(store)
    await seed(store.driver, store.database)
  })

  // accorderies.yaml: in Haute-Savoie (dep 74) or Annecy (cog 74010) are the Accorderie and five partners; of its seven
  // partner links two are with others, Secours Catholique and France Active, which are based in no smaller place than France.
  test('around Haute-Savoie stand the Accorderie of Annecy and its seven partners', async () => {
    const { nodes, links, total } = await counts('of: ["dep:74"], depth: 1')
    expect(
      nodes?.filter(({ depth }) => depth === 0).map(({ id }) => String(id).replace('sample:', '')),
    ).toEqual(
      expect.arrayContaining([
        'accorderie-annecy',
        'caf-haute-savoie',
        'ccas-annecy',
        'departement-haute-savoie',
        'haute-savoie-habitat',
        'le-temps-quon-seme',
      ]),
    )
    expect(nodes?.filter(({ depth }) => depth === 1).map(({ id }) => id)).toEqual([
      'sample:secours-catholique',
      'sample:france-active',
    ])
    expect([total, links?.length]).toEqual([8, 7])
  })

  // Of these seven, two began after 2014: the CAF's (2017-01) and France Active's (2015); the CAF stays, as based there.
  test('in 2014 two of these links had not begun', async () => {
    const { nodes, links } = await counts('of: ["dep:74"], depth: 1, on: "2014"')
    expect([nodes?.length, links?.length]).toEqual([7, 5])
  })

  // All `partner: france-active` of the YAML: the Accorderie of Annecy, and one garden of Réseau Cocagne as a FUNDER.
  test('France Active would bring one more initiative to that map', async () => {
    const { expansions } = await counts('of: ["dep:74"], depth: 1')
    expect(expansions?.filter((row) => row.startsWith('sample:france-active'))).toEqual([
      'sample:france-active INITIATIVE  1',
      'sample:france-active INITIATIVE FUNDER 1',
    ])
  })
})
