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
    neo4j: Access
  }
}

/** One Neo4j for the whole run: a second project finds the first one's on the same home, and the last one stops it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = join(tmpdir(), `essaim-test-${process.pid}`)
  const config = readConfig({ ...process.env, ESSAIM_HOME: home })
  const { stop, uri, user, password, database } = await startEmbedded(config, progress, {
    heap: '512m',
    pageCache: '64m',
  })
  const driver = connectTo({ uri, user, password, database })
  await migrate(driver, database).finally(() => driver.close())
  project.provide('neo4j', { uri, user, password, database })
  return async () => {
    if (await stop()) rmSync(home, { recursive: true, force: true })
  }
}
