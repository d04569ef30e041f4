import { graphql } from 'graphql'
import { beforeAll, expect, test } from 'vitest'
import { graphServer } from '../../api/graphql.ts'
import { contextOf, reading } from '../../api/read.ts'
import { graphSchema } from '../../api/schema.ts'
import { link, node } from '../exchange/story.ts'
import { testStore } from '../support/store.ts'
import { initiative, partner, tell } from './api.ts'

const store = testStore()
const contextValue = contextOf(reading(store.driver, store.database))
const schema = await graphSchema()
const graph = await graphServer()

beforeAll(() =>
  tell(store, {
    nodes: [
      initiative('café', { startedOn: '2010-05', status: 'RUNNING' }),
      initiative('tearoom'),
      partner('town'),
      node('Element', 'soup', { core: true }),
    ],
    links: [
      link('REPLICATES', 'tearoom', 'café', { level: 'REDONE', since: '2012' }),
      link('CONSISTS_OF', 'café', 'soup'),
      link('KEEPS', 'tearoom', 'soup'),
      link('PARTNERS_IN', 'town', 'café', { role: 'FUNDER', note: 'each year' }),
    ],
  }),
)

const fields = `total truncated initiatives { id name status startedOn endedOn generation isOtherParent elementCount added isOnTheWay }
  links { id child parent level mode since note kept adapted dropped }`

test.each([
  ['all its fields', `{ dissemination(of: "café") { ${fields} } }`],
  ['its links alone', '{ partnerMap(of: ["café"]) { links { role note partner } } }'],
  [
    'other names',
    '{ a: partnerMap(of: ["café"]) { n: nodes { x: id y: id kind } } b: partnerMap(of: ["town"], depth: 1) { total } }',
  ],
  [
    'the names of types',
    '{ __typename partnerMap(of: ["café"]) { __typename nodes { __typename id } links { __typename } } }',
  ],
  [
    'what opening would bring',
    '{ partnerMap(of: ["café"], first: 1) { expansions { node kind role count } ...l } } fragment l on PartnerMap { leftOut { kind depth count } }',
  ],
  [
    'a field asked twice',
    '{ partnerMap(of: ["café"]) { nodes { id } nodes { name id } } partnerMap(of: ["café"]) { total } }',
  ],
  [
    'fragments',
    '{ partnerMap(of: ["café"]) { ...m ... on PartnerMap { total } } } fragment m on PartnerMap { nodes { ...n } } fragment n on PartnerMapNode { id degree }',
  ],
  [
    'what is left out on demand',
    'query($no: Boolean = false, $yes: Boolean = true) { partnerMap(of: ["café"]) { total @include(if: $no) nodes { id @skip(if: $yes) name kind @include(if: $yes) } ... @skip(if: $yes) { truncated } } dissemination(of: "café") @include(if: $no) { total } }',
  ],
  [
    'a record beside it',
    '{ dissemination(of: "café") { total } initiative(id: "café") { name partners { name } } search(text: "tea") { id } }',
  ],
  ['nothing', '{ dissemination(of: "nobody") { total initiatives { id } } }'],
])('a picture is answered as graphql-js would answer it: with %s', async (_, source) => {
  const { body } = await graph.executeOperation({ query: source }, { contextValue })
  const answer = body.kind === 'single' ? body.singleResult : undefined
  expect(answer?.errors).toBeUndefined()
  const expected = await graphql({ schema, source, contextValue })
  expect(JSON.stringify(answer?.data)).toBe(JSON.stringify(expected.data))
})

test('an alias that would change the answer itself is refused', async () => {
  const { body } = await graph.executeOperation(
    { query: '{ partnerMap(of: ["café"]) { __proto__: total } }' },
    { contextValue },
  )
  expect(body.kind === 'single' && body.singleResult.errors?.[0]?.extensions?.code).toBe('INVALID')
})
