import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, parse, print, type DocumentNode } from 'graphql'
import { refusal } from '../../api/errors.ts'
import type { Subgraph } from '../../api/federation/subgraph.ts'

/** What a subgraph was asked. */
export type Asked = { document: DocumentNode; text: string; variables: Record<string, unknown> }

/** The subgraph, with all that it is asked written down. */
export function heard(subgraph: Subgraph): Subgraph & { asked: Asked[] } {
  const asked: Asked[] = []
  return {
    ...subgraph,
    asked,
    answer: (question) => {
      const { document, variables } = question
      asked.push({ document, text: print(document), variables })
      return subgraph.answer(question)
    },
  }
}

const text = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@override"])
  type Query {
    "The initiatives that most people visited."
    mostVisited("How many at most, 1 to 5." first: Int! = 2 @range(min: 1, max: 5)): [Initiative!]!
  }
  type Initiative @key(fields: "id") {
    id: ID!
    "How many people came."
    visits("In this year." year: Int): Int
    "Its own website."
    website: String @override(from: "graph")
    "Who came first."
    firstVisitor: Partner
  }
  type Partner @key(fields: "id") { id: ID! }`

const visits: Record<string, number> = { café: 12, tearoom: 30, library: 7 }

const resolvers = {
  Query: {
    mostVisited: (_: unknown, { first }: { first: number }) =>
      Object.keys(visits)
        .sort((one, other) => (visits[other] ?? 0) - (visits[one] ?? 0))
        .slice(0, first)
        .map((id) => ({ id })),
  },
  Initiative: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    visits: ({ id }: { id: string }, { year }: { year?: number }) => {
      if (year === 1789) throw refusal('LIMIT', 'Visits are counted since 1900.')
      if (year === 1848) throw new Error('the counter of /srv/visits.db fell off')
      return visits[id]
    },
    website: ({ id }: { id: string }) => `https://visits.example/${id}`,
    firstVisitor: () => ({ __typename: 'Partner', id: 'town' }),
  },
}

/** A subgraph of somebody who counts visits: it adds to what the graph knows, and has a list of its own. */
export function visitsSubgraph(): Subgraph {
  const sdl = text.replace(/@range\(.*?\)/, '')
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers })
  return {
    name: 'visits',
    schema,
    sdl,
    ranges: [text],
    answer: ({ document, operationName, variables }) =>
      execute({ schema, document, operationName, variableValues: variables }),
  }
}
