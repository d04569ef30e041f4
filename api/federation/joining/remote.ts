import { GraphQLError, print, type ExecutionResult } from 'graphql'
import { statusOf, type Code } from '../../errors.ts'
import { nobodyWaits } from '../../read.ts'
import { takeScalars } from '../compose.ts'
import type { Answering, Question, Subgraph } from '../subgraph.ts'
import { asking, NoAnswer } from './ask.ts'
import type { Remote } from './federationFile.ts'
import { partsOf, together } from './inParts.ts'
import { recheck, schemaOf, withTypenames } from './recheck.ts'

const longest = 200
const mostErrors = 10

/**
 * A subgraph of somebody else, asked over HTTP. Whatever it does, an answer comes within its time: what it gave that its
 * schema promised, and errors that name it.
 */
export function remoteSubgraph(
  remote: Remote,
  sdl: string,
  ours: Pick<Subgraph, 'name' | 'sdl' | 'schema'>[],
): Subgraph {
  const { name, headers } = remote
  const ask = asking(remote)
  const schema = schemaOf(sdl)
  takeScalars(schema, ours)
  const say = shortening(Object.values(headers))
  let isSilent = false

  const answer: Answering = async (question) => {
    const { document, variables } = question
    const parts = partsOf(document, variables)
    if (parts.length === 1) return answerPart(question)
    const answers = await Promise.all(parts.map((part) => answerPart({ ...question, variables: part })))
    const { data, errors = [] } = together(document, parts, answers)
    return { data, ...few([...errors]) }
  }

  async function answerPart({ document, variables, context }: Question): Promise<ExecutionResult> {
    try {
      const query = print(withTypenames(document, schema))
      const { data, errors } = envelope(await ask({ query, variables }, undefined, context.gone))
      if (isSilent) console.info(`subgraph ${name} answers again`)
      isSilent = false
      const checked = data === null ? { data: null } : await recheck(schema, document, variables, data)
      return { data: checked.data, ...few([...errors.map(theirs), ...(checked.errors ?? []).map(wrong)]) }
    } catch (error) {
      if (context.gone?.aborted) return { data: null, errors: [nobodyWaits()] }
      const [seen, detail] =
        error instanceof NoAnswer ? [error.message, error.detail] : ['gave no answer', String(error)]
      // Once, not once a request.
      if (!isSilent) console.error(`subgraph ${name} ${say(detail)}`)
      isSilent = true
      return { data: null, errors: [failure(`\`${name}\` ${seen}: what it knows is missing here.`)] }
    }
  }

  const failure = (message: string, path?: GraphQLError['path'], code: Code = 'UNAVAILABLE') =>
    new GraphQLError(message, { path, extensions: { code } })
  const theirs = ({ message, path, code }: TheirError) =>
    failure(`\`${name}\` says: ${say(message)}`, path, code)
  const wrong = ({ message, path }: GraphQLError) =>
    failure(`\`${name}\` did not keep to its schema: ${say(message)}`, path)

  return { name, sdl, ranges: [], answer }
}

/** The first of many errors: a list of thousands can be wrong throughout. */
function few(errors: GraphQLError[]): Pick<ExecutionResult, 'errors'> {
  return errors.length ? { errors: errors.slice(0, mostErrors) } : {}
}

type TheirError = { message: string; path?: (string | number)[]; code?: Code }

/** The two parts of a GraphQL answer, whatever came. */
function envelope(answer: unknown): { data: Record<string, unknown> | null; errors: TheirError[] } {
  const { data = null, errors } = isObject(answer) ? answer : {}
  const said = Array.isArray(errors) ? errors : []
  if (!isObject(data) && !said.length) throw new NoAnswer('answered with something that is no GraphQL answer')
  return { data: isObject(data) ? data : null, errors: said.slice(0, mostErrors).map(theirError) }
}

function theirError(error: unknown): TheirError {
  const { message, path, extensions } = isObject(error) ? error : {}
  const code = isObject(extensions) ? String(extensions.code) : ''
  return {
    message: typeof message === 'string' && message ? message : 'an error without a message',
    path: isPath(path) ? path : undefined,
    code: Object.hasOwn(statusOf, code) ? (code as Code) : undefined,
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPath = (path: unknown): path is (string | number)[] =>
  Array.isArray(path) && path.every((step) => typeof step === 'string' || typeof step === 'number')

/** The first line of a message, without what it must not tell: what our headers said, and who an address names. */
function shortening(secrets: string[]): (message: string) => string {
  // A header may say more than its secret: `Bearer …`.
  const parts = secrets
    .flatMap((secret) => [secret, ...secret.split(/\s+/)])
    .filter((part) => part.length > 5)
  return (message) => {
    const bare = parts
      .sort((one, other) => other.length - one.length)
      .reduce((text, secret) => text.replaceAll(secret, '…'), message)
      .replaceAll(/\/\/[^\s/@]*@/g, '//')
    const [line = ''] = bare.split(/[\r\n]/, 1)
    return line.length > longest ? `${line.slice(0, longest)}…` : line
  }
}
