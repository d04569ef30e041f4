import { beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../../api/exchange/sample/sample.ts'
import { link } from '../exchange/story.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { initiative, partner, tell, testApi } from './api.ts'

const store = testStore()
const { ask } = testApi(store)
type Change = Record<string, string | boolean | null>
async function changes(given: string) {
  const { data, errors } = await ask(`{ changesBetween(${given}) { total truncated changes {
    kind date isWithin initiative initiativeName partner partnerName parent parentName role level source } } }`)
  expect(errors).toBeUndefined()
  return data?.changesBetween as unknown as { total: number; truncated: boolean; changes: Change[] }
}
const told = async (given: string) =>
  (await changes(given)).changes.map(({ date, kind, initiative: who, partner: by, parent }) =>
    [date, kind, who, by ?? parent].filter(Boolean).join(' '),
  )

describe('between two dates of a café', () => {
  beforeAll(() =>
    tell(store, {
      nodes: [
        initiative('café', { startedOn: '2010-05-12', endedOn: '2014' }),
        initiative('tearoom', { startedOn: '2013' }),
        initiative('undated'),
        partner('town', { name: 'Our town' }),
        partner('friends'),
      ],
      links: [
        link('PARTNERS_IN', 'friends', 'café', { role: 'CARRIER', since: '2010-05', until: '2014-03-31' }),
        link('PARTNERS_IN', 'town', 'café', { role: 'FUNDER', since: '2012' }),
        link('PARTNERS_IN', 'town', 'tearoom', { role: 'HOST' }),
        link('REPLICATES', 'tearoom', 'café', { level: 'INSPIRED', since: '2013-01' }),
      ],
    }),
  )

  test('everything that began or ended is told once, the oldest first', async () => {
    expect(await told('from: "2010", to: "2014"')).toEqual([
      '2010-05 PARTNERSHIP_BEGUN café friends',
      '2010-05-12 INITIATIVE_STARTED café',
      '2012 PARTNERSHIP_BEGUN café town',
      '2013 INITIATIVE_STARTED tearoom',
      '2013-01 REPLICATION_BEGUN tearoom café',
      '2014 INITIATIVE_ENDED café',
      '2014-03-31 PARTNERSHIP_ENDED café friends',
    ])
  })

  test('a row names the records and says the role or how much was taken up', async () => {
    const [begun] = (await changes('from: "2012", to: "2012"')).changes
    expect(begun).toEqual({
      ...{ kind: 'PARTNERSHIP_BEGUN', date: '2012', isWithin: true },
      ...{ initiative: 'café', initiativeName: 'café', partner: 'town', partnerName: 'Our town' },
      ...{ parent: null, parentName: null, role: 'FUNDER', level: null },
      source: 'https://example.org/page',
    })
    const [taken] = (await changes('from: "2013-01", to: "2013-01", first: 9')).changes.slice(-1)
    expect(taken).toMatchObject({ parent: 'café', partner: null, role: null, level: 'INSPIRED' })
  })

  test('a period includes its last date whole', async () => {
    expect(await told('from: "2010-05-12", to: "2010-05"')).toEqual([
      '2010-05 PARTNERSHIP_BEGUN café friends',
      '2010-05-12 INITIATIVE_STARTED café',
    ])
    expect(await told('from: "2010-06", to: "2011"')).toEqual([])
  })

  test('a date known less closely than the period is told as uncertain', async () => {
    const within = async (given: string) =>
      (await changes(given)).changes.map(({ date, isWithin }) => [date, isWithin])
    expect(await within('from: "2014-02", to: "2015"')).toEqual([
      ['2014', false],
      ['2014-03-31', true],
    ])
    expect(await within('from: "2012-12-31", to: "2013-01"')).toEqual([
      ['2012', false],
      ['2013', false],
      ['2013-01', true],
    ])
    expect(await within('from: "2014", to: "2014"')).toEqual([
      ['2014', true],
      ['2014-03-31', true],
    ])
  })

  test('what `first` leaves out is counted', async () => {
    const answer = await changes('from: "2010", to: "2014", first: 2')
    expect(answer).toMatchObject({ total: 7, truncated: true })
    expect(answer.changes).toHaveLength(2)
  })

  test('a period without a change has none', async () => {
    expect(await changes('from: "1900", to: "1999"')).toEqual({ total: 0, truncated: false, changes: [] })
  })

  test('a period that ends before it begins is refused', async () => {
    const { errors } = await ask('{ changesBetween(from: "2014-06", to: "2014-05") { total } }')
    expect(errors).toMatchObject([
      {
        message: 'The period ends (2014-05) before it begins (2014-06): exchange the two dates.',
        extensions: { code: 'INVALID' },
      },
    ])
  })
})

test('in the sample, the Accorderie of Québec began in June 2002, and twelve facts of 2002 may have been then', async () => {
  await emptyGraph(store)
  await seed(store.driver, store.database)
  const answer = await changes('from: "2002-06", to: "2002-06"')
  expect(answer.changes.filter(({ isWithin }) => isWithin)).toMatchObject([
    { kind: 'INITIATIVE_STARTED', date: '2002-06', initiative: 'sample:accorderie-quebec' },
  ])
  expect(answer.changes.filter(({ isWithin }) => !isWithin).map(({ date }) => date)).toEqual(
    Array.from({ length: 12 }, () => '2002'),
  )
  const begun = answer.changes.filter(({ kind }) => kind === 'INITIATIVE_STARTED')
  expect(begun.map(({ initiative: id }) => id)).toEqual([
    'sample:bp-bobigny',
    'sample:bp-paris-20e',
    'sample:fab-lab-mit',
    'sample:labo-velorution-toulouse',
    'sample:main-verte-paris',
    'sample:accorderie-quebec',
  ])
})
