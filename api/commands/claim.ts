import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning, readRecord, thisProcess, withLock, type ProcessId } from '../processes.mjs'

type Running = ProcessId & { home: string; address?: string }

export type Claim = { tell(address: string): void; release(): void }

/** Makes this process the one that serves the home; when another one does, says which and where. */
export async function claim(home: string): Promise<Claim | { running: string }> {
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const path = join(home, 'essaim.json')
  const write = (address?: string) =>
    writeFileSync(path, JSON.stringify({ ...thisProcess(), home, address }, null, 2))
  return withLock(join(home, 'claim'), async () => {
    const other = readRecord(path) as Running | undefined
    if (other?.home === home && isRunning(other)) return { running: describe(other) }
    write()
    return { tell: write, release: () => rmSync(path, { force: true }) }
  })
}

function describe({ pid, home, address }: Running): string {
  const where = address ? `at ${address}` : 'and is still starting; it prints its address when it is ready'
  return `Essaim runs already on ${home} (process ${pid}) ${where}. It is left alone: stop it by \`kill ${pid}\`, or start a second one with another ESSAIM_HOME.`
}
