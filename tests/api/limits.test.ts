import { getIntrospectionQuery } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { link } from '../exchange/story.ts'
import { testStore } from '../support/store.ts'
import { initiative, partner, tell, testApi } from './api.ts'

const store = testStore()
const { ask, get } = testApi(store)
const refused = (code: string, message: string | RegExp) => ({
  status: 400,
  errors: [
    { message: typeof message === 'string' ? message : expect.stringMatching(message), extensions: { code } },
  ],
})

beforeAll(() =>
  tell(store, {
    nodes: [initiative('café'), initiative('tearoom'), partner('town')],
    links: [
      link('PARTNERS_IN', 'town', 'café', { role: 'FUNDER' }),
      link('REPLICATES', 'tearoom', 'café', { level: 'REDONE' }),
    ],
  }),
)

describe('a list longer than allowed is refused, never cut', () => {
  test.each([
    ['at the root', '{ initiatives(first: 101) { id } }', 'first', '101'],
    ['beneath a record', '{ initiative(id: "café") { partners(limit: 5000) { id } } }', 'limit', '5000'],
    [
      'in a connection beneath',
      '{ initiative(id: "café") { partnersConnection(first: 101) { totalCount } } }',
      'first',
      '101',
    ],
    [
      'in a fragment',
      '{ initiative(id: "café") { ...f } } fragment f on Initiative { replicates(limit: 101) { id } }',
      'limit',
      '101',
    ],
    ['below none', '{ initiatives(first: -1) { id } }', 'first', '-1'],
    [
      'zero, which the library takes for no limit',
      '{ initiative(id: "café") { partners(limit: 0) { id } } }',
      'limit',
      '0',
    ],
    ['in the families', '{ families(first: 101) { id } }', 'first', '101'],
    ['in a search', '{ search(text: "a", first: 0) { id } }', 'first', '0'],
  ])('%s', async (_, query, argument, given) => {
    expect(await ask(query)).toMatchObject(
      refused('LIMIT', new RegExp(`^The argument \`${argument}\` is ${given}: it must be [01] to 100\\.$`)),
    )
  })

  test.each([
    'partnerMap(of: ["café"], first: 50001) { total }',
    'dissemination(of: "café", first: 50001) { total }',
  ])('in a picture: %s', async (picture) => {
    const message = 'The argument `first` is 50001: it must be 1 to 50,000.'
    expect(await ask(`{ ${picture} }`)).toMatchObject(refused('LIMIT', message))
  })

  test('by a variable, and by the default of a variable', async () => {
    const query = 'query($n: Int = 101) { initiatives(first: $n) { partners(limit: $n) { id } } }'
    expect(await ask(query)).toMatchObject(refused('LIMIT', /`first` is 101/))
    expect(await ask(query, { n: 102 })).toMatchObject(refused('LIMIT', /`first` is 102/))
    expect(await ask(query, { n: 100 })).toMatchObject({ status: 200, errors: undefined })
  })
})

describe('an argument out of its range is refused by name', () => {
  test.each([
    ['partnerMap(of: ["café"], depth: 5) { total }', 'The argument `depth` is 5: it must be 1 to 4.'],
    ['partnerMap(of: ["café"], depth: 0) { total }', 'The argument `depth` is 0: it must be 1 to 4.'],
    ['partnerMap(of: []) { total }', 'The argument `of` has 0 entries: it must be 1 to 100.'],
    ['dissemination(of: "café", depth: 41) { total }', 'The argument `depth` is 41: it must be 1 to 40.'],
    [
      'initiative(id: "café") { partners(offset: -1) { id } }',
      "The argument `offset` is -1: it can't be below 0.",
    ],
  ])('%s', async (field, message) => {
    expect(await ask(`{ ${field} }`)).toMatchObject(refused('INVALID', message))
  })

  test.each([
    'initiatives(from: "2014", to: "2013-12") { id }',
    'initiativesCount(from: "2014-02", to: "2014-01")',
    'territoryCounts(level: REGION, from: "2014", to: "2013") { total }',
    'territory(code: "iso:FR") { counts(from: "2014", to: "2013") { partners } }',
  ])('and so is a period that ends before it begins: %s', async (field) => {
    expect(await ask(`{ ${field} }`)).toMatchObject(
      refused('INVALID', /^The period ends \(201[34][-\d]*\) before it begins \(2014[-\d]*\): exchange/),
    )
  })

  test('and so is a word that is no date', async () => {
    expect(await ask('{ initiatives(on: "May") { id } }')).toMatchObject(
      refused('INVALID', /"May" is not a date: write a year/),
    )
  })
})

describe('a question that costs too much is refused before it runs', () => {
  test('more than 15 fields deep', async () => {
    const deep = (levels: number) =>
      `{ initiative(id: "café") ${'{ replicates(limit: 1) '.repeat(levels - 2)} { id } ${'}'.repeat(levels - 2)} }`
    expect(await ask(deep(16))).toMatchObject(refused('LIMIT', /16 fields deep, and 15 are allowed/))
    expect(await ask(deep(15))).toMatchObject({ status: 200, errors: undefined })
  })

  test('more than 15 fields deep by fragments', async () => {
    const steps = Array.from(
      { length: 16 },
      (_, n) => `fragment f${n} on Initiative { replicates { ...f${n + 1} } }`,
    )
    const query = `{ initiatives { ...f0 } } ${steps.join(' ')} fragment f16 on Initiative { id }`
    expect(await ask(query)).toMatchObject(refused('LIMIT', /18 fields deep/))
  })

  test('more than 30 aliases', async () => {
    const aliases = (count: number) =>
      `{ ${Array.from({ length: count }, (_, n) => `a${n}: __typename`).join(' ')} }`
    expect(await ask(aliases(31))).toMatchObject(refused('LIMIT', /31 aliases, and 30 are allowed/))
    expect(await ask(aliases(30))).toMatchObject({ status: 200 })
  })

  test('more than 2,000 tokens', async () => {
    expect(await ask(`{ ${'__typename '.repeat(2000)} }`)).toMatchObject(refused('LIMIT', /2000 tokens/))
  })

  test('fragments that multiply', async () => {
    const fragments = Array.from(
      { length: 12 },
      (_, n) =>
        `fragment f${n} on Initiative { ${Array.from({ length: 4 }, (_, k) => `a${k}: name ...f${n + 1}`).join(' ')} }`,
    )
    const query = `{ initiatives { ...f0 } } ${fragments.join(' ')} fragment f12 on Initiative { id }`
    expect(await ask(query)).toMatchObject({ status: 400, errors: [{ extensions: { code: 'LIMIT' } }] })
  })

  test('a body of more than 256 KiB', async () => {
    const response = await get('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ initiative(id: "${'a'.repeat(256 * 1024)}") { id } }` }),
    })
    expect(response.status).toBe(413)
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'The request is larger than 256 KiB: send it in parts.',
          extensions: { code: 'LIMIT', limit: 'body' },
        },
      ],
    })
  })
})

test('the question that every GraphQL tool asks first is within limits', async () => {
  expect(await ask(getIntrospectionQuery())).toMatchObject({ status: 200, errors: undefined })
})
