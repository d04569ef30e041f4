import { describe, expect, test } from 'vitest'
import { testStore } from '../support/store.ts'
import { testApi } from './api.ts'

const store = testStore()
const some = testApi(store, { corsOrigins: ['https://map.example', 'http://localhost:5173'] })
const all = testApi(store, { corsOrigins: ['*'] })
const none = testApi(store)

const post = (origin: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', origin },
  body: '{"query":"{ __typename }"}',
})
const preflight = (origin: string) => ({
  method: 'OPTIONS',
  headers: {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  },
})
const allowed = (response: Response) => response.headers.get('access-control-allow-origin')

describe('a page of another origin', () => {
  test('is let in when it is on the list, alone, and caches are told', async () => {
    const response = await some.get('/graphql', post('http://localhost:5173'))
    expect([response.status, allowed(response)]).toEqual([200, 'http://localhost:5173'])
    expect(response.headers.get('vary')).toContain('Origin')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  })

  test('may ask first what it may send', async () => {
    const response = await some.get('/graphql', preflight('https://map.example'))
    expect([response.status, allowed(response)]).toEqual([204, 'https://map.example'])
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST')
    expect(response.headers.get('access-control-allow-headers')).toContain('content-type')
  })

  test('reads refusals too', async () => {
    const response = await some.get('/graphql', { ...post('https://map.example'), body: '{' })
    expect([response.status, allowed(response)]).toEqual([400, 'https://map.example'])
  })

  test.each(['https://evil.example', 'https://map.example.evil.example', 'http://map.example', 'null'])(
    'is left out when it is not on the list: %s',
    async (origin) => {
      expect(allowed(await some.get('/graphql', post(origin)))).toBeNull()
      const response = await some.get('/graphql', preflight(origin))
      expect([response.status, allowed(response)]).toEqual([405, null])
    },
  )

  test('is let in whatever it is when all are', async () => {
    expect(allowed(await all.get('/graphql', post('https://anybody.example')))).toBe('*')
    expect((await all.get('/graphql', preflight('https://anybody.example'))).status).toBe(204)
  })

  test('is left out where nobody set an origin', async () => {
    const response = await none.get('/graphql', post('https://map.example'))
    expect([allowed(response), response.headers.get('vary') ?? '']).toEqual([
      null,
      expect.not.stringContaining('Origin'),
    ])
    expect((await none.get('/graphql', preflight('https://map.example'))).status).toBe(405)
  })

  test('is let in nowhere else', async () => {
    expect(allowed(await all.get('/readyz', { headers: { origin: 'https://anybody.example' } }))).toBeNull()
  })
})
