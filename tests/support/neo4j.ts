import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { readConfig } from '../../api/config.ts'
import type { Access } from '../../api/neo4j/answer.ts'
import { startEmbedded } from '../../api/neo4j/embedded.ts'
import { migrate } from '../../api/neo4j/migrate.ts'
import { connectTo } from '../../api/neo4j/store.ts'
import { progress } from '../../api/progress.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    neo4j: Access[]
  }
}

/** A Neo4j a worker for the whole run: a second project finds the first one's on the same homes, the last stops them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.listenerCount('SIGTERM', leave) === 0) process.once('SIGTERM', leave)
  const workers = Array.from({ length: project.config.maxWorkers || 1 }, (_, at) => at + 1)
  // One after the other: the first one fetches what all of them need.
  const started: Awaited<ReturnType<typeof startFor>>[] = []
  for (const worker of workers) started.push(await startFor(worker))
  project.provide(
    'neo4j',
    started.map(({ access }) => access),
  )
  return async () => {
    await Promise.all(started.map(({ end }) => end()))
  }
}

// Whoever ends the run ends its servers too: they stop as this process exits.
function leave(): void {
  process.exit(143)
}

async function startFor(worker: number): Promise<{ access: Access; end: () => Promise<void> }> {
  const home = join(tmpdir(), `essaim-test-${process.pid}-${worker}`)
  const config = readConfig({ ...process.env, ESSAIM_HOME: home })
  const { stop, uri, user, password, database } = await startEmbedded(config, progress, {
    heap: '512m',
    pageCache: '64m',
    isBrief: true,
  })
  const driver = connectTo({ uri, user, password, database })
  await migrate(driver, database).finally(() => driver.close())
  const end = async () => {
    if (await stop()) rmSync(home, { recursive: true, force: true })
  }
  return { access: { uri, user, password, database }, end }
}
