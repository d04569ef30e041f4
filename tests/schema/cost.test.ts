import { readdirSync, readFileSync } from 'node:fs'
import { buildSchema, getIntrospectionQuery, getOperationAST, getVariableValues, parse, print } from 'graphql'
import { describe, expect, test } from 'vitest'
import { costOf, mostCost } from '../../api/cost.ts'
import { rangesOf } from '../../api/ranges.ts'
import { examples } from '../../api/warm.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const schema = buildSchema(read('api/contract.graphql'))
const ranges = rangesOf(
  readdirSync(new URL('../../api/schema', import.meta.url)).map((file) => read(`api/schema/${file}`)),
)

function cost(query: string, variables: Record<string, unknown> = {}, name?: string): number {
  const document = parse(query)
  const operation = getOperationAST(document, name)
  if (!operation) throw new Error(`no operation in ${query}`)
  const { coerced = variables } = getVariableValues(schema, operation.variableDefinitions ?? [], variables)
  return costOf(schema, document, operation, coerced, ranges)
}

describe('what a question may bring is counted in fields', () => {
  test.each([
    ['a record and its two fields', '{ initiative(id: "a") { id name } }', 1 + 2],
    ['a page of a list', '{ initiatives(first: 20) { id name } }', 20 * (1 + 2)],
    // The SDL says 50 where nobody does.
    ['the usual page of a list', '{ initiatives { id } }', 50 * (1 + 1)],
    // 10 initiatives, each with its id and 3 partners; `Partner` has pages of 100 where nobody says.
    [
      'a list in a list',
      '{ initiatives(first: 10) { id partners(limit: 3) { name } } }',
      10 * (1 + 1 + 3 * (1 + 1)),
    ],
    [
      'a list without a page in a list',
      '{ initiatives(first: 10) { partners { name } } }',
      10 * (1 + 100 * (1 + 1)),
    ],
    [
      'a connection, whose edges are its page',
      '{ initiative(id: "a") { partnersConnection(first: 7) { totalCount edges { properties { role } node { id name } } } } }',
      // The record, the connection, its count; an edge: itself, its properties with 1 field, its node with 2.
      1 + 1 + 1 + 7 * (1 + (1 + 1) + (1 + 2)),
    ],
    [
      'a picture, whose lists are as long as it is',
      '{ partnerMap(of: ["a"], first: 40) { total nodes { id name } links { id } } }',
      1 + 1 + 40 * (1 + 2) + 40 * (1 + 1),
    ],
    ['a picture as it comes', '{ dissemination(of: "a") { initiatives { id } } }', 1 + 1000 * (1 + 1)],
    [
      'a list that nobody pages through',
      '{ compareReplications(of: "a", first: 5) { places { id } } }',
      1 + 5 * (1 + 1),
    ],
    ['the same under two names', '{ one: initiativesCount two: initiativesCount }', 2],
    [
      'a fragment, wherever it is spread',
      '{ a: initiative(id: "a") { ...f } b: initiative(id: "b") { ...f ... on Initiative { name } } } fragment f on Initiative { id partners(limit: 2) { id } }',
      // Each is itself, its id and 2 partners with theirs; one has its name too.
      2 * (1 + 1 + 2 * (1 + 1)) + 1,
    ],
  ])('%s', (_, query, expected) => {
    expect(cost(query)).toBe(expected)
  })

  test('by variables, and without what they leave out', () => {
    const query =
      'query($n: Int, $also: Boolean!) { initiatives(first: $n) { id } partners(first: 9) @include(if: $also) { id } }'
    expect(cost(query, { n: 4, also: false })).toBe(4 * (1 + 1))
    expect(cost(query, { also: false })).toBe(50 * (1 + 1))
    expect(cost(query, { n: 4, also: true })).toBe(4 * (1 + 1) + 9 * (1 + 1))
  })
})

describe('a question within reason is allowed', () => {
  test.each([
    'partnerMap(of: ["a"], first: 50000) {',
    'dissemination(of: "a", first: 50000) {',
    'territoryCounts(level: COMMUNE, first: 50000) {',
    'territoryFlows(first: 50000) {',
  ])('the greatest picture with all that its rows say: %s … }', (picture) => {
    const name = picture.split('(')[0] ?? ''
    const type = String(schema.getQueryType()?.getFields()[name]?.type).replace('!', '')
    const fieldsOf = (named: string): string => {
      const found = schema.getType(named)
      if (!found || !('getFields' in found)) return ''
      const fields = Object.values(found.getFields()).map(
        (field) => `${field.name} ${fieldsOf(String(field.type).replaceAll(/[![\]]/g, ''))}`,
      )
      return `{ ${fields.join(' ')} }`
    }
    expect(cost(`{ ${name}${picture.slice(name.length, -1)} ${fieldsOf(type)} }`)).toBeLessThanOrEqual(
      mostCost,
    )
  })

  test.each(examples.map(({ operationName, query }) => [operationName ?? '', query]))(
    'the example %s',
    (name, query) => {
      expect(cost(query, {}, name)).toBeLessThanOrEqual(mostCost)
    },
  )

  test('what every GraphQL tool asks first', () => {
    expect(cost(getIntrospectionQuery())).toBeLessThanOrEqual(mostCost)
  })
})

test('four lists of a hundred inside each other are too much', () => {
  const query = `{ initiatives(first: 100) { partners(limit: 100) { initiatives(limit: 100) {
    partners(limit: 100) { name } } } } }`
  expect(cost(query)).toBe(100 * (1 + 100 * (1 + 100 * (1 + 100 * (1 + 1)))))
  expect(cost(query)).toBeGreaterThan(mostCost)
})

test('counting takes less than a thousandth of a second, however often fragments are spread', () => {
  const fragments = Array.from(
    { length: 40 },
    (_, n) =>
      `fragment f${n} on Initiative { a: replicates { ...f${n + 1} } b: replicatedBy { ...f${n + 1} } }`,
  )
  const query = print(
    parse(`{ initiative(id: "a") { ...f0 } } ${fragments.join(' ')} fragment f40 on Initiative { id }`),
  )
  const document = parse(query)
  const operation = getOperationAST(document)
  if (!operation) throw new Error('no operation')
  const times = Array.from({ length: 51 }, () => {
    const before = performance.now()
    costOf(schema, document, operation, {}, ranges)
    return performance.now() - before
  })
  expect(times.sort((one, other) => one - other)[25]).toBeLessThan(1)
})
