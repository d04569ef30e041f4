import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readFederation } from '../../../api/federation/joining/federationFile.ts'
import { joinAtStart } from '../../../api/federation/joining/join.ts'
import { serve } from '../../../api/server.ts'
import { partner, tell } from '../../api/api.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { run } from '../../support/program.ts'
import { testStore } from '../../support/store.ts'
import { sdl, startRegister } from './register.ts'

const store = testStore()
const register = await startRegister()
const yaml = (...lines: string[]) =>
  ['subgraphs:', '  - name: register', `    url: ${register.url}`, ...lines].join('\n')

beforeAll(() => tell(store, { nodes: [partner('club', { name: 'Club' })], links: [] }))

test('a register joins by one file, and leaves when it is removed', async () => {
  const home = temporaryFolder()
  const file = join(home, 'federation.yaml')
  const ask = async (query: string) => {
    const remotes = readFederation({ file, isAsked: false }, () => undefined)
    const { driver, database } = store
    const { address, close } = await serve({
      driver,
      database,
      host: '127.0.0.1',
      port: 0,
      join: (ours) => joinAtStart(remotes, ours, home),
    })
    try {
      const headers = { 'content-type': 'application/json', cookie: 'who=me', authorization: 'Bearer mine' }
      const body = JSON.stringify({ query })
      const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body })
      const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown }
      return { status: response.status, data, errors }
    } finally {
      await close()
    }
  }
  const query = '{ partner(id: "club") { name legalStatus { since } } }'
  writeFileSync(file, yaml())
  expect(await ask(query)).toEqual({
    status: 200,
    data: { partner: { name: 'Club', legalStatus: { since: 1987 } } },
  })
  const { headers } = register.heard.at(-1) ?? {}
  expect([headers?.cookie, headers?.authorization]).toEqual([undefined, undefined])
  rmSync(file)
  expect(await ask(query)).toMatchObject({
    status: 400,
    errors: [{ message: 'Cannot query field "legalStatus" on type "Partner".' }],
  })
})

describe('essaim compose', () => {
  async function compose(text: string, environment: Record<string, string> = {}) {
    const home = temporaryFolder()
    const file = join(home, 'federation.yaml')
    writeFileSync(file, text)
    writeFileSync(join(home, 'register.graphql'), sdl.replace('legalStatus: LegalStatus', 'name: String'))
    const settings = { ESSAIM_HOME: home, ESSAIM_FEDERATION: file, ...environment }
    const program = run('api/commands/essaim.ts', ['compose'], settings)
    return { code: await program.ended, said: program.output(), home }
  }

  test('tells what joins, keeps it, and sends the header from the environment', async () => {
    const { code, said, home } = await compose(yaml('    headers: { X-Key: { env: REGISTER_KEY } }'), {
      REGISTER_KEY: 'hush-hush',
    })
    expect([code, said]).toEqual([
      0,
      `register (${register.url}) joins:
  fields: Partner.legalStatus, Partner.registeredAs, Query.register, Territory.unemployment
  types: LegalForm, LegalStatus, Register
`,
    ])
    expect(register.heard.at(-1)?.headers['x-key']).toBe('hush-hush')
    expect(readFileSync(join(home, 'federation', 'register.graphql'), 'utf8')).toContain('legalStatus')
  })

  test('tells what clashes, with exit code 1', async () => {
    const { code, said } = await compose(yaml('    sdl: register.graphql'))
    expect([code, said]).toEqual([
      1,
      `register (${register.url}) does not join:
  Partner.name is a field of graph: call yours otherwise, or mark it @external where you only require it.
`,
    ])
  })

  test('tells what is wrong in the file, with exit code 1', async () => {
    const { code, said } = await compose(yaml('    timeout: soon'))
    expect([code, said]).toEqual([
      1,
      'essaim: federation.yaml, line 4: subgraphs.0.timeout is "soon": say a number of milliseconds\n',
    ])
  })
})
