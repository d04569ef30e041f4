import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Remote } from '../../../api/federation/joining/federationFile.ts'
import { joinAtStart } from '../../../api/federation/joining/join.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { sdl, startRegister } from './register.ts'

// As little of the graph as the register needs: composing all of it takes its time.
const graph = {
  name: 'graph',
  sdl: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
    type Query { partner(id: ID!): Partner }
    type Partner @key(fields: "id") { id: ID! name: String! }
    type Territory @key(fields: "code") { code: ID! }`,
}

const register = await startRegister()
const remote = (given: Partial<Remote> = {}): Remote => ({
  name: 'register',
  url: register.url,
  headers: {},
  timeout: 1_000,
  ...given,
})

async function start(home: string, ...remotes: Remote[]) {
  const told: string[] = []
  const joined = await joinAtStart(remotes, [graph], home, (line) => told.push(line))
  return { joined: joined.map(({ name }) => name), sdl: joined[0]?.sdl, told }
}

const tellsSdl = (text: unknown) => {
  register.instead = (response) => response.end(JSON.stringify({ data: { _service: { sdl: text } } }))
}
const unfit = sdl.replace('legalStatus: LegalStatus', 'legalStatus: LegalStatus!')
const leftOut =
  'It is left out until the next start; `npm run essaim -- compose` says whether it will fit then.'
const asItWas = 'It joins as it was when it joined last.'
const mustBeNullable =
  'Partner.legalStatus must be nullable, without the `!` at its end: when it is not answered, what stands above it would be lost too.'
const line = (...problems: string[]) => [`subgraph register (${register.url}):`, ...problems].join('\n  ')

afterEach(() => {
  register.instead = undefined
})

describe('at a start', () => {
  test('a subgraph is asked what it is, with its header, and what it said is kept', async () => {
    const home = temporaryFolder()
    const { joined, told } = await start(home, remote({ headers: { 'X-Key': 'the key' } }))
    expect([joined, told]).toEqual([['register'], []])
    expect(register.heard.at(-1)?.headers['x-key']).toBe('the key')
    expect(readdirSync(join(home, 'federation'))).toEqual(['register.graphql'])
    const kept = readFileSync(join(home, 'federation', 'register.graphql'), 'utf8')
    expect(kept.split('\n')[0]).toBe(`# register at ${register.url}`)
    expect(kept).toContain('legalStatus')
  })

  test('its SDL can be a file, and nobody is asked', async () => {
    const file = join(temporaryFolder(), 'register.graphql')
    writeFileSync(file, sdl)
    register.heard.length = 0
    const { joined } = await start(temporaryFolder(), remote({ sdl: file }))
    expect([joined, register.heard]).toEqual([['register'], []])
  })

  test('one that is down joins as it was last, by what was kept from the same address only', async () => {
    const home = temporaryFolder()
    await start(home, remote())
    await register.stop()
    try {
      expect(await start(home, remote())).toMatchObject({
        joined: ['register'],
        told: [line('It could not be reached: ECONNREFUSED.', asItWas)],
      })
      const moved = remote({ url: register.url.replace('/graphql', '/moved') })
      expect((await start(home, moved)).joined).toEqual([])
    } finally {
      await register.startAgain()
    }
  })

  test('one that is down and was never known is left out, and that is said', async () => {
    await register.stop()
    try {
      expect(await start(temporaryFolder(), remote())).toMatchObject({
        joined: [],
        told: [line('It could not be reached: ECONNREFUSED.', leftOut)],
      })
    } finally {
      await register.startAgain()
    }
  })

  test('one that became another than fits joins as it was last', async () => {
    const home = temporaryFolder()
    const before = await start(home, remote())
    tellsSdl(unfit)
    const after = await start(home, remote())
    expect(after).toEqual({ joined: ['register'], sdl: before.sdl, told: [line(mustBeNullable, asItWas)] })
  })

  test('one that never fitted is left out, with all its reasons', async () => {
    tellsSdl(`${unfit} type Mutation { dissolve: Int }`)
    expect(await start(temporaryFolder(), remote())).toMatchObject({
      joined: [],
      told: [
        line('It has a Mutation, and the graph is only read here: leave it out.', mustBeNullable, leftOut),
      ],
    })
  })

  test.each([undefined, null, 5, { a: 1 }])('one that tells %j as its SDL is left out', async (text) => {
    tellsSdl(text)
    const { told } = await start(temporaryFolder(), remote())
    expect(told).toEqual([
      line('It does not tell its SDL: `{ _service { sdl } }` must be answered by a text.', leftOut),
    ])
  })

  test('a second one that clashes with the first is left out alone', async () => {
    const { joined, told } = await start(temporaryFolder(), remote(), remote({ name: 'second-one' }))
    expect(joined).toEqual(['register'])
    expect(told[0]).toContain('Partner.legalStatus is a field of register')
  })

  test('a folder that can not be written does not keep anybody from joining', async () => {
    const home = temporaryFolder()
    mkdirSync(join(home, 'federation', 'register.graphql', 'in the way'), { recursive: true })
    const { joined, told } = await start(home, remote())
    expect(joined).toEqual(['register'])
    expect(told).toEqual([expect.stringMatching(/^the SDL of register could not be kept/)])
  })
})
