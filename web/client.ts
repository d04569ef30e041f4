import { cacheExchange, Client, fetchExchange } from '@urql/core'

// A little more than the ten seconds the server allows itself, so that its own message arrives first.
const patience = 15_000

const fetchWithPatience: typeof fetch = (input, init) => {
  const timeout = AbortSignal.timeout(patience)
  const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout
  return fetch(input, { ...init, signal })
}

export const client = new Client({
  url: '/graphql',
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
  fetch: fetchWithPatience,
})
