import { getIntrospectionQuery, parse } from 'graphql'
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { graphSubgraph } from '../../api/federation/graph.ts'
import { homes } from '../../api/federation/homes.ts'
import { compose } from '../../api/federation/compose.ts'
import { graphServer } from '../../api/graphql.ts'
import { contextOf, reading, type Read } from '../../api/read.ts'
import { initiative, partner, tell } from '../api/api.ts'
import { link } from '../exchange/story.ts'
import { testStore } from '../support/store.ts'
import { heard, visitsSubgraph } from './visits.ts'

const store = testStore()
const read = reading(store.driver, store.database)
let statements = 0
const counted: Read = (text, parameters) => {
  statements += 1
  return read(text, parameters)
}

const graph = heard(await graphSubgraph())
const visits = heard(visitsSubgraph())
const server = await graphServer([graph, visits])

async function ask(query: string, variables?: Record<string, unknown>, operationName?: string) {
  const request = { query, variables, operationName }
  const { body, http } = await server.executeOperation(request, { contextValue: contextOf(counted) })
  if (body.kind !== 'single') throw new Error('an answer in parts')
  return {
    status: http.status ?? 200,
    ...(JSON.parse(JSON.stringify(body.singleResult)) as typeof body.singleResult),
  }
}

beforeAll(async () => {
  await tell(store, {
    nodes: [
      initiative('café', { name: 'Café', startedOn: '2010' }),
      initiative('tearoom', { name: 'Tea room' }),
      initiative('library', { name: 'Library' }),
      partner('town', { name: 'Town' }),
      partner('club', { name: 'Club' }),
    ],
    links: [
      link('REPLICATES', 'tearoom', 'café', { level: 'REDONE' }),
      ...['café', 'tearoom', 'library'].map((id) => link('PARTNERS_IN', 'town', id, { role: 'FUNDER' })),
      link('PARTNERS_IN', 'club', 'café', { role: 'CARRIER' }),
    ],
  })
  await ask('{ initiative(id: "café") { id } }')
})

beforeEach(() => {
  statements = 0
  graph.asked.length = 0
  visits.asked.length = 0
})

describe('where an operation lives', async () => {
  const homeOf = await homes(compose([graph, visits]), [graph, visits])
  test.each([
    ['a record', '{ initiative(id: "a") { name partners { name } } }', 'graph'],
    ['a picture', '{ dissemination(of: "a") { total } }', 'graph'],
    ['what is known by another subgraph alone', '{ mostVisited { id visits } }', 'visits'],
    ['what both know', '{ mostVisited { name visits } }', 'several'],
    [
      'what is asked on demand',
      'query($yes: Boolean!) { initiative(id: "a") @include(if: $yes) { name } }',
      'graph',
    ],
    [
      'a field that both have and another subgraph took over',
      '{ initiative(id: "a") { website } }',
      'several',
    ],
    ['the lists of both', '{ mostVisited { id } families { id } }', 'several'],
    ['the name of the root', '{ __typename }', 'graph'],
    [
      'fragments',
      'query { ...F } fragment F on Query { initiative(id: "a") { ...G } } fragment G on Record { source }',
      'graph',
    ],
  ])('%s', async (_, query, expected) => {
    const home = await homeOf({ document: parse(query), variables: {}, context: contextOf(read) })
    expect(typeof home === 'string' ? home : home.name).toBe(expected)
  })

  test('each operation of a document by itself', async () => {
    const query = 'query A { initiative(id: "café") { name } } query B { mostVisited(first: 1) { id } }'
    expect(await ask(query, {}, 'A')).toMatchObject({ data: { initiative: { name: 'Café' } } })
    expect(await ask(query, {}, 'B')).toMatchObject({ data: { mostVisited: [{ id: 'tearoom' }] } })
    expect([graph.asked.length, visits.asked.length]).toEqual([1, 1])
  })
})

describe('an operation that one subgraph can answer', () => {
  test.each([
    '# as it stands\nquery Named($id: ID! = "café") { a: initiative(id: $id) { name ...F } } fragment F on Initiative { partners { name } }',
    '{ dissemination(of: "café") { total initiatives { id } } families { id } }',
  ])('runs there word by word: %s', async (query) => {
    const { errors } = await ask(query)
    expect(errors).toBeUndefined()
    expect([graph.asked.length, visits.asked.length]).toEqual([1, 0])
    // The planner writes operations anew; comments are lost in either case.
    expect(graph.asked[0]?.document).toMatchObject({
      definitions: parse(query, { noLocation: true }).definitions,
    })
  })

  test.each([
    '{ families @skip(if: true) { id } }',
    '{ ...F @include(if: false) } fragment F on Query { mostVisited { id } }',
    'query($no: Boolean = false) { ... @include(if: false) { families @include(if: $no) { id } } }',
  ])('asks nobody when nothing is left of it: %s', async (query) => {
    expect(await ask(query)).toMatchObject({ status: 200, data: {} })
    expect([graph.asked.length, visits.asked.length]).toEqual([0, 0])
  })
})

describe('across subgraphs', () => {
  test('what the graph knows is completed by another, keys asked once each', async () => {
    const { data, errors } = await ask(
      '{ partner(id: "town") { initiatives(sort: [{ name: ASC }]) { name visits replicatedBy { name visits } } } }',
    )
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      partner: {
        initiatives: [
          { name: 'Café', visits: 12, replicatedBy: [{ name: 'Tea room', visits: 30 }] },
          { name: 'Library', visits: 7, replicatedBy: [] },
          { name: 'Tea room', visits: 30, replicatedBy: [] },
        ],
      },
    })
    expect(statements).toBe(1)
    const keys = visits.asked.flatMap(({ variables }) => Object.values(variables).flat() as { id: string }[])
    expect(keys.map(({ id }) => id).sort()).toEqual(['café', 'library', 'tearoom'])
  })

  test('what another lists is completed by the graph in one statement', async () => {
    const { data, errors } = await ask(
      '{ mostVisited(first: 3) { visits name partners(sort: [{ name: ASC }]) { name } } }',
    )
    expect(errors).toBeUndefined()
    const town = { name: 'Town' }
    expect(data).toEqual({
      mostVisited: [
        { visits: 30, name: 'Tea room', partners: [town] },
        { visits: 12, name: 'Café', partners: [{ name: 'Club' }, town] },
        { visits: 7, name: 'Library', partners: [town] },
      ],
    })
    expect(statements).toBe(1)
  })

  test('a field that another subgraph took over is asked there', async () => {
    const { data } = await ask('{ initiative(id: "café") { website } }')
    expect(data).toEqual({ initiative: { website: 'https://visits.example/café' } })
  })

  test('a picture beside another’s list is still the whole picture', async () => {
    const { data, errors } = await ask(
      '{ dissemination(of: "café") { total initiatives { id } } mostVisited { id } }',
    )
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      dissemination: { total: 2, initiatives: [{ id: 'café' }, { id: 'tearoom' }] },
      mostVisited: [{ id: 'tearoom' }, { id: 'café' }],
    })
  })

  test('an error keeps its code, its sentence and its place', async () => {
    expect(await ask('{ initiative(id: "café") { name visits(year: 1789) } }')).toMatchObject({
      status: 200,
      data: { initiative: { name: 'Café', visits: null } },
      errors: [
        {
          message: 'Visits are counted since 1900.',
          path: ['initiative', 'visits'],
          extensions: { code: 'LIMIT' },
        },
      ],
    })
  })

  test('an error that nobody foresaw is masked and logged once', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    onTestFinished(() => logged.mockRestore())
    const { errors } = await ask('{ initiative(id: "café") { name visits(year: 1848) } }')
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/^Something went wrong on our side/),
        extensions: { code: 'UNAVAILABLE' },
      },
    ])
    expect(JSON.stringify(errors)).not.toContain('visits.db')
    expect(logged.mock.calls).toEqual([[expect.stringContaining('visits.db')]])
  })

  test('a variable of the wrong type is refused before anybody is asked', async () => {
    const query = 'query($year: Int) { initiative(id: "café") { name visits(year: $year) } }'
    expect(await ask(query, { year: 'long ago' })).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('$year'), extensions: { code: 'INVALID' } }],
    })
    expect([graph.asked.length, visits.asked.length]).toEqual([0, 0])
  })

  test('limits hold for every subgraph', async () => {
    expect(await ask('{ mostVisited(first: 6) { name } }')).toMatchObject({
      status: 400,
      errors: [{ message: 'The argument `first` is 6: it must be 1 to 5.', extensions: { code: 'LIMIT' } }],
    })
    expect(await ask('{ mostVisited { partners(limit: 101) { id } } }')).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'LIMIT' } }],
    })
  })
})

describe('questions about the schema', () => {
  test('are answered by the whole of it, without a word of federation', async () => {
    const { data, errors } = await ask(getIntrospectionQuery())
    expect(errors).toBeUndefined()
    const schema = JSON.stringify(data)
    for (const word of ['"mostVisited"', '"visits"', '"dissemination"']) expect(schema).toContain(word)
    expect(schema).not.toMatch(/_entities|_service|join__|_Any|@key/)
  })

  test('may ask for one type, and for the name of the root', async () => {
    expect(await ask('{ __typename __type(name: "Partner") { name } }')).toMatchObject({
      data: { __typename: 'Query', __type: { name: 'Partner' } },
    })
  })

  test.each([
    '{ __schema { queryType { name } } families { id } }',
    '{ initiative(id: "café") { name } ...F } fragment F on Query { ... on Query { __type(name: "Partner") { name } } }',
  ])('are refused beside data: %s', async (query) => {
    expect(await ask(query)).toMatchObject({
      status: 400,
      errors: [
        {
          message: 'This asks about the schema and for data at once: ask two questions.',
          extensions: { code: 'INVALID' },
        },
      ],
    })
    expect(statements).toBe(0)
  })
})

test('subgraphs that do not fit together are told apart by name', () => {
  const wrong = {
    ...visits,
    name: 'wrong',
    sdl: visits.sdl.replace('visits("In this year." year: Int): Int', 'name: Int'),
  }
  expect(() => compose([graph, wrong])).toThrow(/^the subgraphs do not compose:\n {2}.*Initiative\.name/)
})
