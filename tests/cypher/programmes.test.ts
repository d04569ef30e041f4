import { beforeAll, describe, expect, test } from 'vitest'
import { nursery } from '../exchange/nursery.ts'
import { tell } from '../api/api.ts'
import { testStore } from '../support/store.ts'
import { breachesAfter } from './breaches.ts'
import { brokenProgrammes } from './brokenProgrammes.ts'

const store = testStore()

describe('the programmes of the nursery', () => {
  beforeAll(() => tell(store, nursery()))

  test('breach no rule', async () => {
    expect((await breachesAfter(store, 'RETURN 1')).breaches).toEqual([])
  })

  test.each(brokenProgrammes)('are found to breach: %s (%s)', async (rule, change, ids) => {
    const { breaches } = await breachesAfter(store, change)
    expect(breaches).toContainEqual(expect.objectContaining({ rule: expect.stringContaining(rule), ids }))
  })

  test.each([
    ['closes in the year it opens, to the year', "MATCH (record {id: 'call'}) SET record.closesOn = '2020'"],
    [
      'opened and closed on a day of one month',
      "MATCH (record {id: 'call'}) SET record.opensOn = '2020-06-30', record.closesOn = '2020-06'",
    ],
    [
      'has no sum and no currency',
      "MATCH (record {id: 'call'}) SET record.budget = null, record.currency = null",
    ],
    ['gives the same sum to all', "MATCH (record {id: 'purse'}) SET record.leastAmount = 10000.0"],
    ['has a sponsorship outside any cohort', 'MATCH ()-[link:WITHIN]->() DELETE link'],
    [
      'has a sponsor who gives no word on what it gives',
      "MATCH (record {id: 'mentoring'}) SET record.kinds = null",
    ],
    [
      'is run by two networks',
      `MATCH (us {id: 'us'}), (call {id: 'call'})
       CREATE (us)-[:RUNS {id: 'too', source: 's', recordedBy: 'us', recordedOn: '2026'}]->(call)`,
    ],
  ])('breach none when one %s', async (_, change) => {
    expect((await breachesAfter(store, change)).breaches).toEqual([])
  })
})
