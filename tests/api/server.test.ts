import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { examples } from '../../api/warm.ts'
import { serve } from '../../api/server.ts'
import { testStore } from '../support/store.ts'
import { testApi } from './api.ts'

const web = mkdtempSync(join(tmpdir(), 'essaim-web-'))
mkdirSync(join(web, 'assets'))
writeFileSync(join(web, 'index.html'), '<!doctype html><title>Essaim</title>')
writeFileSync(join(web, 'graphiql.html'), '<!doctype html><title>GraphiQL</title>')
writeFileSync(
  join(web, 'assets', 'main-4f2a.js'),
  `export const bees = ${JSON.stringify('bee '.repeat(2000))}`,
)
afterAll(() => rmSync(web, { recursive: true }))

const store = testStore()
const { ask, get } = testApi(store, { webFolder: web })
const page = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }

describe('the web', () => {
  test.each(['/', '/map', '/tree', '/tree/sample%3Acjs', '/initiatives/a.b', '/partners/x?view=table'])(
    'has its page at %s, asked for anew each time',
    async (path) => {
      const response = await get(path, page)
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache'])
      expect(await response.text()).toContain('<title>Essaim</title>')
    },
  )

  test('shows its own page, as not found, where there is none', async () => {
    const response = await get('/nowhere', page)
    expect([response.status, await response.text()]).toEqual([
      404,
      expect.stringContaining('<title>Essaim</title>'),
    ])
  })

  test('is where nobody brings data in, whatever is said, unless a token was set', async () => {
    const said = { headers: { authorization: 'Bearer undefined' } }
    expect([(await get('/imports', said)).status, (await get('/imports/files', said)).status]).toEqual([
      404, 404,
    ])
  })

  test.each([
    '/assets/main-0000.js',
    '/robots.png',
    '/assets/../../package.json',
    '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
  ])('has no file at %s', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('dependencies')
  })

  test('lets browsers keep hashed files for a year, and sends them compressed', async () => {
    const response = await get('/assets/main-4f2a.js', { headers: { 'accept-encoding': 'gzip' } })
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-encoding')).toBe('gzip')
  })

  test('may run only what comes from here', async () => {
    const { headers } = await get('/', page)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each(['/embed/map?of=a', '/embed/tree/sample%3Acjs', '/embed/tree/a.b'])(
    'lets the pages of others frame a picture that stands alone: %s',
    async (path) => {
      const { status, headers } = await get(path, page)
      expect([status, headers.get('x-frame-options')]).toEqual([200, null])
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain('frame-ancestors *')
      expect(policy).toContain("default-src 'self'")
    },
  )

  test.each([
    '/',
    '/map?of=a',
    '/tree/sample%3Acjs',
    '/embed',
    '/embed/partners/a',
    '/embed/../map',
    '/embed/%2e%2e/map',
  ])('lets nobody else frame %s', async (path) => {
    const { headers } = await get(path, page)
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
  })
})

describe('/graphql', () => {
  test('shows GraphiQL to people', async () => {
    const response = await get('/graphql', page)
    expect([response.status, await response.text()]).toEqual([
      200,
      expect.stringContaining('<title>GraphiQL</title>'),
    ])
  })

  test('answers a question in the address, from programs that say who asks', async () => {
    const query = encodeURIComponent('{ __typename }')
    const response = await get(`/graphql?query=${query}`, { headers: { 'apollo-require-preflight': 'yes' } })
    expect([response.status, await response.json()]).toMatchObject([200, { data: { __typename: 'Query' } }])
    expect((await get(`/graphql?query=${query}`)).status).toBe(400)
  })

  test.each(['PUT', 'DELETE', 'PATCH'])('takes no %s', async (method) => {
    const response = await get('/graphql', { method })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
  })

  test.each(['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }'])(
    'knows nothing of what gateways ask a subgraph: %s',
    async (query) => {
      expect(await ask(query)).toMatchObject({ status: 400, errors: [{ extensions: { code: 'INVALID' } }] })
    },
  )

  test.each(examples.map((example) => [example.operationName, example.query]))(
    'answers the documented operation %s',
    async (operationName, query) => {
      const response = await get('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, operationName }),
      })
      const answer = (await response.json()) as { errors?: unknown }
      expect([response.status, answer.errors]).toEqual([200, undefined])
    },
  )
})

describe('a server', () => {
  test('says that it lives, and that it is ready', async () => {
    const answers = await Promise.all(['/livez', '/readyz'].map(async (path) => (await get(path)).text()))
    expect(answers).toEqual(['alive\n', 'ready\n'])
  })

  test('finishes, though somebody holds a connection with half a request', async () => {
    const api = await serve({ ...store, host: '127.0.0.1', port: 0, webFolder: web })
    const held = connect(Number(new URL(api.address).port), '127.0.0.1').on('error', () => undefined)
    const isLetGo = once(held, 'close')
    held.write('GET /livez HTTP/1.1\r\n')
    await (await fetch(`${api.address}/livez`)).text()
    await api.close()
    await isLetGo
    await expect(fetch(`${api.address}/livez`)).rejects.toThrow()
  })

  test('says so when its port is taken', async () => {
    const api = await serve({ ...store, host: '127.0.0.1', port: 0, webFolder: web })
    const port = Number(new URL(api.address).port)
    await expect(serve({ ...store, host: '127.0.0.1', port, webFolder: web })).rejects.toThrow(/EADDRINUSE/)
    await api.close()
  })
})
