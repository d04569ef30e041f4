import { afterAll, beforeAll } from 'vitest'
import type { Driver } from 'neo4j-driver'
import type { Records } from '../../api/exchange/record.ts'
import { writeRecords } from '../../api/exchange/writing/records.ts'
import { serve } from '../../api/server.ts'
import { emptyGraph, patience } from '../support/store.ts'
import { node, us } from '../exchange/story.ts'

type Store = { driver: Driver; database: string }
export type Answer = {
  status: number
  // Tests look at answers of many shapes, and expect says what it expects.
  data: Record<string, Record<string, unknown> & unknown[]> | null | undefined
  errors: { message: string; path?: string[]; extensions: { code: string; id?: string } }[] | undefined
}

/** The API over a store, for one test file; what it says is asked over HTTP as anybody does. */
export function testApi({ driver, database }: Store, settings: Partial<Parameters<typeof serve>[0]> = {}) {
  let running: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    running = await serve({ driver, database, host: '127.0.0.1', port: 0, patience, ...settings })
  })
  afterAll(() => running.close())
  const get = (path: string, init?: RequestInit) => fetch(running.address + path, init)
  async function ask(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const response = await get('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await response.json()) as Omit<Answer, 'status'>
    return { status: response.status, data, errors }
  }
  return { ask, get, address: () => running.address }
}

/** The whole graph is now this story, and the network that tells it. */
export async function tell(store: Store, { nodes, links }: Records): Promise<void> {
  await emptyGraph(store)
  await writeRecords(store.driver, store.database, { nodes: [us, ...nodes], links })
  await store.driver.executeQuery('CALL db.awaitIndexes(60)', {}, { database: store.database })
}

export const initiative = (id: string, given = {}) => node('Initiative', id, given)
export const partner = (id: string, given = {}) => node('Partner', id, { kind: 'ASSOCIATION', ...given })
