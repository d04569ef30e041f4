// Plain JavaScript, because a thread starts without what lets Node read TypeScript.
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { work } = await import('./work.ts')

if (parentPort) work(parentPort, workerData.access, workerData.stopped)
