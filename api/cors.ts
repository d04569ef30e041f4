import type { RequestHandler } from 'express'

/** Lets the pages of these origins ask, `*` those of all; nothing here is known by cookies, so none are let through. */
export function cors(origins: string[]): RequestHandler {
  return (request, response, next) => {
    if (origins.length === 0) return next()
    response.vary('Origin')
    const origin = request.get('origin')
    const allowed = origins.includes('*') ? '*' : origins.find((known) => known === origin)
    if (!origin || !allowed) return next()
    response.set('Access-Control-Allow-Origin', allowed)
    if (request.method !== 'OPTIONS') return next()
    response
      .status(204)
      .set('Access-Control-Allow-Methods', 'GET, POST')
      .set('Access-Control-Allow-Headers', 'content-type, apollo-require-preflight')
      .set('Access-Control-Max-Age', '86400')
      .end()
  }
}
