import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import neo4j, { Neo4jError, type Driver } from 'neo4j-driver'

export type Access = { uri: string; user: string; password: string; database: string }

export type Answer = { state: 'ready' | 'ended' | 'silent' | 'refused' } | { state: 'broken'; fault: string }

/** Waits until the database answers, as long as `isAlive`; says why when it doesn't. */
export async function answer(access: Access, isAlive: () => boolean, seconds: number): Promise<Answer> {
  const deadline = Date.now() + seconds * 1000
  const { hostname, port } = new URL(access.uri)
  while (!(await listens(hostname, Number(port)))) {
    if (!isAlive()) return { state: 'ended' }
    if (Date.now() > deadline) return { state: 'silent' }
    await delay(50)
  }
  const driver = neo4j.driver(access.uri, neo4j.auth.basic(access.user, access.password), {
    maxConnectionPoolSize: 1,
    maxTransactionRetryTime: 0,
  })
  try {
    while (Date.now() < deadline) {
      if (!isAlive()) return { state: 'ended' }
      try {
        await ask(driver, access.database)
        return { state: 'ready' }
      } catch (error) {
        if (isRefusal(error)) return { state: 'refused' }
        const fault = await faultOf(driver, access.database)
        if (fault) return { state: 'broken', fault }
      }
      await delay(100)
    }
    return { state: 'silent' }
  } finally {
    await driver.close()
  }
}

/** One question without the driver's own retries, which would wait half a minute. */
export async function ask(driver: Driver, database: string): Promise<void> {
  const session = driver.session({ database })
  await session.run('RETURN 1').finally(() => session.close())
}

export const isRefusal = (error: unknown) =>
  error instanceof Neo4jError && error.code.startsWith('Neo.ClientError.Security.')

/** A database whose files can't be opened stays offline with a message while the server itself runs. */
async function faultOf(driver: Driver, database: string): Promise<string | undefined> {
  const show = 'SHOW DATABASE $database YIELD statusMessage'
  const shown = await driver.executeQuery(show, { database }, { database: 'system' }).catch(() => undefined)
  return shown?.records.map((row) => row.get('statusMessage') as string).find((message) => message !== '')
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
