import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Report } from '../neo4j/report.ts'
import { withLock } from '../processes.mjs'

const root = resolve(import.meta.dirname, '..', '..')
const stamp = join(root, 'web', 'dist', '.sources')
const generated = /^(dist|node_modules|graphql-env\.d\.ts)/

/** Builds the web into web/dist, unless it was built from these very sources. */
export async function buildWeb(report: Report): Promise<void> {
  if (isBuilt()) return
  await withLock(join(root, 'node_modules', '.essaim-web'), async () => {
    if (isBuilt()) return
    await report('web built', async () => {
      const sources = sourcesHash()
      // Vite is a development package: an image that brings web/dist has none.
      const { build } = await import('vite')
      await build({ configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'error' })
      writeFileSync(stamp, sources)
    })
  })
}

function isBuilt(): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash()
}

function sourcesHash(): string {
  const web = readdirSync(join(root, 'web'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, 'web').length + 1))
    .filter((path) => !generated.test(path))
    .sort()
    .map((path) => join('web', path))
  const hash = createHash('sha256')
  for (const path of [...web, 'api/contract.graphql', 'package-lock.json']) {
    hash.update(path).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}
