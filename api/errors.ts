import { randomUUID } from 'node:crypto'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { Neo4jError } from 'neo4j-driver'

export type Code = 'NOT_FOUND' | 'CONFLICT' | 'FORBIDDEN' | 'INVALID' | 'LIMIT' | 'UNAVAILABLE'

/** The HTTP status that says the same as a code, for an answer that holds nothing else. */
export const statusOf: Record<Code, number> = {
  NOT_FOUND: 404,
  CONFLICT: 409,
  FORBIDDEN: 403,
  INVALID: 400,
  LIMIT: 400,
  UNAVAILABLE: 503,
}

/** Which limit an answer with the code `LIMIT` has run into. */
export type Limit =
  | 'body'
  | 'tokens'
  | 'selections'
  | 'depth'
  | 'aliases'
  | 'list'
  | 'picture'
  | 'variables'
  | 'representations'
  | 'cost'
  | 'time'
  | 'memory'
  | 'errors'

export const refusal = (code: Code, message: string) => new GraphQLError(message, { extensions: { code } })

export const beyond = (limit: Limit, message: string) =>
  new GraphQLError(message, { extensions: { code: 'LIMIT' satisfies Code, limit } })

const tooLong = 'This takes more than ten seconds: ask for less at once, with a lower `first` or `depth`.'

/** An operation whose time was over before its next statement began. */
export const outOfTime = () => beyond('time', tooLong)

/** What a client sees of an error: one of our codes and a sentence, never a stack, a path or Cypher. */
export function clientError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path } = formatted
  const seen = known(formatted, rootOf(error)) ?? masked(rootOf(error))
  return {
    message: seen.message,
    locations,
    path,
    extensions: {
      code: seen.code,
      ...(seen.limit && { limit: seen.limit }),
      ...(seen.id && { id: seen.id }),
    },
  }
}

type Seen = { code: Code; message: string; limit?: string; id?: string }

function known(formatted: GraphQLFormattedError, error: unknown): Seen | undefined {
  const said = String(formatted.extensions?.code)
  if (error instanceof GraphQLError && Object.hasOwn(statusOf, said)) {
    const limit = error.extensions.limit
    return {
      code: said as Code,
      message: error.message,
      limit: typeof limit === 'string' ? limit : undefined,
    }
  }
  if (requestFaults.has(said)) {
    const { message } = formatted
    const [, limit] = requestLimits.find(([sentence]) => sentence.test(message)) ?? []
    return limit ? { code: 'LIMIT', limit, message } : { code: 'INVALID', message }
  }
  return error instanceof Neo4jError ? fromNeo4j(error) : undefined
}

// What Apollo says of requests that are wrong in themselves; its sentences name the place in the request.
const requestFaults = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
])

const requestLimits: [RegExp, Limit][] = [
  [/more that \d+ tokens/i, 'tokens'],
  [/recursive selections/i, 'selections'],
  [/Too many/i, 'errors'],
]

function fromNeo4j(error: Neo4jError): Seen | undefined {
  if (/TransactionTimedOut|LockClient|Terminated/.test(error.code)) {
    return { code: 'LIMIT', limit: 'time', message: tooLong }
  }
  if (/OutOfMemory/.test(error.code)) {
    return {
      code: 'LIMIT',
      limit: 'memory',
      message: 'This answer is too big: ask for less at once, with a lower `first`, `limit` or `depth`.',
    }
  }
  if (/ConstraintValidationFailed/.test(error.code)) {
    return {
      code: 'CONFLICT',
      message: 'A record with this id exists already: choose another id, or change that record.',
    }
  }
  // The driver gives it no code.
  if (/Connection acquisition timed out/.test(error.message)) {
    return { code: 'UNAVAILABLE', message: 'Too much is asked at the moment: try again in a minute.' }
  }
  if (isUnreachable(error)) {
    return { code: 'UNAVAILABLE', message: 'The graph does not answer at the moment: try again in a minute.' }
  }
}

const isUnreachable = ({ code }: Neo4jError) =>
  code === 'ServiceUnavailable' ||
  code === 'SessionExpired' ||
  /^Neo\.TransientError|DatabaseUnavailable/.test(code)

function masked(error: unknown): Seen {
  const id = randomUUID()
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(`error ${id}: ${reason.replaceAll(/\s*\n\s*/g, ' | ')}`)
  return {
    code: 'UNAVAILABLE',
    message: `Something went wrong on our side. If it lasts, tell us this number: ${id}.`,
    id,
  }
}

/** The error under the wrappings that graphql-js and the drivers put around it. */
function rootOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? rootOf(error.originalError) : error
}
