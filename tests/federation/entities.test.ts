import { execute, parse } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { contextOf, reading, type Read } from '../../api/read.ts'
import { graphSchema } from '../../api/schema.ts'
import { link, node } from '../exchange/story.ts'
import { testStore } from '../support/store.ts'
import { initiative, partner, tell } from '../api/api.ts'

const store = testStore()
const schema = await graphSchema()
const read = reading(store.driver, store.database)
const asked: string[] = []
const counted: Read = (text, parameters) => {
  asked.push(text)
  return read(text, parameters)
}
const contextValue = contextOf(counted)

type Reference = { __typename: string; id?: unknown; code?: string }
type Entity = Record<string, unknown> | null

async function entities(representations: Reference[], selection: string) {
  const document = parse(
    `query($all: [_Any!]!, $no: Boolean = false) { _entities(representations: $all) { ${selection} } }`,
  )
  asked.length = 0
  const { data, errors } = await execute({
    schema,
    document,
    contextValue,
    variableValues: { all: representations },
  })
  return { found: data?._entities as Entity[] | undefined, errors, statements: asked.length }
}

const ids = Array.from({ length: 1_000 }, (_, n) => `i${n}`)
const references = (count: number): Reference[] =>
  ids.slice(0, count).map((id) => ({ __typename: 'Initiative', id }))

beforeAll(async () => {
  await tell(store, {
    nodes: [
      ...ids.map((id) => initiative(id, { name: `name of ${id}` })),
      partner('town', { name: 'Town' }),
      partner('club', { name: 'Club' }),
      node('Territory', 'iso:FR', { name: 'France', level: 'COUNTRY' }),
    ],
    links: [
      ...ids.map((id) => link('PARTNERS_IN', 'town', id, { role: 'FUNDER' })),
      link('PARTNERS_IN', 'club', 'i1', { role: 'CARRIER' }),
    ],
  })
  // The first operation asks for the version of Neo4j.
  await entities(references(1), '... on Initiative { id }')
})

describe('whatever the number of representations, one statement a type answers', () => {
  test.each([1, 30, 1_000])('%i initiatives', async (count) => {
    const { found, errors, statements } = await entities(references(count), '... on Initiative { name }')
    expect(errors).toBeUndefined()
    expect(statements).toBe(1)
    expect(found).toEqual(ids.slice(0, count).map((id) => ({ name: `name of ${id}` })))
  })

  test('what is asked beneath stands in the same statement', async () => {
    const { found, statements } = await entities(
      references(30),
      '... on Initiative { id partners(sort: [{ name: ASC }]) { name initiatives(limit: 1, where: { id: { eq: "i1" } }) { id } } }',
    )
    expect(statements).toBe(1)
    const town = { name: 'Town', initiatives: [{ id: 'i1' }] }
    expect(found?.[0]).toEqual({ id: 'i0', partners: [town] })
    expect(found?.[1]).toEqual({ id: 'i1', partners: [{ name: 'Club', initiatives: [{ id: 'i1' }] }, town] })
  })

  test('two types are two statements, and each answer stands where its representation stood', async () => {
    const { found, statements } = await entities(
      [
        { __typename: 'Partner', id: 'club' },
        { __typename: 'Initiative', id: 'i2' },
        { __typename: 'Territory', code: 'iso:FR' },
        { __typename: 'Partner', id: 'town' },
      ],
      '__typename ... on Partner { called: name } ... on Initiative { id } ... on Territory { name }',
    )
    expect(statements).toBe(3)
    expect(found).toEqual([
      { __typename: 'Partner', called: 'Club' },
      { __typename: 'Initiative', id: 'i2' },
      { __typename: 'Territory', name: 'France' },
      { __typename: 'Partner', called: 'Town' },
    ])
  })
})

test('the same key twice is read once and answered twice', async () => {
  const [first] = references(1)
  if (!first) throw new Error('no reference')
  const { found, statements } = await entities([first, ...references(2), first], '... on Initiative { id }')
  expect([found, statements]).toEqual([[{ id: 'i0' }, { id: 'i0' }, { id: 'i1' }, { id: 'i0' }], 1])
})

test('an id that nobody recorded, or of another kind of record, is answered by nothing', async () => {
  const { found, errors } = await entities(
    [{ __typename: 'Initiative', id: 'nobody' }, ...references(1), { __typename: 'Initiative', id: 'town' }],
    '... on Initiative { id }',
  )
  expect([found, errors]).toEqual([[null, { id: 'i0' }, null], undefined])
})

test('no representation at all asks nothing', async () => {
  expect(await entities([], '__typename')).toMatchObject({ found: [], statements: 0 })
})

test.each([
  [
    'links with what they say',
    '... on Initiative { partnersConnection(first: 1) { totalCount edges { properties { role } } } }',
  ],
  ['other names', '... on Initiative { a: name b: name p: partners(limit: 1) { x: id } }'],
  ['fragments', '...F } } fragment F on Initiative { name ...G } fragment G on Initiative { partners { id'],
  [
    'what is left out on demand',
    '... on Initiative { id name @include(if: $no) ... @skip(if: $no) { partners { id } } }',
  ],
  ['an interface', '... on Record { source ... on Initiative { id } }'],
  ['only its type', '__typename'],
])('an entity is answered as the record itself: with %s', async (_, selection) => {
  const { found, errors, statements } = await entities(references(1), selection)
  expect([errors, statements]).toEqual([undefined, 1])
  const direct = parse(`query($no: Boolean = false) { initiative(id: "i0") { ${selection} } }`)
  const { data } = await execute({ schema, document: direct, contextValue })
  expect(found).toEqual([data?.initiative])
})

describe('a representation is refused', () => {
  test.each([
    [
      'of a type without a key',
      { __typename: 'PartnerMap', id: 'a' },
      '`PartnerMap` is no type that this subgraph knows by a key.',
    ],
    ['without its key', { __typename: 'Partner' }, 'A representation of Partner has no text as `id`.'],
    [
      'with another key',
      { __typename: 'Territory', id: 'iso:FR' },
      'A representation of Territory has no text as `code`.',
    ],
    [
      'with a key that is no text',
      { __typename: 'Partner', id: { eq: 'a' } },
      'A representation of Partner has no text as `id`.',
    ],
  ])('%s', async (_, representation, message) => {
    const { errors, statements } = await entities([representation], '__typename')
    expect(errors).toMatchObject([{ message, extensions: { code: 'INVALID' } }])
    expect(statements).toBe(0)
  })

  test('after the thousandth', async () => {
    const { errors, statements } = await entities([...references(1_000), ...references(1)], '__typename')
    expect(errors).toMatchObject([
      { message: 'These are 1001 representations: ask for 1,000 at most.', extensions: { code: 'LIMIT' } },
    ])
    expect(statements).toBe(0)
  })
})

test('the fields that records are read by are nobody else’s', async () => {
  expect(
    Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((name) => name.startsWith('_')),
  ).toEqual(['_entities', '_service'])
  const { data } = await execute({ schema, document: parse('{ _service { sdl } }') })
  expect(String((data?._service as { sdl: string }).sdl)).toMatch(/type Initiative [^{]*@key\(fields: "id"\)/)
  expect(JSON.stringify(data)).not.toContain('_recordsOf')
})
