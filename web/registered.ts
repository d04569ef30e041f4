import { getOperationName, mapExchange, type Operation } from '@urql/core'
import { documentIds } from 'virtual:documents'

type Query = Operation['query']

// What was asked, by what is sent for it.
const asked = new WeakMap<Query, Query>()

/** Sends the id under which each operation was registered when the web was built, instead of its text. */
export const registeredExchange = mapExchange({
  onOperation: (operation) => ({ ...operation, query: byId(operation) }),
  onResult: ({ operation, ...result }) => ({
    ...result,
    operation: { ...operation, query: asked.get(operation.query) ?? operation.query },
  }),
})

function byId({ query }: Operation): Query {
  const name = getOperationName(query) ?? ''
  const documentId = documentIds[name]
  if (!documentId) throw new Error(`no operation is registered as ${name}: build the web again`)
  const sent: Query = { kind: query.kind, definitions: [], documentId }
  asked.set(sent, query)
  return sent
}
