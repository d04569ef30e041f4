// Plain JavaScript, because a thread starts without what lets Node read TypeScript.
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { compute, positions } = await import('./compute.ts')

/** @type {import('./snapshot.ts').Links} */
const links = workerData
const figures = compute(links)
parentPort?.postMessage({ figures })
parentPort?.postMessage({ positions: positions(links, figures) })
