import { beforeAll, describe, expect, test } from 'vitest'
import { link, node } from '../exchange/story.ts'
import { testStore } from '../support/store.ts'
import { initiative, tell, testApi } from './api.ts'

const store = testStore()
const { ask } = testApi(store)
const rows = `total truncated
  initiatives { id generation isOtherParent replicatedByCount elementCount territory territoryWithin territoryCode }
  links { id child parent level since kept adapted dropped }`
const family = (given: string) => ask(`{ dissemination(${given}) { ${rows} } }`)
type Row = Record<string, unknown>
const listed = (answer: Awaited<ReturnType<typeof ask>>, list: 'initiatives' | 'links') =>
  (answer.data?.dissemination?.[list] ?? []) as Row[]
const ids = async (given: string) => listed(await family(given), 'initiatives').map(({ id }) => id)
const redone = (child: string, parent: string, given = {}) =>
  link('REPLICATES', child, parent, { level: 'REDONE', ...given })

describe('a family of community cafés', () => {
  // grandmother ← mother ← (daughter ← granddaughter, sister); the daughter also took up a neighbour, who had an uncle.
  beforeAll(() =>
    tell(store, {
      nodes: [
        initiative('grandmother', { startedOn: '1990' }),
        initiative('mother', { startedOn: '2000' }),
        initiative('daughter', { startedOn: '2010' }),
        initiative('sister', { startedOn: '2011' }),
        initiative('granddaughter', { startedOn: '2020' }),
        initiative('neighbour', { startedOn: '2005' }),
        initiative('uncle', { startedOn: '1980' }),
        initiative('aunt', { startedOn: '2001' }),
        node('Element', 'soup', { core: true }),
        node('Element', 'piano', { core: false }),
        node('Element', 'garden', { core: false }),
        node('Territory', 'iso:FR', { level: 'COUNTRY', name: 'France' }),
        node('Territory', 'iso:CA', { level: 'COUNTRY', name: 'Canada' }),
        node('Territory', 'reg:11', { level: 'REGION', name: 'Île-de-France' }),
        node('Territory', 'dep:75', { level: 'DEPARTMENT', name: 'Paris' }),
        node('Territory', 'dep:69', { level: 'DEPARTMENT', name: 'Rhône' }),
        node('Territory', 'epci:200046977', { level: 'INTERCOMMUNALITY', name: 'Métropole de Lyon' }),
        node('Territory', 'cog:69123', { level: 'MUNICIPALITY', name: 'Lyon' }),
        node('Territory', 'cog:69387', { level: 'DISTRICT', name: 'Lyon 7e Arrondissement' }),
        node('Territory', 'cog:75056', { level: 'MUNICIPALITY', name: 'Paris' }),
        node('Territory', 'geonames:6325494', { level: 'MUNICIPALITY', name: 'Québec' }),
      ],
      links: [
        redone('mother', 'grandmother'),
        redone('daughter', 'mother', { since: '2010' }),
        link('REPLICATES', 'sister', 'mother', { level: 'INSPIRED' }),
        redone('granddaughter', 'daughter'),
        redone('daughter', 'neighbour'),
        redone('neighbour', 'uncle'),
        redone('aunt', 'grandmother'),
        link('CONSISTS_OF', 'mother', 'soup'),
        link('CONSISTS_OF', 'mother', 'piano'),
        link('CONSISTS_OF', 'neighbour', 'garden'),
        link('KEEPS', 'daughter', 'soup'),
        link('DROPS', 'daughter', 'piano'),
        link('ADAPTS', 'daughter', 'garden'),
        link('ACTS_IN', 'mother', 'cog:69387'),
        link('ACTS_IN', 'daughter', 'cog:75056', { since: '2012' }),
        link('ACTS_IN', 'sister', 'dep:75'),
        link('ACTS_IN', 'granddaughter', 'cog:69123'),
        link('ACTS_IN', 'grandmother', 'geonames:6325494'),
        link('PART_OF', 'cog:69387', 'cog:69123'),
        link('PART_OF', 'cog:69123', 'dep:69'),
        link('PART_OF', 'cog:69123', 'epci:200046977'),
        link('PART_OF', 'epci:200046977', 'dep:69'),
        link('PART_OF', 'dep:69', 'iso:FR'),
        link('PART_OF', 'cog:75056', 'dep:75'),
        link('PART_OF', 'dep:75', 'reg:11'),
        link('PART_OF', 'reg:11', 'iso:FR'),
        link('PART_OF', 'geonames:6325494', 'iso:CA'),
      ],
    }),
  )

  test('goes up and down from the one asked for, the nearest first, and takes the other parents of descendants', async () => {
    const answer = await family('of: "mother"')
    expect(
      listed(answer, 'initiatives').map(({ id, generation, isOtherParent }) => [
        id,
        generation,
        isOtherParent,
      ]),
    ).toEqual([
      ['mother', 0, false],
      ['grandmother', -1, false],
      ['daughter', 1, false],
      ['sister', 1, false],
      ['granddaughter', 2, false],
      ['neighbour', 0, true],
    ])
    expect(answer.data?.dissemination).toMatchObject({ total: 6, truncated: false })
  })

  test('has each replication once, and only among its members', async () => {
    const links = listed(await family('of: "mother"'), 'links').map(
      ({ child, parent }) => `${child} ← ${parent}`,
    )
    expect(links.sort()).toEqual([
      'daughter ← mother',
      'daughter ← neighbour',
      'granddaughter ← daughter',
      'mother ← grandmother',
      'sister ← mother',
    ])
  })

  test('counts on each link what was kept, adapted and dropped of that parent', async () => {
    const links = listed(await family('of: "mother"'), 'links')
    expect(links).toContainEqual(
      expect.objectContaining({
        child: 'daughter',
        parent: 'mother',
        since: '2010',
        kept: 1,
        adapted: 0,
        dropped: 1,
      }),
    )
    expect(links).toContainEqual(
      expect.objectContaining({ child: 'daughter', parent: 'neighbour', kept: 0, adapted: 1, dropped: 0 }),
    )
  })

  test('counts all that came from an initiative, in this family or not', async () => {
    const found = listed(await family('of: "mother"'), 'initiatives').find(({ id }) => id === 'grandmother')
    expect(found?.replicatedByCount).toBe(2)
  })

  test('says where each is: department, or country when abroad or when the department has the same name', async () => {
    const places = listed(await family('of: "mother"'), 'initiatives').map(
      ({ id, territory, territoryWithin }) => [id, territory, territoryWithin],
    )
    expect(places).toEqual([
      ['mother', 'Lyon 7e Arrondissement', 'Rhône'],
      ['grandmother', 'Québec', 'Canada'],
      ['daughter', 'Paris', 'France'],
      ['sister', 'Paris', 'France'],
      ['granddaughter', 'Lyon', 'Rhône'],
      ['neighbour', null, null],
    ])
  })

  test('follows only the levels asked for', async () => {
    expect(await ids('of: "mother", levels: [INSPIRED]')).toEqual(['mother', 'sister'])
  })

  test('goes down no further than asked', async () => {
    expect(await ids('of: "mother", depth: 1')).toEqual([
      'mother',
      'grandmother',
      'daughter',
      'sister',
      'neighbour',
    ])
  })

  test('says when it was cut, and of how many', async () => {
    const answer = await family('of: "mother", first: 3')
    expect(answer.data?.dissemination).toMatchObject({ total: 6, truncated: true })
    expect(listed(answer, 'links').map(({ child, parent }) => [child, parent])).toEqual([
      ['mother', 'grandmother'],
      ['daughter', 'mother'],
    ])
  })

  test('is nothing when nobody recorded the id', async () => {
    expect(await family('of: "nobody"')).toMatchObject({ status: 200, data: { dissemination: null } })
  })
})

test('a lattice of 20 layers of 10, with its 10²⁰ paths, is drawn like any other family', async () => {
  const layers = Array.from({ length: 20 }, (_, layer) =>
    Array.from({ length: 10 }, (_, place) => `${layer}:${place}`),
  )
  const links = layers.flatMap((layer, depth) =>
    layer.flatMap((child) => (layers[depth - 1] ?? []).map((parent) => redone(child, parent))),
  )
  await tell(store, { nodes: layers.flat().map((id) => initiative(id)), links })
  const answer = await family('of: "5:3"')
  expect(answer.data?.dissemination).toMatchObject({ total: 200, truncated: false })
  expect(listed(answer, 'links')).toHaveLength(1900)
  const { data } = await ask(
    '{ families { id initiatives generations } partnerMap(of: ["19:0"]) { nodes { familyId } } }',
  )
  expect(data?.families).toHaveLength(1)
  expect(data?.families?.[0]).toMatchObject({ initiatives: 200, generations: 19 })
  expect(data?.partnerMap?.nodes).toEqual([{ familyId: '0:0' }])
})
