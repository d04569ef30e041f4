import { setTimeout as delay } from 'node:timers/promises'
import { isRunning } from '../processes.mjs'
import { keepArchive } from './archive.ts'
import { forgetServer, type Recorded } from './home.ts'

/** Stops a server that we recorded, by asking first; throws when it does not end. */
export async function stopServer(server: Recorded): Promise<void> {
  const isGone = (await ended(server, 'SIGTERM', 40)) || (await ended(server, 'SIGKILL', 10))
  if (!isGone)
    throw new Error(`Neo4j (process ${server.pid}) does not stop: end it by hand, then start again.`)
  forgetServer(server.home)
  keepArchive(server.archive, true)
}

async function ended(server: Recorded, signal: NodeJS.Signals, seconds: number): Promise<boolean> {
  const deadline = Date.now() + seconds * 1000
  if (isRunning(server)) process.kill(server.pid, signal)
  while (isRunning(server)) {
    if (Date.now() > deadline) return false
    await delay(50)
  }
  return true
}
