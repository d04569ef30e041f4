import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { trustedDocuments } from '../../api/trustedDocuments.ts'
import { registeredIn } from '../../web/documents.ts'
import { testStore } from '../support/store.ts'
import { initiative, tell, testApi } from './api.ts'

const store = testStore()
const web = new URL('../../web/', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'essaim-documents-'))
const ofWeb = registeredIn(web)
const write = (texts: Record<string, string>) =>
  writeFileSync(join(folder, 'documents.json'), JSON.stringify(texts))
write(Object.fromEntries(ofWeb.map(({ id, text }) => [id, text])))
const open = testApi(store, { webFolder: folder })
const closed = testApi(store, { webFolder: folder, isClosed: true })

const hashOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`
const search = ofWeb.find(({ name }) => name === 'Search')
const example = readFileSync(new URL('../../examples/01-partners.graphql', import.meta.url), 'utf8')
const found = { search: [{ __typename: 'SearchHit', id: 'café', kind: 'INITIATIVE', name: 'café' }] }

async function post(api: typeof open, body: unknown) {
  const headers = { 'content-type': 'application/json' }
  const response = await api.get('/graphql', { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, body: (await response.json()) as unknown }
}
const refused = (status: number, code: string, message: RegExp) => ({
  status,
  body: { errors: [{ message: expect.stringMatching(message), extensions: { code } }] },
})

beforeAll(() => tell(store, { nodes: [initiative('café')], links: [] }))
afterAll(() => rmSync(folder, { recursive: true }))

describe.each([
  ['open', open],
  ['closed', closed],
])('an endpoint that is %s', (_, api) => {
  test('answers an operation of the web by the hash of its text', async () => {
    const variables = { text: 'café', first: 3 }
    expect(await post(api, { documentId: search?.id, variables })).toMatchObject({
      status: 200,
      body: { data: found },
    })
  })

  test('answers an example by the hash of its file', async () => {
    expect(await post(api, { documentId: hashOf(example), variables: { id: 'café' } })).toMatchObject({
      status: 200,
      body: { data: { initiative: { name: 'café' } } },
    })
  })

  test('answers GET as it answers POST', async () => {
    const asked = new URLSearchParams({
      documentId: search?.id ?? '',
      variables: JSON.stringify({ text: 'café', first: 3 }),
    })
    const headers = { 'apollo-require-preflight': '1' }
    const response = await api.get(`/graphql?${asked.toString()}`, { headers })
    expect(await response.json()).toMatchObject({ data: found })
  })

  test('says so when nothing is registered under a hash', async () => {
    const unknown = refused(404, 'NOT_FOUND', /^No document is registered.*: reload the page/)
    expect(await post(api, { documentId: hashOf('{ __typename }') })).toMatchObject(unknown)
    expect(await post(api, { documentId: '__proto__' })).toMatchObject(unknown)
  })

  test('takes no text beside a hash, nor a hash that is none', async () => {
    const both = refused(400, 'INVALID', /^Send either `documentId`/)
    expect(await post(api, { documentId: search?.id, query: '{ initiativesCount }' })).toMatchObject(both)
    expect(await post(api, { documentId: { $ne: '' } })).toMatchObject(both)
  })
})

describe('any other text', () => {
  const others = [
    { query: '{ initiativesCount }' },
    { query: '{ __schema { types { name } } }' },
    // One sign more than what is registered.
    { query: `${search?.text} `, variables: { text: 'café', first: 3 } },
    { query: example, extensions: { persistedQuery: { version: 1, sha256Hash: '' } } },
  ]

  test.each(others.slice(0, 3))('is answered when open: %o', async (body) => {
    expect((await post(open, body)).status).toBe(200)
  })

  test.each(others.slice(0, 3))('is refused when closed: %o', async (body) => {
    expect(await post(closed, body)).toMatchObject(
      refused(403, 'FORBIDDEN', /^Only registered documents are answered here: send the `documentId`/),
    )
  })

  test('is refused when closed by GET, in a list, and when it is no text', async () => {
    const headers = { 'apollo-require-preflight': '1' }
    expect((await closed.get('/graphql?query=%7B__typename%7D', { headers })).status).toBe(403)
    expect((await closed.get('/graphql?query=%7B__typename%7D&query=', { headers })).status).toBe(403)
    for (const body of [[{ query: '{ __typename }' }], { query: { documentId: search?.id } }, {}])
      expect((await post(closed, body)).status).toBe(403)
  })

  test('is answered when closed if it is a registered one, letter by letter', async () => {
    expect(await post(closed, { query: example, variables: { id: 'café' } })).toMatchObject({ status: 200 })
  })
})

test('a text that was changed behind its hash keeps the server from starting', () => {
  write({ [search?.id ?? '']: '{ initiativesCount }' })
  expect(() => trustedDocuments(folder)).toThrow(
    /another text than sha256:[0-9a-f]{64} says: build the web again/,
  )
})
