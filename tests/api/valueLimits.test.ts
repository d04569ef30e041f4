import { beforeAll, describe, expect, test } from 'vitest'
import { testStore } from '../support/store.ts'
import { initiative, partner, tell, testApi } from './api.ts'
import { link } from '../exchange/story.ts'

const store = testStore()
const { ask, get } = testApi(store)

const partners = `query($where: PartnerWhere) { initiative(id: "café") { partners(where: $where) { id } } }`
const refused = (message: string) => ({
  status: 400,
  errors: [{ message, extensions: { code: 'LIMIT', limit: 'variables' } }],
})
/** `{ OR: [{ OR: [… { name } …] }] }`, two levels a step. */
const nested = (steps: number): object =>
  steps === 0 ? { name: { eq: 'town' } } : { OR: [nested(steps - 1)] }
const written = (value: object) => JSON.stringify(value).replaceAll(/"(\w+)":/g, '$1:')

beforeAll(() =>
  tell(store, {
    nodes: [initiative('café'), partner('town')],
    links: [link('PARTNERS_IN', 'town', 'café', { role: 'FUNDER' })],
  }),
)

describe('values that a filter never needs are refused, in variables and written out', () => {
  // One level for the object and one for each list and each object in it, then the name and what it equals.
  test('more than 12 levels deep', async () => {
    const message = (place: string) =>
      refused(`${place} is more than 12 levels deep: ask with a simpler filter.`)
    expect(await ask(partners, { where: nested(6) })).toMatchObject(message('The variable `$where`'))
    expect(await ask(partners, { where: nested(5) })).toMatchObject({
      status: 200,
      data: { initiative: { partners: [{ id: 'town' }] } },
    })
    const query = `{ initiative(id: "café") { partners(where: ${written(nested(6))}) { id } } }`
    expect(await ask(query)).toMatchObject(message('The argument `where`'))
  })

  test('lists of more than 100', async () => {
    const or = (count: number) => ({
      OR: Array.from({ length: count }, (_, n) => ({ name: { eq: `n${n}` } })),
    })
    const message = 'has a list of 10,000, and 100 are allowed: ask in several questions.'
    expect(await ask(partners, { where: or(10_000) })).toMatchObject(
      refused(`The variable \`$where\` ${message}`),
    )
    expect(await ask(partners, { where: or(100) })).toMatchObject({ status: 200, errors: undefined })
    const query = `{ initiative(id: "café") { partners(where: ${written(or(101))}) { id } } }`
    expect(await ask(query)).toMatchObject(
      refused('The argument `where` has a list of 101, and 100 are allowed: ask in several questions.'),
    )
  })

  // 10 × 25 × (the object's key, and the name's) and the lists themselves.
  test('more than 500 keys and entries in all', async () => {
    const row = { OR: Array.from({ length: 25 }, () => ({ name: { eq: 'x' } })) }
    const where = { AND: Array.from({ length: 10 }, () => row) }
    expect(await ask(partners, { where })).toMatchObject(
      refused(
        'The variable `$where` brings more than 500 keys and entries into this question: ask with simpler filters.',
      ),
    )
  })

  test('one variable that is put into many filters counts as often as it is put', async () => {
    const row = { OR: Array.from({ length: 50 }, () => ({ name: { eq: 'x' } })) }
    const query = `query($row: PartnerWhere!) {
      initiative(id: "café") { partners(where: { AND: [$row, $row, $row, $row] }) { id } }
    }`
    expect(await ask(query, { row })).toMatchObject({
      status: 400,
      errors: [{ extensions: { limit: 'variables' } }],
    })
  })

  test('a variable that nobody asked for', async () => {
    expect(await ask('{ initiativesCount }', { unused: Array.from({ length: 101 }, () => 1) })).toMatchObject(
      refused('The variable `$unused` has a list of 101, and 100 are allowed: ask in several questions.'),
    )
  })

  test('a hundred thousand brackets', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const response = await get('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":${JSON.stringify(partners)},"variables":{"where":${deep}}}`,
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { limit: 'variables' } }] })
  })
})

describe('every limit says its name', () => {
  test.each([
    ['depth', `{ initiative(id: "café") ${'{ replicates(limit: 1) '.repeat(14)} { id } ${'}'.repeat(14)} }`],
    ['aliases', `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: __typename`).join(' ')} }`],
    ['tokens', `{ ${'__typename '.repeat(2000)} }`],
    ['errors', `{ ${Array.from({ length: 9 }, (_, n) => `no${n}`).join(' ')} }`],
    ['list', '{ initiatives(first: 101) { id } }'],
    ['list', `{ partnerMap(of: ${JSON.stringify(Array.from({ length: 101 }, () => 'café'))}) { total } }`],
    [
      'cost',
      '{ initiatives(first: 100) { partners(limit: 100) { initiatives(limit: 100) { partners(limit: 100) { id } } } } }',
    ],
    ['picture', '{ dissemination(of: "café", first: 50001) { total } }'],
  ])('%s', async (limit, query) => {
    const { status, errors } = await ask(query)
    expect(status).toBe(400)
    expect(errors?.map(({ extensions }) => extensions)).toContainEqual({ code: 'LIMIT', limit })
  })
})

test('every answer says what it was expected to cost, also one that is refused for it', async () => {
  const extensionsOf = async (query: string) => {
    const body = JSON.stringify({ query })
    const headers = { 'content-type': 'application/json' }
    const response = await get('/graphql', { method: 'POST', headers, body })
    return ((await response.json()) as { extensions?: unknown }).extensions
  }
  expect(await extensionsOf('{ initiative(id: "café") { id partners(limit: 3) { name } } }')).toEqual({
    cost: 1 + 1 + 3 * (1 + 1),
  })
  expect(
    await extensionsOf(
      '{ initiatives(first: 100) { partners(limit: 100) { initiatives(limit: 100) { partners(limit: 100) { id } } } } }',
    ),
  ).toEqual({ cost: 100 * (1 + 100 * (1 + 100 * (1 + 100 * (1 + 1)))) })
})
