import { config } from '../config.ts'
import { openStore } from '../neo4j/store.ts'
import type { Store } from '../neo4j/store.ts'
import { progress } from '../progress.mjs'

/** Opens the graph for one command, closes it after; an error becomes its sentence and exit code 1. */
export async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  try {
    const store = await openStore(config, progress)
    try {
      await work(store)
    } finally {
      await store.close()
    }
  } catch (error) {
    console.error(`essaim: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
