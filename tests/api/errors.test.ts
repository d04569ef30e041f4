import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import neo4j from 'neo4j-driver'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { clientError } from '../../api/errors.ts'
import { connectTo } from '../../api/neo4j/store.ts'
import { reading } from '../../api/read.ts'
import { serve } from '../../api/server.ts'
import { testAccess, testStore } from '../support/store.ts'
import { testApi } from './api.ts'

const { driver, database } = testStore()
const { ask, get } = testApi({ driver, database })
const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
afterEach(() => logged.mockClear())
// A busy machine may take more than ten seconds to plan a first statement.
const patient = { timeout: 50_000, interval: 500 }
const leaks = /\/[\w-]+\/[\w.-]+\.[jt]s|node_modules|MATCH|RETURN|Neo4jError|Neo\.|at \w+ \(/

describe('a wrong request', () => {
  test.each([
    ['that is no GraphQL', '{ initiatives {', /Syntax Error/],
    [
      'for a field that is not there',
      '{ initiatives { nme } }',
      /Cannot query field "nme" on type "Initiative"\. Did you mean "name"/,
    ],
    ['for a word that is no role', '{ partnerMap(of: ["a"], roles: [BOSS]) { total } }', /BOSS/],
    ['without what is required', '{ partnerMap { total } }', /"of"/],
    ['that wants to write', 'mutation { initiativesCreate { id } }', /./],
    ['that wants to be told later', 'subscription { initiativeCreated { id } }', /./],
    ['without an operation', '', /./],
  ])('%s is told so', async (_, query, message) => {
    expect(await ask(query)).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringMatching(message), extensions: { code: 'INVALID' } }],
    })
  })

  test.each([
    ['that is no JSON', { 'content-type': 'application/json' }, '{"query": ', 400],
    ['that is a list', { 'content-type': 'application/json' }, '[{"query":"{__typename}"}]', 400],
    [
      'of a form, as any page could send',
      { 'content-type': 'application/x-www-form-urlencoded' },
      'query=%7B__typename%7D',
      400,
    ],
    ['in another encoding', { 'content-type': 'application/json; charset=latin1' }, '{}', 415],
  ])('%s is refused as JSON', async (_, headers, body, status) => {
    const response = await get('/graphql', { method: 'POST', headers, body })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID' } }] })
  })
})

describe('a failure of the store', () => {
  const seenOf = async (statement: string, parameters = {}, patience?: number) => {
    const error: unknown = await reading(
      driver,
      database,
      patience,
    )(statement, parameters).catch((reason: unknown) => reason)
    return clientError({ message: String(error) }, error)
  }

  test('that takes too long says to ask for less', async () => {
    const seen = await seenOf('UNWIND range(1, 2000000000) AS number RETURN count(number)', {}, 300)
    expect(seen).toMatchObject({
      message: expect.stringMatching(/more than ten seconds: ask for less/),
      extensions: { code: 'LIMIT' },
    })
  })

  test('that takes too much memory says to ask for less', async () => {
    const seen = await seenOf(
      'UNWIND range(1, 100000000) AS number WITH collect(toString(number)) AS texts RETURN size(texts)',
    )
    expect(seen).toMatchObject({
      message: expect.stringMatching(/too big: ask for less/),
      extensions: { code: 'LIMIT' },
    })
  })

  test('that nobody foresaw is logged in one line under a number, and only the number leaves', async () => {
    const seen = await seenOf('RETURN nonsense')
    const id = String(seen.extensions?.id)
    expect(seen).toMatchObject({ message: expect.stringContaining(id), extensions: { code: 'UNAVAILABLE' } })
    expect(JSON.stringify(seen)).not.toMatch(leaks)
    expect(logged.mock.calls).toEqual([
      [expect.stringMatching(new RegExp(`^error ${id}: .*nonsense[^\\n]*$`))],
    ])
  })

  test('that wants to write through a read is one of these', async () => {
    expect((await seenOf('CREATE (:Initiative)')).extensions).toMatchObject({
      code: 'UNAVAILABLE',
      id: expect.any(String),
    })
  })
})

describe('while the graph is out of reach', () => {
  test('questions are told so, and answered again when it is back, without a restart', async () => {
    const store = await wire()
    const far = connectTo({ ...testAccess(), uri: store.uri })
    const api = await serve({ driver: far, database, host: '127.0.0.1', port: 0 })
    onTestFinished(async () => {
      await api.close()
      await far.close()
      await store.cut()
    })
    const status = async (path: string) => (await fetch(api.address + path)).status
    const question = async (query: string) => {
      const response = await fetch(`${api.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      })
      return { status: response.status, text: await response.text() }
    }
    const answered = async (query: string) => expect((await question(query)).status).toBe(200)
    const questions = [
      '{ initiative(id: "a") { id } }',
      '{ dissemination(of: "a") { total } }',
      '{ families { id } }',
    ]
    for (const query of questions) await vi.waitFor(() => answered(query), patient)
    expect([await status('/livez'), await status('/readyz')]).toEqual([200, 200])

    await store.cut()
    for (const query of questions) {
      const { status: code, text } = await question(query)
      expect(code).toBe(503)
      expect(text).toContain('The graph does not answer at the moment: try again in a minute.')
      expect(text).toContain('"UNAVAILABLE"')
      expect(text).not.toMatch(leaks)
    }
    expect([await status('/livez'), await status('/readyz')]).toEqual([200, 503])

    await store.join()
    for (const query of questions) await vi.waitFor(() => answered(query), patient)
    expect([await status('/livez'), await status('/readyz')]).toEqual([200, 200])
  })

  test('a store that takes connections and never answers is not ready', async () => {
    const held: Socket[] = []
    const mute = createServer((socket) => held.push(socket)).listen(0, '127.0.0.1')
    await new Promise((resolve) => mute.once('listening', resolve))
    const { port } = mute.address() as AddressInfo
    const far = neo4j.driver(`bolt://127.0.0.1:${port}`, neo4j.auth.basic('neo4j', 'secret'), {
      connectionTimeout: 3_000,
    })
    const api = await serve({ driver: far, database, host: '127.0.0.1', port: 0 })
    const response = await fetch(`${api.address}/readyz`)
    expect([response.status, await response.text()]).toEqual([
      503,
      expect.stringMatching(/the graph does not answer/),
    ])
    await api.close()
    for (const socket of held) socket.destroy()
    mute.close()
    await far.close()
  })
})

/** A wire to this worker's Neo4j that can be cut and joined again at the same port. */
async function wire() {
  const target = new URL(testAccess().uri.replace(/^\w+/, 'http'))
  const sockets = new Set<Socket>()
  let server: Server
  let port = 0
  const join = async () => {
    server = createServer((near) => {
      const far = connect(Number(target.port), target.hostname)
      for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined))
      near.pipe(far).pipe(near)
    })
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  }
  const cut = async () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
    await new Promise((resolve) => server.close(resolve))
  }
  await join()
  return { uri: `bolt://127.0.0.1:${port}`, cut, join }
}
