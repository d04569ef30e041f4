import { beforeAll, describe, expect, test } from 'vitest'
import { graphSubgraph } from '../../../api/federation/graph.ts'
import { insights } from '../../../api/federation/insights/subgraph.ts'
import { additionsOf } from '../../../api/federation/joining/changes.ts'
import { wholeOf, withOneMore, type Whole } from '../../../api/federation/joining/problems.ts'
import { sdl as register } from './register.ts'

const head = (imports = '"@key"') =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [${imports}])\n`
let whole: Whole

beforeAll(async () => {
  const { name, sdl } = await graphSubgraph()
  whole = wholeOf([{ name, sdl }, insights])
})

const join = (sdl: string, name = 'register') => withOneMore({ name, sdl }, whole)

test('a register that adds to partners and territories joins, and what it adds is told', () => {
  const after = join(register)
  if (Array.isArray(after)) throw new Error(after.join('\n'))
  expect(additionsOf(whole.schema, after.schema)).toEqual({
    types: ['LegalForm', 'LegalStatus', 'Register'],
    fields: ['Partner.legalStatus', 'Partner.registeredAs', 'Query.register', 'Territory.unemployment'],
  })
})

const partner = (fields: string, said = '@key(fields: "id")') => `type Partner ${said} { id: ID! ${fields} }`

describe('what is refused, and the sentence that says why', () => {
  test.each([
    [
      'SDL that is none',
      'type Partner {',
      'Its SDL can not be read: Syntax Error: Expected Name, found <EOF>. (line 1, column 15)',
    ],
    [
      'a subgraph of Federation 1',
      'extend type Partner @key(fields: "id") { id: ID! @external legal: String }',
      'Its SDL does not say that it is a Federation 2 subgraph: it needs `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])`.',
    ],
    [
      'a field that somebody has',
      head() + partner('name: String'),
      'Partner.name is a field of graph: call yours otherwise, or mark it @external where you only require it.',
    ],
    [
      'a field that somebody has, offered to share',
      head('"@key", "@shareable"') + partner('name: String! @shareable'),
      'Partner.name is a field of graph: call yours otherwise, or mark it @external where you only require it.',
    ],
    [
      'a figure that the insights have',
      head() + partner('community: String'),
      'Partner.community is a field of insights: call yours otherwise, or mark it @external where you only require it.',
    ],
    [
      'a field taken over',
      head('"@key", "@override"') + partner('website: String @override(from: "graph")'),
      '@override on Partner.website takes a field over from somebody else: everybody answers what is theirs.',
    ],
    [
      'a field taken over under another name of the directive',
      head('"@key", { name: "@override", as: "@mine" }') + partner('website: String @mine(from: "graph")'),
      '@override on Partner.website takes a field over from somebody else: everybody answers what is theirs.',
    ],
    [
      'a field taken over by the long name of the directive',
      head() + partner('website: String @federation__override(from: "graph")'),
      '@override on Partner.website takes a field over from somebody else: everybody answers what is theirs.',
    ],
    [
      'a field that must not be null',
      head() + partner('legal: String!'),
      'Partner.legal must be nullable, without the `!` at its end: when it is not answered, what stands above it would be lost too.',
    ],
    [
      'a list that must not be null',
      head() + partner('forms: [String!]!'),
      'Partner.forms must be nullable, without the `!` at its end: when it is not answered, what stands above it would be lost too.',
    ],
    [
      'a root field that must not be null',
      `${head()}type Query { forms: [String!]! }`,
      'Query.forms must be nullable, without the `!` at its end: when it is not answered, what stands above it would be lost too.',
    ],
    [
      'a root field that somebody has',
      `${head()}type Query { partner(id: ID!): String }`,
      'Query.partner is a field of graph: call yours otherwise.',
    ],
    [
      'a root field that somebody has, under another name of the root',
      `${head()}schema { query: Root } type Root { bridges: String }`,
      'Query.bridges is a field of insights: call yours otherwise.',
    ],
    [
      'writing',
      `${head()}type Query { a: Int } type Mutation { dissolve(id: ID!): Boolean }`,
      'It has a Mutation, and the graph is only read here: leave it out.',
    ],
    [
      'a type that somebody has, without its key',
      `${head()}type Query { a: Partner } type Partner { legal: String }`,
      'Partner is a type of graph: extend it by @key(fields: "id"), or call yours otherwise.',
    ],
    [
      'a key that nobody has',
      head() + 'type Partner @key(fields: "siren") { siren: String! legal: String }',
      'Partner has no key "siren": graph knows it by @key(fields: "id").',
    ],
    [
      'a territory by its id, where its code is the key',
      head() + 'type Territory @key(fields: "id") { id: ID! unemployment: Float }',
      'Territory has no key "id": graph knows it by @key(fields: "code").',
    ],
    [
      'a type without a key that somebody has',
      `${head()}type Query { a: PartnerMap } type PartnerMap { mine: Int }`,
      'PartnerMap is a type of graph that has no key, so it can not be extended: call yours otherwise.',
    ],
    [
      'an interface of somebody',
      `${head()}type Query { a: Record } interface Record { id: ID! }`,
      'Record is a type of graph that can not be extended: call yours otherwise.',
    ],
    [
      'an interface of somebody, as an object',
      head('"@key", "@interfaceObject"') +
        'type Record @key(fields: "id") @interfaceObject { id: ID! note: String }',
      '@interfaceObject on Record adds to every type of an interface at once: extend the types that you mean.',
    ],
    [
      'an input of somebody',
      `${head()}type Query { a(where: PartnerWhere): Int } input PartnerWhere { legal: String }`,
      'PartnerWhere is a type of graph that can not be extended: call yours otherwise.',
    ],
    [
      'an enum of somebody with other values',
      `${head()}type Query { a: ReplicationLevel } enum ReplicationLevel { INSPIRED COPIED }`,
      'ReplicationLevel is an enum of graph: declare it with the same values (INSPIRED, REDONE, SCALED), or call yours otherwise.',
    ],
    [
      'a type of somebody as a type of another kind',
      `${head()}type Query { a: Partner } scalar Partner`,
      'Partner is a type of graph that can not be extended: call yours otherwise.',
    ],
    [
      'a key field that is hidden',
      head('"@key", "@inaccessible"') +
        'type Partner @key(fields: "id") { id: ID! @inaccessible legal: String }',
      '@inaccessible on Partner.id hides what is not its own: leave it out.',
    ],
    [
      'a key field that is discouraged',
      head() + 'type Partner @key(fields: "id") { id: ID! @deprecated(reason: "ask us") legal: String }',
      'Partner.id would be another than before: declare it as it stands.',
    ],
    [
      'a key field of another type',
      head() + 'type Partner @key(fields: "id") { id: String! legal: String }',
      /^It does not compose: .*Partner\.id/,
    ],
    [
      'somebody else’s fields answered on the way',
      head('"@key", "@provides", "@external"') +
        `type Query { first: Partner @provides(fields: "name") } ${partner('name: String! @external')}`,
      '@provides on Query.first answers fields in the place of who knows them: leave it out.',
    ],
    [
      'a guard that nobody keeps',
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@authenticated"])' +
        partner('secret: String @authenticated'),
      '@authenticated on Partner.secret would keep nobody out, since nobody says here who they are: leave the field out.',
    ],
    [
      'a directive for everybody',
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@composeDirective"]) @link(url: "https://a.example/shout/v1.0", import: ["@shout"]) @composeDirective(name: "@shout")' +
        `directive @shout on FIELD_DEFINITION ${partner('legal: String @shout')}`,
      '@composeDirective on the schema brings a directive into everybody’s schema: leave it out.',
    ],
    [
      'a list that promises partners whom the graph may not know',
      `${head()}type Query { lists: Lists } type Lists { dissolved: [Partner!]! of: [Partner]! } ${partner('twin: [Partner]')}`,
      'Lists.dissolved must allow null in the place of a Partner, without the `!` behind it: graph may not know, or no longer know, the one it names.',
    ],
    [
      'a promise of one partner',
      `${head()}type Query { one: One } type One { of: Partner! } ${partner('')}`,
      'One.of must allow null in the place of a Partner, without the `!` behind it: graph may not know, or no longer know, the one it names.',
    ],
    ['a type that is nowhere', head() + partner('legal: Nowhere'), /^It does not compose: .*Nowhere/],
  ])('%s', (_, sdl, sentence) => {
    const problems = join(sdl)
    if (!Array.isArray(problems)) throw new Error('it joined')
    expect(problems).toEqual([typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)])
  })

  test('a name that is taken', () => {
    expect(join(register, 'insights')).toEqual([
      'There is a subgraph called insights already: choose another name.',
    ])
  })

  test('all at once, each by itself', () => {
    expect(join(`${head()}${partner('name: String legal: Int!')} type Query { families: Int }`)).toHaveLength(
      3,
    )
  })

  test('what another newcomer added before', () => {
    const after = join(register)
    if (Array.isArray(after)) throw new Error(after.join('\n'))
    const second = {
      name: 'second',
      sdl: `${head()}${partner('legalStatus: String')} type LegalStatus { a: Int }`,
    }
    expect(withOneMore(second, after)).toEqual([
      'Partner.legalStatus is a field of register: call yours otherwise, or mark it @external where you only require it.',
      'LegalStatus is a type of register that has no key, so it can not be extended: call yours otherwise.',
    ])
  })
})

describe('what may be done', () => {
  test.each([
    [
      'types of one’s own with keys of their own',
      `${head()}type Query { at(siret: ID!): Establishment } type Establishment @key(fields: "siret") { siret: ID! of: Partner } ${partner('')}`,
    ],
    [
      'a type of somebody only named',
      `${head()}type Query { newest: Initiative } type Initiative @key(fields: "id", resolvable: false) { id: ID! }`,
    ],
    [
      'a scalar and an enum of somebody, as they stand',
      `${head()}scalar PartialDate enum ReplicationLevel { SCALED INSPIRED REDONE } ${partner('since(level: ReplicationLevel): PartialDate')}`,
    ],
    [
      'an interface of one’s own for somebody’s type',
      `${head()}interface Registered { legal: String } type Partner implements Registered @key(fields: "id") { id: ID! legal: String }`,
    ],
    [
      'describing somebody’s type, which changes nothing',
      `${head()}"Ours!" type Partner @key(fields: "id") { "Our id!" id: ID! legal: String }`,
    ],
    [
      'what libraries declare of federation itself',
      `schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "FieldSet"]) { query: Query }
      directive @key(fields: FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
      directive @link(url: String!, as: String, import: [link__Import], for: link__Purpose) repeatable on SCHEMA
      scalar FieldSet scalar link__Import scalar _Any enum link__Purpose { SECURITY EXECUTION }
      union _Entity = Partner
      type _Service { sdl: String! }
      type Query { _entities(representations: [_Any!]!): [_Entity]! _service: _Service! }
      ${partner('legal: String')}`,
    ],
    [
      'hiding what is one’s own',
      head('"@key", "@inaccessible"') + partner('legal: String draft: String @inaccessible'),
    ],
  ])('%s', (_, sdl) => {
    expect(join(sdl)).not.toBeInstanceOf(Array)
  })
})
