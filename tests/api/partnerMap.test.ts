import { beforeAll, describe, expect, test } from 'vitest'
import { link, node } from '../exchange/story.ts'
import { testStore } from '../support/store.ts'
import { initiative, partner, tell, testApi } from './api.ts'

const store = testStore()
const { ask } = testApi(store)
const map = (given: string) =>
  ask(`{ partnerMap(${given}) { total truncated
    nodes { id kind depth degree partnerKind status familyId familyName territory territoryCode }
    links { id partner initiative role since until note source } } }`)
type Row = Record<string, unknown>
const listed = (answer: Awaited<ReturnType<typeof ask>>, list: 'nodes' | 'links') =>
  (answer.data?.partnerMap?.[list] ?? []) as Row[]
const ids = async (given: string) => listed(await map(given), 'nodes').map(({ id }) => id)
const carries = (from: string, to: string, role = 'CARRIER', given = {}) =>
  link('PARTNERS_IN', from, to, { role, ...given })

describe('the partners of three cafés', () => {
  beforeAll(() =>
    tell(store, {
      nodes: [
        initiative('café', { status: 'RUNNING', startedOn: '2010' }),
        initiative('tearoom'),
        initiative('library', { familyName: 'Libraries' }),
        initiative('attic', { startedOn: '1900' }),
        initiative('lonely'),
        partner('town', { kind: 'LOCAL_AUTHORITY' }),
        partner('bank', { kind: 'COMPANY' }),
        partner('friends'),
        partner('readers'),
        node('Network', 'cafés'),
        node('Territory', 'iso:FR', { level: 'COUNTRY', name: 'France' }),
      ],
      links: [
        carries('friends', 'café'),
        carries('friends', 'café', 'HOST', { since: '2012', until: '2014-05' }),
        carries('town', 'café', 'FUNDER'),
        carries('town', 'tearoom', 'FUNDER'),
        carries('bank', 'tearoom', 'FUNDER'),
        carries('bank', 'library', 'FUNDER'),
        carries('readers', 'library'),
        link('REPLICATES', 'tearoom', 'library', { level: 'INSPIRED' }),
        link('REPLICATES', 'tearoom', 'attic', { level: 'INSPIRED' }),
        link('MEMBER_OF', 'friends', 'cafés'),
        link('HEADS', 'bank', 'cafés'),
        link('ACTS_IN', 'café', 'iso:FR'),
        link('BASED_IN', 'town', 'iso:FR'),
      ],
    }),
  )

  test('stand at two links by default, the nearest first, and among these the best connected', async () => {
    const nodes = listed(await map('of: ["café"]'), 'nodes').map(({ id, depth, degree }) => [
      id,
      depth,
      degree,
    ])
    expect(nodes).toEqual([
      ['café', 0, 2],
      ['town', 1, 2],
      ['friends', 1, 1],
      ['tearoom', 2, 2],
    ])
  })

  test('have one link for each role, with its dates', async () => {
    const links = listed(await map('of: ["café"], depth: 1'), 'links')
    expect(
      links
        .map(({ partner: who, initiative: what, role, since, until }) => [who, what, role, since, until])
        .sort(),
    ).toEqual([
      ['friends', 'café', 'CARRIER', null, null],
      ['friends', 'café', 'HOST', '2012', '2014-05'],
      ['town', 'café', 'FUNDER', null, null],
    ])
    expect(new Set(links.map(({ id }) => id)).size).toBe(3)
    expect(links[0]?.source).toBe('https://example.org/page')
  })

  test('say what they are', async () => {
    const [café, town, friends, tearoom] = listed(await map('of: ["café"]'), 'nodes')
    expect(café).toMatchObject({
      kind: 'INITIATIVE',
      status: 'RUNNING',
      partnerKind: null,
      territory: 'France',
      familyId: null,
    })
    expect(town).toMatchObject({
      kind: 'PARTNER',
      partnerKind: 'LOCAL_AUTHORITY',
      territoryCode: 'iso:FR',
      familyId: null,
    })
    expect(friends).toMatchObject({ territory: null })
    // It came from an older initiative too, whose family has no name.
    expect(tearoom).toMatchObject({ familyId: 'library', familyName: 'Libraries' })
  })

  test('are found four links away, and no further than asked', async () => {
    expect(await ids('of: ["friends"], depth: 4')).toEqual(['friends', 'café', 'town', 'tearoom', 'bank'])
    expect(await ids('of: ["friends"], depth: 1')).toEqual(['friends', 'café'])
  })

  test('are reached only by the roles asked for', async () => {
    const answer = await map('of: ["café"], depth: 4, roles: [FUNDER]')
    expect(listed(answer, 'nodes').map(({ id }) => id)).toEqual([
      'café',
      'town',
      'tearoom',
      'bank',
      'library',
    ])
    expect(listed(answer, 'links')).toHaveLength(4)
  })

  test('of a network are around its members and its heads', async () => {
    const nodes = listed(await map('of: ["cafés"], depth: 1'), 'nodes').map(({ id, depth }) => [id, depth])
    expect(nodes).toEqual([
      ['bank', 0],
      ['friends', 0],
      ['café', 1],
      ['library', 1],
      ['tearoom', 1],
    ])
  })

  test('of several records make one map, each node and link once', async () => {
    const answer = await map('of: ["café", "tearoom", "town", "café"], depth: 2')
    const nodes = listed(answer, 'nodes').map(({ id }) => id)
    const links = listed(answer, 'links').map(({ id }) => id)
    expect(nodes).toHaveLength(new Set(nodes).size)
    expect(links).toHaveLength(new Set(links).size)
    expect(nodes.slice(0, 3).sort()).toEqual(['café', 'tearoom', 'town'])
    expect(links).toHaveLength(6)
  })

  test('are cut at the number asked for, with the true total and no link to what was left out', async () => {
    const answer = await map('of: ["café"], first: 2')
    expect(answer.data?.partnerMap).toMatchObject({ total: 4, truncated: true })
    expect(listed(answer, 'links').map(({ partner: who }) => who)).toEqual(['town'])
  })

  test('of an initiative without any are nobody', async () => {
    expect(await ids('of: ["lonely"]')).toEqual(['lonely'])
  })

  test('of an id that nobody recorded are left aside', async () => {
    expect((await map('of: ["nobody"]')).data?.partnerMap).toEqual({
      total: 0,
      truncated: false,
      nodes: [],
      links: [],
    })
    expect(await ids('of: ["nobody", "lonely"]')).toEqual(['lonely'])
  })
})

test('a partner of three thousand initiatives is drawn with the count of what is left out', async () => {
  const many = Array.from({ length: 3000 }, (_, place) => `i${place}`)
  await tell(store, {
    nodes: [partner('hub'), partner('other hub'), ...many.map((id) => initiative(id))],
    links: many.flatMap((id) => [carries('hub', id), carries('other hub', id, 'FUNDER')]),
  })
  const answer = await map('of: ["hub"], depth: 4')
  expect(answer.data?.partnerMap).toMatchObject({ total: 3002, truncated: true })
  expect(listed(answer, 'nodes')).toHaveLength(300)
  expect(listed(answer, 'links')).toHaveLength(299)
})
