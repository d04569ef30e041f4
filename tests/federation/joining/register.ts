import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, parse, type ExecutionResult } from 'graphql'
import { afterAll } from 'vitest'

/** A public register of organisations and places, as another organisation would write its subgraph. */
export const sdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires"])

  type Query {
    "What the register says of itself."
    register: Register
  }

  "A public register."
  type Register {
    "Its name."
    name: String!
    "Whom it knows as dissolved."
    dissolved: [Partner]!
  }

  type Partner @key(fields: "id") {
    id: ID!
    name: String! @external
    "The legal form it is registered under."
    legalStatus: LegalStatus
    "The name it is registered under, beside the one that is known here."
    registeredAs: String @requires(fields: "name")
  }

  "A legal form, since when."
  type LegalStatus {
    "Its code."
    code: LegalForm!
    "The year it took this form."
    since: Int
    "When this was written down, in the words of the graph."
    recordedOn: PartialDate
  }

  "A date of the graph."
  scalar PartialDate

  "Legal forms of the register."
  enum LegalForm {
    ASSOCIATION_1901
    MUTUAL
  }

  type Territory @key(fields: "code") {
    code: ID!
    "The share of people without work, in percent, in that year."
    unemployment(year: Int = 2020): Float
  }
`

const forms: Record<string, { code: string; since?: number }> = {
  club: { code: 'ASSOCIATION_1901', since: 1987 },
  fund: { code: 'MUTUAL' },
}
const shares: Record<string, Record<number, number>> = { 'iso:FR': { 2020: 8.4, 2015: 11.2 } }

const resolvers = {
  Query: { register: () => ({ name: 'The register', dissolved: [{ __typename: 'Partner', id: 'club' }] }) },
  Partner: {
    __resolveReference: (partner: { id: string }) => (isKnown(partner.id) ? partner : null),
    legalStatus: ({ id }: { id: string }) =>
      forms[id] ?? { code: 'ASSOCIATION_1901', since: Number(id.slice(1)) },
    registeredAs: ({ name }: { name: string }) => `${name.toUpperCase()} (1901)`,
  },
  Territory: {
    __resolveReference: (territory: { code: string }) => (shares[territory.code] ? territory : null),
    unemployment: ({ code }: { code: string }, { year }: { year: number }) => {
      if (year < 2000) throw new Error('nothing is known before 2000')
      return shares[code]?.[year]
    },
  },
}
const isKnown = (id: string) => id in forms || /^p\d+$/.test(id)

type Body = { query: string; variables?: Record<string, unknown> }
export type Heard = Body & { headers: IncomingHttpHeaders; keys: Record<string, unknown>[] }
type Misbehaviour = (response: ServerResponse, honest: ExecutionResult) => void

/** The register on a port of its own, for one test file: it writes down what it hears, and can be told to misbehave. */
export async function startRegister() {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers })
  const heard: Heard[] = []
  const register = {
    url: '',
    heard,
    /** What it does instead of answering. */
    instead: undefined as Misbehaviour | undefined,
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
    /** Comes back to the same address. */
    startAgain: () => new Promise<void>((done) => void server.listen(port, '127.0.0.1', done)),
  }
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const { query, variables = {} } = JSON.parse(text) as Body
      const keys = Object.values(variables)
        .flat()
        .filter((value) => typeof value === 'object' && value !== null)
      heard.push({ query, variables, headers: request.headers, keys: keys as Record<string, unknown>[] })
      void Promise.resolve(execute({ schema, document: parse(query), variableValues: variables })).then(
        (honest) => {
          if (register.instead) register.instead(response, honest)
          else response.setHeader('content-type', 'application/json').end(JSON.stringify(honest))
        },
      )
    })
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  register.url = `http://127.0.0.1:${port}/graphql`
  afterAll(() => register.stop())
  return register
}
