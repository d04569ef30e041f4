import { Worker } from 'node:worker_threads'
import type { Figures } from './compute.ts'
import type { Links } from './snapshot.ts'

export type Computation = {
  figures: Promise<Figures>
  positions: Promise<Float32Array>
  /** Ends the thread; what was not told by then never is. */
  stop(): Promise<void>
}

type Told = { figures: Figures } | { positions: Float32Array }

const script = new URL('./worker.mjs', import.meta.url)

/**
 * Computes in a thread of its own, which ends with the work. When it fails, or wants more than 2 GB, what is promised
 * fails and nothing else. The arrays of the links are handed over: nobody else can read them any more.
 */
export function inThread(links: Links, file: URL = script): Computation {
  const transferList = Object.values(links).flatMap((part) =>
    typeof part === 'number' ? [] : [part.buffer as ArrayBuffer],
  )
  const worker = new Worker(file, {
    workerData: links,
    transferList,
    resourceLimits: { maxOldGenerationSizeMb: 2_048 },
  })
  worker.unref()
  const told = <Part>(partOf: (message: Told) => Part | undefined) =>
    new Promise<Part>((resolve, reject) => {
      worker.on('message', (message: Told) => {
        const part = partOf(message)
        if (part !== undefined) resolve(part)
      })
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`the thread that computes ended with code ${code}`)))
    })
  const figures = told((message) => ('figures' in message ? message.figures : undefined))
  const positions = told((message) => ('positions' in message ? message.positions : undefined))
  // Whoever awaits one hears of a failure; the other one must not end the process.
  figures.catch(() => undefined)
  positions.catch(() => undefined)
  return { figures, positions, stop: async () => void (await worker.terminate()) }
}
