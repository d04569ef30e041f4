import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { remoteSubgraph } from '../../../api/federation/joining/remote.ts'
import type { Read } from '../../../api/read.ts'
import { contextOf } from '../../../api/read.ts'
import { sdl, startRegister } from './register.ts'

const register = await startRegister()
const { answer } = remoteSubgraph(
  { name: 'register', url: register.url, headers: {}, timeout: 10_000 },
  sdl,
  [],
)
const nothing: Read = () => Promise.reject(new Error('nobody reads the graph here'))
const document = parse(
  'query($keys: [_Any!]!) { _entities(representations: $keys) { ... on Partner { legalStatus { since } } } }',
)
const ids = Array.from({ length: 2_500 }, (_, n) => n + 1)
const ask = () =>
  answer({
    document,
    variables: { keys: ids.map((id) => ({ __typename: 'Partner', id: `p${id}` })) },
    context: contextOf(nothing),
  })

test('2,500 keys are three requests, and one answer in their order', async () => {
  register.heard.length = 0
  const { data, errors } = await ask()
  expect(errors).toBeUndefined()
  expect(data).toEqual({ _entities: ids.map((since) => ({ legalStatus: { since } })) })
  expect(register.heard.map(({ keys }) => keys.length).sort()).toEqual([1_000, 1_000, 500])
})

test('a part that fails is nothing, the others stay, and an error keeps its place', async () => {
  register.instead = (response, honest) => {
    const { _entities: list } = honest.data as { _entities: unknown[] }
    if (list.length === 500) {
      const errors = [{ message: 'no', path: ['_entities', 1, 'legalStatus'] }]
      response.end(JSON.stringify({ ...honest, errors }))
    } else if (JSON.stringify(list[0]).includes('"since":1}')) response.writeHead(503).end()
    else response.end(JSON.stringify(honest))
  }
  const { data, errors } = await ask()
  const list = (data as { _entities: unknown[] })._entities
  expect(list).toHaveLength(2_500)
  expect([list[0], list[999], list[1_000], list[2_499]]).toEqual([
    null,
    null,
    { legalStatus: { since: 1_001 } },
    { legalStatus: { since: 2_500 } },
  ])
  expect(errors?.map(({ message, path }) => [message, path])).toEqual([
    ['`register` answered with HTTP 503: what it knows is missing here.', undefined],
    ['`register` says: no', ['_entities', 2_001, 'legalStatus']],
  ])
})
