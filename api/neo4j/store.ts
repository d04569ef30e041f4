import neo4j, { Neo4jError, type Driver } from 'neo4j-driver'
import type { Config } from '../config.ts'
import { ask, isRefusal, type Access } from './answer.ts'
import { startEmbedded } from './embedded.ts'
import type { Report } from './report.ts'

export type Store = {
  driver: Driver
  database: string
  /** How another thread of this process reaches it. */
  access: Access
  /** Where the graph is, in words for people; holds no secret. */
  describe: string
  close(): Promise<void>
}

/** The graph that the settings name: the Neo4j at NEO4J_URI, else the embedded one of the home. */
export async function openStore(config: Config, report: Report): Promise<Store> {
  const { uri, user, password, database } = config.neo4j
  if (uri) {
    const access = { uri, user, password: password ?? '', database }
    const driver = connectTo(access)
    await report(`Neo4j reached at ${uri}`, () => verify(driver, config.neo4j)).catch(
      async (error: unknown) => {
        await driver.close()
        throw error
      },
    )
    const describe = `${uri}, database ${database}`
    return { driver, database, access, describe, close: () => driver.close() }
  }
  const embedded = await startEmbedded(config, report)
  const access = accessOf(embedded)
  const driver = connectTo(access)
  return {
    driver,
    database: embedded.database,
    access,
    describe: `${config.home}, in the Neo4j at ${embedded.uri} (process ${embedded.pid})`,
    close: async () => {
      await driver.close()
      await embedded.stop()
    },
  }
}

/** Nothing but what says how to reach it, so that it can be handed to a thread. */
function accessOf({ uri, user, password, database }: Access): Access {
  return { uri, user, password, database }
}

export function connectTo({ uri, user, password }: Access): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: 50,
    connectionTimeout: 5_000,
    connectionAcquisitionTimeout: 10_000,
    maxTransactionRetryTime: 10_000,
    userAgent: 'essaim',
  })
}

async function verify(driver: Driver, { uri, user, database }: Config['neo4j']): Promise<void> {
  try {
    await ask(driver, database)
  } catch (error) {
    if (isRefusal(error)) {
      throw new Error(`Neo4j at ${uri} refuses the user ${user}: check NEO4J_USER and NEO4J_PASSWORD.`, {
        cause: error,
      })
    }
    if (error instanceof Neo4jError && error.code === 'Neo.ClientError.Database.DatabaseNotFound') {
      throw new Error(`Neo4j at ${uri} has no database ${database}: check NEO4J_DATABASE.`, { cause: error })
    }
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new Error(
      `no Neo4j answers at ${uri} (${reason}): check NEO4J_URI and that the server runs and can be reached from here, or unset NEO4J_URI to use the embedded one.`,
      { cause: error },
    )
  }
}
