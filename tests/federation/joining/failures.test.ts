import type { ServerResponse } from 'node:http'
import { afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { graphSubgraph } from '../../../api/federation/graph.ts'
import { mostAnswerBytes } from '../../../api/federation/joining/ask.ts'
import { joinAtStart } from '../../../api/federation/joining/join.ts'
import { graphServer } from '../../../api/graphql.ts'
import { contextOf, reading } from '../../../api/read.ts'
import { initiative, partner, tell } from '../../api/api.ts'
import { link, node } from '../../exchange/story.ts'
import { testStore } from '../../support/store.ts'
import { homeForFile } from './home.ts'
import { startRegister } from './register.ts'

const store = testStore()
const read = reading(store.driver, store.database)
const timeout = 3_000
const secret = 'Bearer hush-hush-hush'
const register = await startRegister()
const remote = { name: 'register', url: register.url, headers: { Authorization: secret }, timeout }
const graph = await graphSubgraph()
const server = await graphServer([graph, ...(await joinAtStart([remote], [graph], homeForFile()))])

type Row = { name: string; legalStatus: unknown }

async function ask(query: string, gone?: AbortSignal) {
  const { body } = await server.executeOperation({ query }, { contextValue: contextOf(read, gone) })
  if (body.kind !== 'single') throw new Error('an answer in parts')
  const { data, errors } = JSON.parse(JSON.stringify(body.singleResult)) as typeof body.singleResult
  return {
    data,
    errors: errors?.map(({ message, path, extensions }) => ({ message, path, code: extensions?.code })),
  }
}

const partners =
  '{ initiative(id: "café") { name partners(sort: [{ name: ASC }]) { name legalStatus { code since } } } }'

async function askPartners() {
  const { data, errors } = await ask(partners)
  const { name, partners: rows } = (data?.initiative ?? {}) as { name: string; partners: Row[] }
  expect([name, rows.map((row) => row.name)]).toEqual(['Café', ['Club', 'Fund']])
  return { statuses: rows.map(({ legalStatus }) => legalStatus), errors }
}

const honest = [
  { code: 'ASSOCIATION_1901', since: 1987 },
  { code: 'MUTUAL', since: null },
]

const json = (response: ServerResponse, body: unknown) =>
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
const entities = (response: ServerResponse, list: unknown) => json(response, { data: { _entities: list } })
const known = (legalStatus: unknown) => ({ __typename: 'Partner', legalStatus })

beforeAll(async () => {
  await tell(store, {
    nodes: [
      initiative('café', { name: 'Café' }),
      partner('club', { name: 'Club' }),
      partner('fund', { name: 'Fund' }),
      node('Territory', 'iso:FR', { name: 'France', level: 'COUNTRY' }),
    ],
    links: [
      ...['club', 'fund'].map((id) => link('PARTNERS_IN', id, 'café', { role: 'FUNDER' })),
      link('ACTS_IN', 'café', 'iso:FR'),
    ],
  })
  await ask(partners)
})

const logged = { error: vi.spyOn(console, 'error'), info: vi.spyOn(console, 'info') }

beforeEach(() => {
  for (const log of Object.values(logged)) log.mockReset().mockImplementation(() => undefined)
  register.heard.length = 0
})
afterEach(() => {
  register.instead = undefined
})

test('all is well first', async () => {
  expect(await askPartners()).toEqual({ statuses: honest, errors: undefined })
})

describe('when the register gives no answer, the others’ survive, its own are nothing, one error names it', () => {
  test.each<[string, string, (response: ServerResponse) => unknown]>([
    ['fails', 'answered with HTTP 500', (response) => response.writeHead(500).end('{"message":"boom"}')],
    [
      'sends HTML',
      'answered with something that is not JSON',
      (response) => response.end('<h1>Welcome</h1>'),
    ],
    [
      'breaks off',
      'broke off in the middle of its answer',
      (response) => {
        response
          .writeHead(200, { 'content-length': 1_000 })
          .write('{"data":{"_entities":[', () => response.destroy())
      },
    ],
    [
      'sends half an answer as if it were whole',
      'answered with something that is not JSON',
      (response) => response.end('{"data":{"_enti'),
    ],
    ['resets the connection', 'could not be reached', (response) => response.socket?.resetAndDestroy()],
    ['says nothing', `did not answer within ${timeout} ms`, () => undefined],
    [
      'never comes to an end',
      `did not answer within ${timeout} ms`,
      (response) => {
        const drip = setInterval(() => response.write(' '), 50)
        response.once('close', () => clearInterval(drip))
      },
    ],
    [
      'sends too much',
      `answered with more than ${mostAnswerBytes / 2 ** 20} MiB`,
      (response) => response.end(' '.repeat(mostAnswerBytes + 1)),
    ],
    [
      'sends elsewhere',
      'sends elsewhere (HTTP 302), which is not followed',
      (response) => response.writeHead(302, { location: register.url }).end(),
    ],
    ...['[1]', '"yes"', 'null', '{}', '{"data":5}', '{"data":null}', '{"errors":"no"}'].map(
      (body): [string, string, (response: ServerResponse) => unknown] => [
        `sends ${body}`,
        'answered with something that is no GraphQL answer',
        (response) => response.end(body),
      ],
    ),
  ])('it %s', async (_, why, instead) => {
    register.instead = instead
    const began = Date.now()
    const { statuses, errors } = await askPartners()
    expect(statuses).toEqual([null, null])
    expect(errors).toEqual([
      {
        message: `\`register\` ${why}: what it knows is missing here.`,
        path: expect.any(Array),
        code: 'UNAVAILABLE',
      },
    ])
    expect(Date.now() - began).toBeLessThan(timeout * 5)
  })

  test('it says nothing about two types: they are asked in one request, and told missing by one error', async () => {
    register.instead = () => undefined
    const began = Date.now()
    const { data, errors } = await ask(
      '{ initiative(id: "café") { partners { legalStatus { since } } territories { unemployment } } }',
    )
    expect(Date.now() - began).toBeLessThan(timeout * 2)
    expect(register.heard).toHaveLength(1)
    expect(data).toEqual({
      initiative: {
        partners: [{ legalStatus: null }, { legalStatus: null }],
        territories: [{ unemployment: null }],
      },
    })
    const message = `\`register\` did not answer within ${timeout} ms: what it knows is missing here.`
    expect(errors?.map((error) => error.message)).toEqual([message])
  })

  test('it is left as soon as who asked us has gone, and not blamed for it', async () => {
    const leaves = new AbortController()
    const left = new Promise<boolean>((resolve) => {
      register.instead = (response) => {
        response.once('close', () => resolve(response.writableFinished))
        leaves.abort()
      }
    })
    const { errors } = await ask(partners, leaves.signal)
    expect(await left).toBe(false)
    expect(errors?.map(({ message }) => message)).toEqual(['Who asked this has gone.'])
    expect(logged.error).not.toHaveBeenCalled()
  })

  test('a connection that it closed meanwhile is opened anew, once', async () => {
    await askPartners()
    register.heard.length = 0
    register.instead = (response, answer) => {
      if (register.heard.length === 1) response.socket?.resetAndDestroy()
      else json(response, answer)
    }
    expect(await askPartners()).toEqual({ statuses: honest, errors: undefined })
    expect(register.heard).toHaveLength(2)
  })

  test('it is down, and back without a restart; the log says so once each', async () => {
    await askPartners()
    for (const log of Object.values(logged)) log.mockClear()
    await register.stop()
    for (let time = 0; time < 2; time++) {
      const { statuses, errors } = await askPartners()
      expect([statuses, errors?.map(({ message }) => message)]).toEqual([
        [null, null],
        ['`register` could not be reached: what it knows is missing here.'],
      ])
    }
    await register.startAgain()
    expect(await askPartners()).toEqual({ statuses: honest, errors: undefined })
    expect(logged.error.mock.calls).toEqual([['subgraph register could not be reached: ECONNREFUSED']])
    expect(logged.info.mock.calls).toEqual([['subgraph register answers again']])
  })
})

describe('when the register answers wrongly, what is right is kept', () => {
  const wrong = (what: string) => `\`register\` did not keep to its schema: ${what}`

  test.each<[string, unknown, unknown[], string]>([
    [
      'a word that its enum does not have',
      [known({ code: 'KING', since: 1 }), known(honest[1])],
      [null, honest[1]],
      'Enum "LegalForm" cannot represent value: "KING"',
    ],
    [
      'a text for a number',
      [known({ code: 'MUTUAL', since: 'long ago' }), known(honest[1])],
      [{ code: 'MUTUAL', since: null }, honest[1]],
      'Int cannot represent non-integer value: "long ago"',
    ],
    [
      'a number written as a text',
      [known({ code: 'MUTUAL', since: '1987' }), known(honest[1])],
      [{ code: 'MUTUAL', since: null }, honest[1]],
      'Int cannot represent non-integer value: "1987"',
    ],
    [
      'nothing where something is promised',
      [known({ since: 3 }), known(honest[1])],
      [null, honest[1]],
      'Cannot return null for non-nullable field LegalStatus.code.',
    ],
    [
      'a text for an object',
      [known('dissolved'), known(honest[1])],
      [null, honest[1]],
      'Cannot return null for non-nullable field LegalStatus.code.',
    ],
    [
      'a list for an object',
      [known([]), known(honest[1])],
      [null, honest[1]],
      'Cannot return null for non-nullable field LegalStatus.code.',
    ],
    [
      'fewer records than were asked',
      [known(honest[0])],
      [null, null],
      '1 records came for the 2 that were asked',
    ],
    [
      'more records than were asked',
      [1, 2, 3].map(() => known(honest[0])),
      [null, null],
      '3 records came for the 2 that were asked',
    ],
    ['no list of records', { 0: known(honest[0]) }, [null, null], 'No list came where one was promised'],
    [
      'a record of another type',
      [{ __typename: 'Territory', legalStatus: honest[0] }, known(honest[1])],
      [null, honest[1]],
      'a Territory came for the Partner that was asked',
    ],
    [
      'a record of no type',
      [{ legalStatus: honest[0] }, known(honest[1])],
      [null, honest[1]],
      'a undefined came for the Partner that was asked',
    ],
    [
      'a text for a record',
      ['club', known(honest[1])],
      [null, honest[1]],
      'a undefined came for the Partner that was asked',
    ],
  ])('%s', async (_, list, expected, what) => {
    register.instead = (response) => entities(response, list)
    const { statuses, errors } = await askPartners()
    expect(statuses).toEqual(expected)
    expect(errors?.map(({ message, code }) => [message, code])).toEqual([[wrong(what), 'UNAVAILABLE']])
  })

  test('a date that is none', async () => {
    const written = ['2014-05', 'in May'].map((recordedOn) => known({ ...honest[1], recordedOn }))
    register.instead = (response) => entities(response, written)
    const { data, errors } = await ask(
      '{ initiative(id: "café") { partners(sort: [{ name: ASC }]) { legalStatus { recordedOn } } } }',
    )
    expect(data).toEqual({
      initiative: {
        partners: [{ legalStatus: { recordedOn: '2014-05' } }, { legalStatus: { recordedOn: null } }],
      },
    })
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/^`register` did not keep.*"in May" is not a date/) as string },
    ])
  })

  test('what nobody asked is not passed on', async () => {
    register.instead = (response) =>
      entities(response, [
        { ...known({ ...honest[0], tracker: 'x' }), name: 'Another name', id: 'fund' },
        { ...known(honest[1]), __proto__: { polluted: true } },
      ])
    expect(await askPartners()).toEqual({ statuses: honest, errors: undefined })
  })

  test('ten thousand mistakes are told by ten errors', async () => {
    register.instead = (response) =>
      json(response, {
        data: { register: { name: 'R', dissolved: Array.from({ length: 10_000 }, () => 'nobody') } },
      })
    const { data, errors } = await ask('{ register { dissolved { id } } initiative(id: "café") { name } }')
    expect(data).toEqual({
      register: { dissolved: Array.from({ length: 10_000 }, () => null) },
      initiative: { name: 'Café' },
    })
    expect(errors).toHaveLength(10)
  })
})

describe('errors of the register itself', () => {
  test('come with what it could answer, and keep their place', async () => {
    register.instead = (response) =>
      json(response, {
        data: { _entities: [known(honest[0]), known(null)] },
        errors: [{ message: 'the archive is closed', path: ['_entities', 1, 'legalStatus'] }],
      })
    const { statuses, errors } = await askPartners()
    expect(statuses).toEqual([honest[0], null])
    expect(errors).toEqual([
      {
        message: '`register` says: the archive is closed',
        path: expect.arrayContaining(['initiative', 'partners', 'legalStatus']),
        code: 'UNAVAILABLE',
      },
    ])
  })

  test('come through as it says them', async () => {
    const { data, errors } = await ask(
      '{ initiative(id: "café") { name territories { name then: unemployment(year: 1789) unemployment } } }',
    )
    expect(data).toEqual({
      initiative: { name: 'Café', territories: [{ name: 'France', then: null, unemployment: 8.4 }] },
    })
    expect(errors).toMatchObject([
      { message: '`register` says: nothing is known before 2000', code: 'UNAVAILABLE' },
    ])
  })

  test('are cut, and tell neither its secrets nor ours', async () => {
    const message = `no right for ${secret} nor hush-hush-hush at postgres://admin:hunter2@db/register ${'x'.repeat(500)}\n    at query (/srv/register/db.js:12:3)`
    register.instead = (response) =>
      json(response, {
        data: null,
        errors: [{ message, extensions: { code: 'FORBIDDEN', stacktrace: ['at secret'] } }],
      })
    const { errors } = await askPartners()
    expect(errors).toHaveLength(1)
    const [error] = errors ?? []
    expect(error?.message).toMatch(/^`register` says: no right for … nor … at postgres:\/\/db\/register x+…$/)
    expect(error?.message.length).toBeLessThan(240)
    expect(error).toMatchObject({ code: 'FORBIDDEN' })
    expect(JSON.stringify([errors, logged.error.mock.calls])).not.toMatch(/hush|hunter2|secret|srv/)
  })

  test.each([[[null, 7, {}, { message: 5, path: 'x', extensions: 3 }]], [[{ message: '' }]]])(
    'are told even when they are none: %j',
    async (errors) => {
      register.instead = (response) => json(response, { errors })
      const answer = await askPartners()
      expect(answer.statuses).toEqual([null, null])
      expect(new Set(answer.errors?.map(({ message }) => message))).toEqual(
        new Set(['`register` says: an error without a message']),
      )
    },
  )
})

test('sixteen requests at once at most, the others wait their turn', async () => {
  const open: ServerResponse[] = []
  let most = 0
  register.instead = (response, answer) => {
    open.push(response)
    most = Math.max(most, open.length)
    setTimeout(() => {
      open.splice(open.indexOf(response), 1)
      json(response, answer)
    }, 20)
  }
  onTestFinished(() => expect(most).toBeLessThanOrEqual(16))
  const answers = await Promise.all(Array.from({ length: 40 }, () => ask('{ register { name } }')))
  for (const { data } of answers) expect(data).toEqual({ register: { name: 'The register' } })
  expect(register.heard).toHaveLength(40)
})
