import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Request, RequestHandler, Response } from 'express'
import * as v from 'valibot'
import { statusOf, type Code } from './errors.ts'
import { examples } from './warm.ts'

const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

/** The documents that are known by the hash of their text: the examples, and the web's as they were when it was built. */
export function trustedDocuments(webFolder: string): Map<string, string> {
  const file = join(webFolder, 'documents.json')
  const ofWeb = existsSync(file)
    ? v.parse(v.record(v.string(), v.string()), JSON.parse(readFileSync(file, 'utf8')))
    : {}
  for (const [id, text] of Object.entries(ofWeb)) {
    if (id !== idOf(text)) throw new Error(`${file}: another text than ${id} says: build the web again`)
  }
  return new Map([...examples.map(({ query }) => [idOf(query), query] as const), ...Object.entries(ofWeb)])
}

/** Lets requests name a registered document by `documentId` instead of sending its text; lets nothing else through if `isOnly`. */
export function byDocumentId(documents: Map<string, string>, isOnly: boolean): RequestHandler {
  return (request, response, next) => {
    const { documentId: id, query: text } = asked(request)
    if (id == null) {
      const isLetIn = !isOnly || (typeof text === 'string' && documents.has(idOf(text)))
      return isLetIn ? next() : refuse(response, 'FORBIDDEN', closed)
    }
    if (typeof id !== 'string' || text != null) return refuse(response, 'INVALID', both)
    const document = documents.get(id)
    if (document === undefined) return refuse(response, 'NOT_FOUND', unknown)
    putText(request, document)
    next()
  }
}

const closed =
  'Only registered documents are answered here: send the `documentId` of one, or ask whoever runs this to register yours.'
const both = 'Send either `documentId`, a text such as sha256:…, or `query`.'
const unknown =
  'No document is registered under this `documentId`: reload the page if it is an older one, else send the text as `query`.'

type Asked = { documentId?: unknown; query?: unknown }

const asked = (request: Request): Asked =>
  request.method === 'POST' ? ((request.body ?? {}) as Asked) : Object.fromEntries(parameters(request))

const parameters = ({ url }: Request) => new URLSearchParams(url.split('?')[1])

function putText(request: Request, query: string): void {
  if (request.method === 'POST') {
    request.body = { ...(request.body as Asked), documentId: undefined, query }
    return
  }
  const given = parameters(request)
  given.delete('documentId')
  given.set('query', query)
  request.url = `/?${given.toString()}`
}

function refuse(response: Response, code: Code, message: string): void {
  response.status(statusOf[code]).json({ errors: [{ message, extensions: { code } }] })
}
