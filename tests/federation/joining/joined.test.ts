import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Remote } from '../../../api/federation/joining/federationFile.ts'
import { joinAtStart } from '../../../api/federation/joining/join.ts'
import { contextOf, reading, type Read } from '../../../api/read.ts'
import { graphServer } from '../../../api/graphql.ts'
import { graphSubgraph } from '../../../api/federation/graph.ts'
import { link, node } from '../../exchange/story.ts'
import { testStore } from '../../support/store.ts'
import { initiative, partner, tell } from '../../api/api.ts'
import { homeForFile } from './home.ts'
import { startRegister } from './register.ts'

const store = testStore()
const read = reading(store.driver, store.database)
let statements = 0
const counted: Read = (text, parameters) => {
  statements += 1
  return read(text, parameters)
}

const secret = 'Bearer of-the-register'
const register = await startRegister()
const remote: Remote = {
  name: 'public-register',
  url: register.url,
  headers: { 'X-Key': secret },
  timeout: 1_000,
}
const told: string[] = []
const graph = await graphSubgraph()
const others = await joinAtStart([remote], [graph], homeForFile(), (line) => told.push(line))
const server = await graphServer([graph, ...others])

async function ask(query: string, variables?: Record<string, unknown>) {
  const { body, http } = await server.executeOperation(
    { query, variables },
    { contextValue: contextOf(counted) },
  )
  if (body.kind !== 'single') throw new Error('an answer in parts')
  return {
    status: http.status ?? 200,
    ...(JSON.parse(JSON.stringify(body.singleResult)) as typeof body.singleResult),
  }
}

const hundred = Array.from({ length: 100 }, (_, n) => `p${1_900 + n}`)

beforeAll(async () => {
  await tell(store, {
    nodes: [
      initiative('café', { name: 'Café' }),
      initiative('library', { name: 'Library' }),
      partner('club', { name: 'Club' }),
      partner('fund', { name: 'Fund' }),
      partner('nobody', { name: 'Nobody knows it' }),
      ...hundred.map((id) => partner(id, { name: `Partner ${id}` })),
      node('Territory', 'iso:FR', { name: 'France', level: 'COUNTRY' }),
    ],
    links: [
      link('PARTNERS_IN', 'club', 'café', { role: 'CARRIER' }),
      link('PARTNERS_IN', 'fund', 'café', { role: 'FUNDER' }),
      link('PARTNERS_IN', 'nobody', 'café', { role: 'FUNDER' }),
      link('ACTS_IN', 'café', 'iso:FR'),
      ...hundred.map((id) => link('PARTNERS_IN', id, 'library', { role: 'FUNDER' })),
    ],
  })
  await ask('{ initiative(id: "café") { id } }')
})

beforeEach(() => {
  statements = 0
  register.heard.length = 0
})

describe('a register that joined', () => {
  test('did so without a word', () => {
    expect(told).toEqual([])
  })

  test('completes partners and territories, and knows nothing of some', async () => {
    const { data, errors } = await ask(
      '{ initiative(id: "café") { name partners(sort: [{ name: ASC }]) { name legalStatus { code since } } territories { name unemployment before: unemployment(year: 2015) } } }',
    )
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      initiative: {
        name: 'Café',
        partners: [
          { name: 'Club', legalStatus: { code: 'ASSOCIATION_1901', since: 1987 } },
          { name: 'Fund', legalStatus: { code: 'MUTUAL', since: null } },
          { name: 'Nobody knows it', legalStatus: null },
        ],
        territories: [{ name: 'France', unemployment: 8.4, before: 11.2 }],
      },
    })
    expect(statements).toBe(1)
  })

  test('is answered by the graph for what it requires', async () => {
    const { data, errors } = await ask('{ partner(id: "club") { registeredAs } }')
    expect([data, errors]).toEqual([{ partner: { registeredAs: 'CLUB (1901)' } }, undefined])
  })

  test('lists partners whom the graph completes in one statement', async () => {
    const { data, errors } = await ask('{ register { name dissolved { name initiatives { name } } } }')
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      register: { name: 'The register', dissolved: [{ name: 'Club', initiatives: [{ name: 'Café' }] }] },
    })
    expect(statements).toBe(1)
  })

  test('may list somebody whom the graph does not know', async () => {
    register.instead = (response) => {
      const dissolved = ['club', 'ghost'].map((id) => ({ __typename: 'Partner', id }))
      response.end(JSON.stringify({ data: { register: { name: 'The register', dissolved } } }))
    }
    try {
      const { data } = await ask('{ register { name dissolved { id name } } partner(id: "club") { name } }')
      expect(data).toEqual({
        register: { name: 'The register', dissolved: [{ id: 'club', name: 'Club' }, null] },
        partner: { name: 'Club' },
      })
    } finally {
      register.instead = undefined
    }
  })

  test('is asked once for a hundred partners, each key once, beside one statement of ours', async () => {
    const { data, errors } = await ask(
      '{ initiative(id: "library") { partners(limit: 100) { id legalStatus { since } initiatives(limit: 1) { partners(limit: 100) { id legalStatus { since } } } } } }',
    )
    expect(errors).toBeUndefined()
    const { partners } = (data?.initiative ?? {}) as { partners: { id: string; legalStatus: unknown }[] }
    expect(partners).toHaveLength(100)
    for (const { id, legalStatus } of partners) expect(legalStatus).toEqual({ since: Number(id.slice(1)) })
    expect(statements).toBe(1)
    expect(register.heard.map(({ keys }) => keys.length)).toEqual([100])
  })

  test('is not asked what it does not know', async () => {
    await ask('{ initiative(id: "café") { name partners { name } } }')
    expect(register.heard).toEqual([])
  })

  test('hears its own header, and nothing of who asks', async () => {
    await ask('{ register { name } }')
    const { host, ...headers } = register.heard[0]?.headers ?? {}
    expect(host).toBe(new URL(register.url).host)
    expect(headers).toEqual({
      'x-key': secret,
      'content-type': 'application/json',
      'content-length': expect.any(String) as string,
      accept: 'application/json',
      'accept-encoding': 'identity',
      connection: 'keep-alive',
    })
  })

  test('is part of the schema that everybody sees', async () => {
    const { data } = await ask('{ __type(name: "LegalStatus") { description fields { name } } }')
    expect(data).toEqual({
      __type: {
        description: 'A legal form, since when.',
        fields: [{ name: 'code' }, { name: 'recordedOn' }, { name: 'since' }],
      },
    })
  })
})
