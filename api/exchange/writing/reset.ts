import neo4j from 'neo4j-driver'
import type { Driver } from 'neo4j-driver'
import { migrate } from '../../neo4j/migrate.ts'
import { statement } from '../../statements.ts'

/** Removes every record in batches, then makes the graph as it is before its first record; what is not Essaim's stays. */
export async function reset(driver: Driver, database: string): Promise<void> {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.WRITE })
  try {
    await session.run(statement('exchange/graph.reset.cypher'), {}, { timeout: 600_000 })
  } finally {
    await session.close()
  }
  await migrate(driver, database)
}
