import { cacheExchange, Client, fetchExchange } from '@urql/core'
import { registeredExchange } from './registered.ts'

// A little more than the ten seconds the server allows itself, so that its own message arrives first.
const patience = 15_000

const fetchWithPatience: typeof fetch = (input, init) => {
  const timeout = AbortSignal.timeout(patience)
  const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout
  return fetch(input, { ...init, signal })
}

export const client = new Client({
  url: '/graphql',
  // While the web is developed, its operations change faster than anybody registers them.
  exchanges: [cacheExchange, ...(import.meta.env.PROD ? [registeredExchange] : []), fetchExchange],
  preferGetMethod: false,
  fetch: fetchWithPatience,
})
