import { composeServices, sortSDL, transformSupergraphToPublicSchema } from '@theguild/federation-composition'
import {
  buildASTSchema,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  print,
  type GraphQLSchema,
} from 'graphql'
import type { Subgraph } from './subgraph.ts'

type Composed = Pick<Subgraph, 'name' | 'sdl' | 'schema'>

/** The supergraph's SDL, sorted; throws all that keeps the subgraphs from being one graph. */
export function compose(subgraphs: Composed[]): string {
  const composed = composition(subgraphs)
  if (typeof composed === 'string') return composed
  throw new Error(['the subgraphs do not compose:', ...composed].join('\n  '))
}

/** The supergraph's SDL, sorted, or what keeps the subgraphs from being one graph. */
export function composition(subgraphs: Composed[]): string | string[] {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `/subgraphs/${name}` })),
  )
  if (supergraphSdl === undefined) return errors?.map(({ message }) => message) ?? []
  return `${print(sortSDL(parse(supergraphSdl)))}\n`
}

/** What clients see of a supergraph: nothing of federation. */
export function publicSchema(supergraph: string, subgraphs: Composed[]): GraphQLSchema {
  const schema = buildASTSchema(transformSupergraphToPublicSchema(parse(supergraph)))
  takeScalars(schema, subgraphs)
  return schema
}

/** SDL says nothing of what a scalar takes: those that a subgraph here has are taken from it. */
export function takeScalars(schema: GraphQLSchema, subgraphs: Composed[]): void {
  for (const type of Object.values(schema.getTypeMap())) {
    const own = subgraphs.map((subgraph) => subgraph.schema?.getType(type.name)).find(isScalarType)
    if (!isScalarType(type) || !own || isSpecifiedScalarType(type)) continue
    const { serialize, parseValue, parseLiteral } = own
    Object.assign(type, { serialize, parseValue, parseLiteral })
  }
}
