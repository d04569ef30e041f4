import { buildASTSchema, parse } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { initiative, tell, testApi } from '../api/api.ts'
import { testStore } from '../support/store.ts'

const store = testStore()
const secret = 'a secret of gateways'
const alone = testApi(store, { subgraphSecret: secret })
const closed = testApi(store)

beforeAll(() => tell(store, { nodes: [initiative('café', { name: 'Café' })], links: [] }))

async function ask(query: string, variables = {}, authorization = `Bearer ${secret}`) {
  const response = await alone.get('/subgraphs/graph', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query, variables }),
  })
  return {
    status: response.status,
    ...((await response.json()) as { data?: Record<string, unknown>; errors?: unknown }),
  }
}

describe('the graph as a subgraph of others', () => {
  test('is not there unless a secret is set', async () => {
    const response = await closed.get('/subgraphs/graph', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: '{"query":"{ _service { sdl } }"}',
    })
    expect(response.status).toBe(404)
  })

  test.each([
    ['no word', ''],
    ['another secret', 'Bearer another secret, as long'],
    ['the beginning of it', `Bearer ${secret.slice(0, -1)}`],
    ['another scheme', `Basic ${secret}`],
    ['nothing after the scheme', 'Bearer '],
  ])('answers nobody who says %s', async (_, authorization) => {
    expect(await ask('{ _service { sdl } }', {}, authorization)).toEqual({
      status: 401,
      errors: [
        {
          message:
            'This subgraph answers gateways that know its secret: send it as `Authorization: Bearer …`, or ask /graphql.',
          extensions: { code: 'FORBIDDEN' },
        },
      ],
    })
  })

  test('tells gateways what it is', async () => {
    const { status, data } = await ask('{ _service { sdl } }')
    const sdl = String((data?._service as { sdl: string }).sdl)
    expect(status).toBe(200)
    expect(/^type Initiative [^{]*/m.exec(sdl)?.[0]).toContain('@key(fields: "id")')
    expect(() => buildASTSchema(parse(sdl), { assumeValidSDL: true })).not.toThrow()
  })

  test('answers their representations, and limits hold', async () => {
    const query =
      'query($all: [_Any!]!, $n: Int) { _entities(representations: $all) { ... on Initiative { name partners(limit: $n) { id } } } }'
    const all = [{ __typename: 'Initiative', id: 'café' }]
    expect(await ask(query, { all })).toEqual({
      status: 200,
      data: { _entities: [{ name: 'Café', partners: [] }] },
      // One record, its name, and a hundred partners with their ids.
      extensions: { cost: 1 + 1 + 100 * (1 + 1) },
    })
    expect(await ask(query, { all, n: 101 })).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'LIMIT' } }],
    })
    expect(await ask(query, { all: Array.from({ length: 1_001 }, () => all[0]) })).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('1,000 at most'), extensions: { code: 'LIMIT' } }],
    })
  })
})
