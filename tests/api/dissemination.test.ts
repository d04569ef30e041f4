import { beforeAll, describe, expect, test } from 'vitest'
import { testStore } from '../support/store.ts'
import { tell, testApi } from './api.ts'
import { cafés } from './families.ts'

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

describe('a family of community cafés', () => {
  beforeAll(() => tell(store, cafés))

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
      'daughter ← grandmother',
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
    expect(found?.replicatedByCount).toBe(3)
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
      ['daughter', 'grandmother'],
      ['daughter', 'mother'],
    ])
  })

  test('is nothing when nobody recorded the id', async () => {
    expect(await family('of: "nobody"')).toMatchObject({ status: 200, data: { dissemination: null } })
  })
})
