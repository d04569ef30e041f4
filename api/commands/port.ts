import { createServer } from 'node:net'
import type { Config } from '../config.ts'

const first = 4000
const last = 4099

/** Throws at once, before the slow steps, when the port that was asked for is taken. */
export async function checkPort({ host, port }: Config): Promise<void> {
  if (port === undefined) return
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(portError(error, host, port)))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

/** Listens on PORT, else on 4000 or the next port that is free. */
export async function listen<T>({ host, port }: Config, on: (port: number) => Promise<T>): Promise<T> {
  for (let candidate = port ?? first; ; candidate++) {
    try {
      return await on(candidate)
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      if (isTaken && port === undefined && candidate < last) continue
      throw portError(error, host, candidate)
    }
  }
}

function portError(error: unknown, host: string, port: number): unknown {
  const remedies: Record<string, string> = {
    EADDRINUSE: `port ${port} of ${host} is taken by another program. Stop that one, or choose another: PORT=${port + 1} npm start.`,
    EACCES: `port ${port} needs rights that this user has not. Choose one above 1023: PORT=4000 npm start.`,
    EADDRNOTAVAIL: `${host} is no address of this machine. Choose another HOST, 127.0.0.1 for this machine alone.`,
  }
  const remedy = remedies[(error as NodeJS.ErrnoException).code ?? '']
  return remedy ? new Error(remedy) : error
}
