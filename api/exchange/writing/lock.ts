import neo4j from 'neo4j-driver'
import type { Driver, ManagedTransaction } from 'neo4j-driver'
import { statement } from '../../statements.ts'
import { sweep } from './staging.ts'

export const busy = 'another process is writing to this graph: try again when it has ended'

/** Runs work in one transaction that nobody else writes beside. */
export async function oneWriter<T>(
  driver: Driver,
  database: string,
  work: (tx: ManagedTransaction) => Promise<T>,
): Promise<T> {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.WRITE })
  try {
    return await session.executeWrite(
      async (tx) => {
        await tx.run(statement('exchange/lock.cypher'), { now: new Date().toISOString() })
        return work(tx)
      },
      { timeout: 1_800_000 },
    )
  } catch (error) {
    const reason = error instanceof neo4j.Neo4jError ? reasons(error) : undefined
    if (reason) throw new Error(reason, { cause: error })
    throw error
  } finally {
    await session.close()
  }
}

/** Removes what a writer left that was cut off; who is writing now is left alone. */
export async function sweepUnlessBusy(driver: Driver, database: string): Promise<void> {
  const { records } = await driver.executeQuery(statement('exchange/staged.exists.cypher'), {}, { database })
  if (records[0]?.get('isThere') !== true) return
  await oneWriter(driver, database, () => sweep(driver, database)).catch((error: unknown) => {
    if (!(error instanceof Error && error.message === busy)) throw error
  })
}

function reasons({ code, message }: { code: string; message: string }): string | undefined {
  if (code.endsWith('.LockAcquisitionTimeout')) return busy
  return /MemoryPool|OutOfMemory/.test(code) || /memory\.transaction|out of memory/i.test(message)
    ? 'nothing was written: these are more records than the memory of Neo4j holds at once, a gigabyte for 100,000 rows. Give it more, or split the files.'
    : undefined
}
