import { execute, getOperationAST, getVariableValues, type GraphQLSchema } from 'graphql'
import { acrossSubgraphs } from './across.ts'
import { compose, publicSchema } from './compose.ts'
import { homes } from './homes.ts'
import { asksNobody } from './introspection.ts'
import type { Answering, Subgraph } from './subgraph.ts'

export type Supergraph = { sdl: string; schema: GraphQLSchema; ranges: string[]; answer: Answering }

/** The subgraphs as one graph. An operation that one of them can answer alone is run there as it stands. */
export async function supergraph(subgraphs: Subgraph[]): Promise<Supergraph> {
  const sdl = compose(subgraphs)
  const schema = publicSchema(sdl, subgraphs)
  const homeOf = await homes(sdl, subgraphs)
  const across = subgraphs.length > 1 ? await acrossSubgraphs(sdl, subgraphs) : undefined

  const answer: Answering = async (question) => {
    const { document, operationName, variables: variableValues } = question
    const operation = getOperationAST(document, operationName)
    if (!operation) throw new Error(`the document has no operation ${operationName}`)
    if (asksNobody(document, operation)) return execute({ schema, document, operationName, variableValues })
    const home = await homeOf(question)
    if (home !== 'several') return home.answer(question)
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues)
    if (errors) return { errors }
    if (!across) throw new Error(`the only subgraph can not answer ${operationName ?? 'this'}`)
    return across(question)
  }
  return { sdl, schema, ranges: subgraphs.flatMap(({ ranges }) => ranges), answer }
}
