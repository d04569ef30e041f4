import type { Driver } from 'neo4j-driver'
import { afterAll, inject } from 'vitest'
import type { Access } from '../../api/neo4j/answer.ts'
import { connectTo } from '../../api/neo4j/store.ts'

/** Milliseconds for an answer: on a busy machine a first planning alone may take longer than people are made to wait. */
export const patience = 60_000

/** How to reach this worker's Neo4j: no other test file writes there at the same time. */
export function testAccess(): Access {
  const access = inject('neo4j')[Number(process.env.VITEST_POOL_ID) - 1]
  if (!access) throw new Error(`no Neo4j was started for worker ${process.env.VITEST_POOL_ID}`)
  return access
}

/** This worker's Neo4j, for one test file; the driver closes with it. */
export function testStore(): { driver: Driver; database: string } {
  const access = testAccess()
  const driver = connectTo(access)
  afterAll(() => driver.close())
  return { driver, database: access.database }
}

/** Removes every record; constraints, indexes and applied migrations stay. */
export async function emptyGraph({ driver, database }: { driver: Driver; database: string }): Promise<void> {
  const session = driver.session({ database })
  try {
    await session.run(
      `MATCH (record)
       WHERE NOT record:Migration
       CALL (record) {
         DETACH DELETE record
       } IN TRANSACTIONS OF 10000 ROWS`,
      {},
      { timeout: patience },
    )
  } finally {
    await session.close()
  }
}
