import { beforeAll, describe, expect, test } from 'vitest'
import { link, node } from '../exchange/story.ts'
import { testStore } from '../support/store.ts'
import { initiative, partner, tell, testApi } from './api.ts'
import { cafés, redone } from './families.ts'

const store = testStore()
const { ask } = testApi(store)

/** Each family of a territory as « id: how many of it act there of how many it has ». */
async function familiesOf(given: string): Promise<string[]> {
  const { data, errors } = await ask(`{ families${given && `(${given})`} { id here initiatives } }`)
  expect(errors).toBeUndefined()
  const rows = data?.families as unknown as { id: string; here: number | null; initiatives: number }[]
  return rows.map(({ id, here, initiatives }) => `${id}: ${here} of ${initiatives}`)
}

describe('among the cafés, two huts and a shed', () => {
  beforeAll(() =>
    tell(store, {
      nodes: [...cafés.nodes, initiative('hut'), initiative('cabin'), initiative('shed')],
      links: [
        ...cafés.links,
        redone('cabin', 'hut'),
        link('ACTS_IN', 'cabin', 'cog:75056'),
        link('ACTS_IN', 'shed', 'cog:69123'),
      ],
    }),
  )

  test('a territory has the families of what acts in it or inside it, not what belongs to none', async () => {
    expect(await familiesOf('territory: "cog:69123"')).toEqual(['grandmother: 2 of 7'])
    expect(await familiesOf('territory: "cog:69387"')).toEqual(['grandmother: 1 of 7'])
    expect(await familiesOf('territory: "dep:75"')).toEqual(['grandmother: 2 of 7', 'hut: 1 of 2'])
    expect(await familiesOf('territory: "geonames:6325494"')).toEqual(['grandmother: 1 of 7'])
  })

  test('no more than were asked for, the largest first', async () => {
    expect(await familiesOf('territory: "dep:75", first: 1')).toEqual(['grandmother: 2 of 7'])
  })

  test('a territory that nobody recorded has none', async () => {
    expect(await familiesOf('territory: "cog:00000"')).toEqual([])
  })

  test('a network has the families of what it recorded, in a territory those of what it recorded there', async () => {
    await tell(store, {
      nodes: [
        ...[...cafés.nodes, initiative('hut'), node('Network', 'them')],
        ...['cabin', 'shed'].map((id) => initiative(id, { recordedBy: 'them' })),
      ],
      links: [...cafés.links, redone('cabin', 'hut'), link('ACTS_IN', 'cabin', 'cog:75056')],
    })
    expect(await familiesOf('recordedBy: "them"')).toEqual(['hut: null of 2'])
    expect(await familiesOf('recordedBy: "them", territory: "dep:75"')).toEqual(['hut: 1 of 2'])
    expect(await familiesOf('recordedBy: "them", territory: "cog:69123"')).toEqual([])
    expect(await familiesOf('recordedBy: "nobody"')).toEqual([])
  })

  describe('where the cabin grows herbs since 2019, a town pays for it from 2021 on, and it came by inspiration', () => {
    beforeAll(() =>
      tell(store, {
        nodes: [
          ...cafés.nodes,
          ...[
            initiative('hut', { startedOn: '2001' }),
            initiative('cabin', { startedOn: '2019', status: 'RUNNING' }),
          ],
          ...[partner('town'), node('Theme', 'green'), node('Theme', 'herbs')],
        ],
        links: [
          ...cafés.links,
          link('REPLICATES', 'cabin', 'hut', { level: 'INSPIRED', since: '2019' }),
          link('ACTS_IN', 'cabin', 'cog:75056'),
          link('ABOUT', 'cabin', 'herbs'),
          link('BROADER', 'herbs', 'green'),
          link('PARTNERS_IN', 'town', 'cabin', { role: 'FUNDER', since: '2021' }),
        ],
      }),
    )
    test.each([
      ['theme: "green"', ['hut: 1 of 2']],
      ['theme: "cats"', []],
      ['roles: [FUNDER, HOST]', ['hut: 1 of 2']],
      ['roles: [HOST]', []],
      ['levels: [INSPIRED]', ['grandmother: 1 of 7', 'hut: 1 of 2']],
      ['levels: [REDONE]', ['grandmother: 1 of 7']],
      ['statuses: [ENDED]', ['grandmother: 1 of 7']],
      ['statuses: [IDEA]', []],
      ['on: "2011"', ['grandmother: 1 of 7']],
      ['on: "2012"', ['grandmother: 2 of 7']],
      ['on: "2020"', ['grandmother: 1 of 7', 'hut: 1 of 2']],
      ['on: "2020", roles: [FUNDER]', []],
      ['on: "2021", roles: [FUNDER]', ['hut: 1 of 2']],
    ])('those of which an initiative of the territory has %s', async (condition, expected) => {
      expect(await familiesOf(`territory: "dep:75", ${condition}`)).toEqual(expected)
    })

    test('without a territory those of which any initiative fulfils all of it', async () => {
      expect(await familiesOf('theme: "herbs"')).toEqual(['hut: null of 2'])
      expect(await familiesOf('theme: "herbs", roles: [HOST]')).toEqual([])
    })
  })

  test('without a territory nothing is said of one', async () => {
    expect(await familiesOf('')).toEqual(['grandmother: null of 7', 'hut: null of 2'])
  })
})
