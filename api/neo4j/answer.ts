import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import neo4j, { Neo4jError } from 'neo4j-driver'

export type Access = { uri: string; user: string; password: string; database: string }

/** Waits until the database answers, as long as `isAlive`; says why when it doesn't. */
export async function answer(
  access: Access,
  isAlive: () => boolean,
  seconds: number,
): Promise<'ready' | 'ended' | 'silent' | 'refused' | 'broken'> {
  const deadline = Date.now() + seconds * 1000
  const { hostname, port } = new URL(access.uri)
  while (!(await listens(hostname, Number(port)))) {
    if (!isAlive()) return 'ended'
    if (Date.now() > deadline) return 'silent'
    await delay(50)
  }
  const driver = neo4j.driver(access.uri, neo4j.auth.basic(access.user, access.password), {
    maxConnectionPoolSize: 1,
  })
  try {
    while (Date.now() < deadline) {
      if (!isAlive()) return 'ended'
      try {
        await driver.executeQuery('RETURN 1', {}, { database: access.database })
        return 'ready'
      } catch (error) {
        if (isRefusal(error)) return 'refused'
        if (await isBroken(driver, access.database)) return 'broken'
      }
      await delay(100)
    }
    return 'silent'
  } finally {
    await driver.close()
  }
}

export const isRefusal = (error: unknown) =>
  error instanceof Neo4jError && error.code.startsWith('Neo.ClientError.Security.')

/** A database whose files can't be opened stays offline with a message while the server itself runs. */
async function isBroken(driver: ReturnType<typeof neo4j.driver>, database: string): Promise<boolean> {
  const shown = await driver
    .executeQuery(
      'SHOW DATABASE $database YIELD currentStatus, statusMessage',
      { database },
      { database: 'system' },
    )
    .catch(() => undefined)
  return shown?.records.some((row) => row.get('statusMessage') !== '') ?? false
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 })
    const end = (isOpen: boolean) => {
      socket.destroy()
      resolve(isOpen)
    }
    socket
      .once('connect', () => end(true))
      .once('timeout', () => end(false))
      .once('error', () => end(false))
  })
}
