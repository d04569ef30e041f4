import type { Driver } from 'neo4j-driver'
import { afterAll, inject } from 'vitest'
import { connectTo } from '../../api/neo4j/store.ts'

/** The run's Neo4j, for one test file; the driver closes with it. */
export function testStore(): { driver: Driver; database: string } {
  const access = inject('neo4j')
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
    )
  } finally {
    await session.close()
  }
}
