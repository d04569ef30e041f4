import { readFileSync } from 'node:fs'
import { printSubgraphSchema } from '@apollo/subgraph'
import { composeServices } from '@theguild/federation-composition'
import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { contract } from '../../api/federation/contract.ts'
import { graphSchema } from '../../api/schema.ts'

const committed = readFileSync(new URL('../../api/contract.graphql', import.meta.url), 'utf8')
const printed = printSubgraphSchema(await graphSchema())
const today = await contract()

test.each(['contract', 'supergraph'])('the committed %s is the one of today', (file) => {
  const texts = { contract: today.clients, supergraph: today.supergraph }
  const saved = readFileSync(new URL(`../../api/${file}.graphql`, import.meta.url), 'utf8')
  expect(texts[file as keyof typeof texts], 'run `npm run contract` and read what changed').toBe(saved)
})

test('the contract says nothing of federation, which clients can not ask', () => {
  expect(committed).not.toMatch(/_entities|_service|@key|@join|federation__/)
})

test('nothing can be written through the generated schema', async () => {
  const schema = await graphSchema()
  expect([schema.getMutationType(), schema.getSubscriptionType()]).toEqual([undefined, undefined])
})

test('the generated schema has no aggregates, which cost as much as the graph is big', () => {
  expect(committed).not.toMatch(/aggregat/i)
})

test('another subgraph can extend what the graph knows by its key', async () => {
  const visits = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
    type Initiative @key(fields: "id") { id: ID! visits: Int! }
    type Territory @key(fields: "code") { code: ID! rainyDays: Int! }`
  const composed = composeServices([
    { name: 'graph', typeDefs: parse(printed), url: 'http://graph' },
    { name: 'visits', typeDefs: parse(visits), url: 'http://visits' },
  ])
  expect(composed.errors ?? []).toEqual([])
  expect(composed.supergraphSdl).toMatch(/type Initiative[^{]+@join__type\(graph: GRAPH, key: "id"\)/)
})

test.each([
  ['Initiative', 'id'],
  ['Partner', 'id'],
  ['Network', 'id'],
  ['Territory', 'code'],
  ['Commons', 'id'],
  ['Element', 'id'],
  ['Theme', 'id'],
  ['Result', 'id'],
  ['Grant', 'id'],
  ['Identifier', 'id'],
  ['Sheet', 'id'],
  ['SpreadingPlan', 'id'],
  ['Programme', 'id'],
  ['SteeringCommittee', 'id'],
  ['Support', 'id'],
  ['Cohort', 'id'],
  ['Sponsorship', 'id'],
  ['Readiness', 'id'],
  ['CoDevelopmentSession', 'id'],
  ['MatchmakingEvent', 'id'],
  ['Pitch', 'id'],
])('%s is known across subgraphs by its %s', (type, key) => {
  expect(printed).toMatch(new RegExp(`type ${type} [^{]*@key\\(fields: "${key}"\\)`))
})
