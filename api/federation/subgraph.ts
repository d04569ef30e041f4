import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql'
import type { Context } from '../read.ts'

/** A document that was validated, and which of its operations to run. */
export type Question = {
  document: DocumentNode
  operationName?: string | null
  variables: Record<string, unknown>
  context: Context
}

export type Answering = (question: Question) => Promise<ExecutionResult> | ExecutionResult

/** A part of the supergraph. */
export type Subgraph = {
  name: string
  /** Its schema with what it says of federation: all that composition reads. */
  sdl: string
  /** SDL that says the ranges of its arguments; they are held in front. */
  ranges: string[]
  /** What it executes, when it lives in this process. */
  schema?: GraphQLSchema
  answer: Answering
}
