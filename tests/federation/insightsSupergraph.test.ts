import { setTimeout as delay } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { initiative, partner, tell, testApi } from '../api/api.ts'
import { link, node } from '../exchange/story.ts'
import { testStore } from '../support/store.ts'

const store = testStore()
const { ask } = testApi(store)

describe('beside what was recorded, the supergraph says what was computed', () => {
  // Two gardens share Bob; the orchard came from the rose garden, and has no funder as its sister has.
  beforeAll(async () => {
    await tell(store, {
      nodes: [
        initiative('rose', { name: 'Rose garden' }),
        initiative('lily', { name: 'Lily garden' }),
        initiative('orchard', { name: 'Orchard' }),
        initiative('meadow', { name: 'Meadow' }),
        partner('ann', { name: 'Ann’s association' }),
        partner('bob', { name: 'Bob’s bank' }),
        node('Territory', 'iso:FR', { level: 'COUNTRY', name: 'France', population: 68_000_000 }),
        node('Territory', 'dep:26', { level: 'DEPARTMENT', name: 'Drôme', population: 500_000 }),
      ],
      links: [
        link('REPLICATES', 'orchard', 'rose', { level: 'REDONE' }),
        link('REPLICATES', 'meadow', 'rose', { level: 'REDONE' }),
        link('PARTNERS_IN', 'ann', 'rose', { role: 'CARRIER' }),
        link('PARTNERS_IN', 'bob', 'rose', { role: 'FUNDER' }),
        link('PARTNERS_IN', 'bob', 'lily', { role: 'FUNDER' }),
        link('PARTNERS_IN', 'bob', 'meadow', { role: 'FUNDER' }),
        link('PART_OF', 'dep:26', 'iso:FR'),
        link('ACTS_IN', 'orchard', 'dep:26'),
        link('ACTS_IN', 'meadow', 'dep:26'),
      ],
    })
    for (let tries = 0; tries < 100; tries++) {
      const { data } = await ask('{ insights { isStale } }')
      if (data?.insights?.isStale === false) return
      await delay(100)
    }
  })

  test('of a partner and the initiatives under it, in one question', async () => {
    const { data, errors } = await ask(`{ partner(id: "bob") {
      name centrality { degree rank } community { size members { name } }
      initiatives(sort: [{ name: ASC }]) { name reach { descendants population } fidelity } } }`)
    expect(errors).toBeUndefined()
    expect(data?.partner).toEqual({
      name: 'Bob’s bank',
      centrality: { degree: 3, rank: 1 },
      // Ann with the roses, Bob with the rest: modularity 3/4 - (3/8)² - (5/8)² = 0.22, all in one: 0.
      community: { size: 1, members: [{ name: 'Bob’s bank' }] },
      initiatives: [
        { name: 'Lily garden', reach: { descendants: 0, population: null }, fidelity: null },
        { name: 'Meadow', reach: { descendants: 0, population: null }, fidelity: null },
        { name: 'Rose garden', reach: { descendants: 2, population: 500_000 }, fidelity: null },
      ],
    })
  })

  test('of who would be missed, by name', async () => {
    const { data, errors } = await ask('{ bridges { partner { name } pieces cutOff } }')
    expect(errors).toBeUndefined()
    expect(data?.bridges).toEqual([{ partner: { name: 'Bob’s bank' }, pieces: 3, cutOff: 2 }])
  })

  test('of who is missing, by name and place', async () => {
    const { data, errors } = await ask(`{ missingPartners(of: "orchard") { sisters roles { role sisters
      partners { partner { name } territory { name } hasRoleIn { name } } } } }`)
    expect(errors).toBeUndefined()
    expect(data?.missingPartners).toEqual({
      sisters: 1,
      roles: [
        {
          ...{ role: 'FUNDER', sisters: 1 },
          partners: [
            {
              partner: { name: 'Bob’s bank' },
              territory: { name: 'Drôme' },
              hasRoleIn: [{ name: 'Meadow' }, { name: 'Lily garden' }, { name: 'Rose garden' }],
            },
          ],
        },
      ],
    })
  })

  test('of a position that a picture of everything can use', async () => {
    const { data, errors } = await ask(
      '{ initiative(id: "rose") { mapPosition { x y } } partner(id: "ann") { mapPosition { x y } } }',
    )
    expect(errors).toBeUndefined()
    const place = { mapPosition: { x: expect.any(Number), y: expect.any(Number) } }
    expect(data).toEqual({ initiative: place, partner: place })
  })

  test.each([
    ['{ bridges(first: 101) { pieces } }', 'The argument `first` is 101: it must be 1 to 100.'],
    [
      '{ missingPartners(of: "orchard", first: 0) { sisters } }',
      'The argument `first` is 0: it must be 1 to 20.',
    ],
    [
      '{ partner(id: "bob") { community { members(first: 101) { id } } } }',
      'The argument `first` is 101: it must be 1 to 100.',
    ],
  ])('within limits: %s is refused', async (query, message) => {
    const { status, errors } = await ask(query)
    expect([status, errors?.map((error) => [error.message, error.extensions.code])]).toEqual([
      400,
      [[message, 'LIMIT']],
    ])
  })
})
