import { setTimeout as delay } from 'node:timers/promises'
import { startAgain, type Machine } from './embedded.ts'
import { recordedServer } from './home.ts'
import type { Report } from './report.ts'

const second = 1000

/** Starts the home's Neo4j again whenever it ends by itself, until what it returns is called. */
export function keepRunning(machine: Machine, report: Report): () => Promise<void> {
  const port = recordedServer(machine.home)?.port
  const ending = new AbortController()
  const pause = (seconds: number) =>
    delay(seconds * second, undefined, { signal: ending.signal, ref: false }).catch(() => undefined)
  const watching = watch()
  return async () => {
    ending.abort()
    await watching
  }

  async function watch(): Promise<void> {
    for (await pause(1); !ending.signal.aborted; await pause(1)) {
      if (!port || recordedServer(machine.home)) continue
      console.error('Neo4j ended by itself; what was acknowledged is kept. It is started again.')
      await startAgain(machine, port, report).catch(async (error: unknown) => {
        console.error(
          `${error instanceof Error ? error.message : String(error)} The next try is in half a minute.`,
        )
        await pause(30)
      })
    }
  }
}
