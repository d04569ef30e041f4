import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Neo4jGraphQL } from '@neo4j/graphql'
import { Kind, parse, print, visit, type ConstDirectiveNode, type GraphQLSchema } from 'graphql'
import { changesBetween } from './changesBetween.ts'
import { commonsReuse } from './commonsReuse.ts'
import { compareReplications } from './compareReplications.ts'
import { Cursor } from './cursor.ts'
import { dissemination, lineage } from './dissemination.ts'
import { keysOf, recordFields, withEntities } from './federation/entities.ts'
import { fitFor } from './fitFor.ts'
import { withGiven } from './given.ts'
import { PartialDate } from './partialDate.ts'
import { partnerMap } from './partnerMap.ts'
import { pathBetween } from './pathBetween.ts'
import { search } from './search.ts'
import { tables } from './tables.ts'
import { territoryCounts } from './territoryCounts.ts'
import { territoryFlows } from './territoryFlows.ts'
import { withStatements } from './statements.ts'

const folder = fileURLToPath(new URL('./schema/', import.meta.url))

/** The SDL files of `api/schema`, as written. */
export const sources: string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.graphql'))
  // The library compares limits with those of interfaces that it has read before.
  .sort((a, b) => Number(b === 'record.graphql') - Number(a === 'record.graphql') || a.localeCompare(b))
  .map((file) => readFileSync(folder + file, 'utf8'))

let made: Promise<GraphQLSchema> | undefined

/** The graph as a Federation 2 subgraph: the SDL files of `api/schema` and the statements they name; made once a process. */
export const graphSchema = (): Promise<GraphQLSchema> => (made ??= makeSchema())

async function makeSchema(): Promise<GraphQLSchema> {
  const keys = keysOf(sources)
  const typeDefs = [federation, ...[...sources, recordFields(keys)].map(withStatements).map(onlyRead)]
  const resolvers = {
    Cursor,
    PartialDate,
    Query: {
      changesBetween,
      commonsReuse,
      compareReplications,
      dissemination,
      fitFor,
      lineage,
      partnerMap,
      pathBetween,
      search,
      territoryCounts,
      territoryFlows,
      ...tables,
    },
  }
  const generated = await new Neo4jGraphQL({ typeDefs, resolvers, features }).getSubgraphSchema()
  return withGiven(withEntities(generated, keys))
}

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])`

const directive = (text: string): ConstDirectiveNode => {
  const definition = parse(`type T ${text} { f: Int }`).definitions[0]
  if (definition?.kind !== Kind.OBJECT_TYPE_DEFINITION || !definition.directives?.[0]) throw new Error(text)
  return definition.directives[0]
}
const noRoot = directive('@query(read: false, aggregate: false)')
const noFilterThrough = directive('@filterable(byValue: false, byAggregate: false)')
const readArguments = directive('@relationship(nestedOperations: [], aggregate: false)').arguments ?? []

/**
 * Nothing generated beyond reading what stands beneath a record: no lists at the root, which skip and repeat while data
 * change, no filters through links, no nested writes, no aggregates: those cost as much as the graph is big.
 */
function onlyRead(sdl: string): string {
  return print(
    visit(parse(sdl), {
      DirectiveDefinition: () => null,
      ObjectTypeDefinition: (type) =>
        type.directives?.some(({ name }) => name.value === 'node')
          ? { ...type, directives: [...type.directives, noRoot] }
          : undefined,
      FieldDefinition: (field) =>
        field.directives?.some(({ name }) => name.value === 'relationship')
          ? { ...field, directives: [...field.directives, noFilterThrough] }
          : undefined,
      Directive: (node) => {
        // What an argument may be is held by limits.ts; a subgraph's directives would ask all others to know it.
        if (node.name.value === 'range') return null
        if (node.name.value !== 'relationship') return undefined
        return { ...node, arguments: [...(node.arguments ?? []), ...readArguments] }
      },
    }),
  )
}

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
