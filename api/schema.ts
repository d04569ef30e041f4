import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Neo4jGraphQL } from '@neo4j/graphql'
import type { GraphQLSchema } from 'graphql'
import type { Driver } from 'neo4j-driver'
import { withStatements } from './statements.ts'

const folder = fileURLToPath(new URL('./schema/', import.meta.url))

/** The graph as a Federation 2 subgraph: the SDL files of `api/schema` and the statements they name. */
export async function graphSchema(driver?: Driver): Promise<GraphQLSchema> {
  const typeDefs = readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => withStatements(readFileSync(folder + file, 'utf8')))
  const graph = new Neo4jGraphQL({ typeDefs: [federation, ...typeDefs], driver, features })
  return graph.getSubgraphSchema()
}

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])`

const features = {
  filters: {
    String: { EQUALS: true, CONTAINS: true, STARTS_WITH: true, LT: true, LTE: true, GT: true, GTE: true },
  },
  excludeDeprecatedFields: {
    mutationOperations: true,
    aggregationFilters: true,
    aggregationFiltersOutsideConnection: true,
    relationshipFilters: true,
    attributeFilters: true,
  },
} as const
