import { GraphQLError, Kind, type DocumentNode, type ExecutionResult } from 'graphql'

/** How many keys a subgraph is asked at once: servers refuse bodies that are much longer. */
export const mostKeys = 1_000

type Variables = Record<string, unknown>
/** The name that a list of records has in the answer, and the variable of its keys. */
type Asked = { field: string; variable: string }

/** The variables of a document that asks for records by keys, in parts that are not too long. */
export function partsOf(document: DocumentNode, variables: Variables): Variables[] {
  const asked = recordsAsked(document)
  const longest = Math.max(0, ...asked.map(({ variable }) => keys(variables, variable).length))
  if (longest <= mostKeys) return [variables]
  return Array.from({ length: Math.ceil(longest / mostKeys) }, (_, part) => ({
    ...variables,
    ...Object.fromEntries(
      asked.map(({ variable }) => [
        variable,
        keys(variables, variable).slice(part * mostKeys, (part + 1) * mostKeys),
      ]),
    ),
  }))
}

/** The answers to these parts as the answer to the whole; records of a part without an answer are nothing. */
export function together(
  document: DocumentNode,
  parts: Variables[],
  answers: ExecutionResult[],
): ExecutionResult {
  const data = Object.fromEntries(
    recordsAsked(document).map(({ field, variable }) => [
      field,
      parts.flatMap((part, at) => {
        const list = answers[at]?.data?.[field]
        return Array.isArray(list) ? (list as unknown[]) : keys(part, variable).map(() => null)
      }),
    ]),
  )
  const errors = answers.flatMap((answer, at) =>
    (answer.errors ?? []).map(({ message, path, extensions }) => {
      const [field, index, ...rest] = path ?? []
      const place =
        field !== undefined && typeof index === 'number' ? [field, index + at * mostKeys, ...rest] : path
      return new GraphQLError(message, { path: place, extensions })
    }),
  )
  return errors.length ? { data, errors } : { data }
}

/** What a document asks by keys; nothing when it asks for anything else too. */
function recordsAsked({ definitions }: DocumentNode): Asked[] {
  const asked: Asked[] = []
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    for (const field of definition.selectionSet.selections) {
      const [of] = field.kind === Kind.FIELD ? (field.arguments ?? []) : []
      if (field.kind !== Kind.FIELD || field.name.value !== '_entities') return []
      if (of?.value.kind !== Kind.VARIABLE) return []
      asked.push({ field: field.alias?.value ?? field.name.value, variable: of.value.name.value })
    }
  }
  return asked
}

function keys(variables: Variables, name: string): unknown[] {
  const value = variables[name]
  return Array.isArray(value) ? value : []
}
