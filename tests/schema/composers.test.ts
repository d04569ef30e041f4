import { composeServices } from '@apollo/composition'
import { buildSchema, lexicographicSortSchema, parse, printSchema, type GraphQLSchema } from 'graphql'
import { expect, test } from 'vitest'
import { compose, publicSchema } from '../../api/federation/compose.ts'
import { graphSubgraph } from '../../api/federation/graph.ts'
import { insights } from '../../api/federation/insights/subgraph.ts'
import { sdl as register } from '../federation/joining/register.ts'
import { visitsSubgraph } from '../federation/visits.ts'

const graph = await graphSubgraph()
const printed = (schema: GraphQLSchema) => printSchema(lexicographicSortSchema(schema))

// Ours is the one of Hive, whose licence is free; Apollo's is the one that others may use.
test.each([
  ['the graph alone', [graph]],
  ['the graph and its figures', [graph, insights]],
  ['the graph and a subgraph that extends it', [graph, visitsSubgraph()]],
  [
    'the graph, its figures and a register that joins',
    [graph, insights, { name: 'register', sdl: register }],
  ],
])('both composers make the same public schema of %s', (_, subgraphs) => {
  const { schema, errors } = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `/subgraphs/${name}` })),
  )
  expect(errors).toBeUndefined()
  const theirs = schema?.toAPISchema().toGraphQLJSSchema()
  const ours = publicSchema(compose(subgraphs), subgraphs)
  expect(printed(ours)).toBe(theirs && printed(theirs))
  expect(() => buildSchema(printed(ours))).not.toThrow()
})
