import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from '../processes.mjs'
import type { Report } from './report.ts'
import { checkFolder } from './folder.ts'

const pom = join(import.meta.dirname, 'pom.xml')
const jarsSize = 400e6

/** The folder of Neo4j's jars (in `libs`) and of what Java derives from them; fetched by Maven the first time. */
export async function fetchJars(cache: string, report: Report): Promise<string> {
  const hash = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 8)
  const folder = join(cache, `neo4j-5.26.30-${hash}`)
  if (existsSync(folder)) return folder
  checkFolder(cache, jarsSize)
  return withLock(join(cache, 'fetching'), async () => {
    if (!existsSync(folder)) await report("Neo4j's jars fetched by Maven", () => copyJars(cache, folder))
    return folder
  })
}

async function copyJars(cache: string, folder: string): Promise<void> {
  // A half copy never gets the final name.
  const half = join(cache, `half-${process.pid}`)
  const log = join(cache, 'maven.log')
  mkdirSync(half, { recursive: true })
  try {
    await maven(
      ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${half}/libs`],
      log,
    )
    renameSync(half, folder)
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
}

async function maven(goal: string[], log: string): Promise<void> {
  const output = openSync(log, 'w')
  const child = spawn('mvn', ['--batch-mode', '--strict-checksums', '--file', pom, ...goal], {
    stdio: ['ignore', output, output],
  })
  const stop = () => child.kill('SIGTERM')
  process.once('exit', stop)
  try {
    const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
    if (code !== 0) throw new Error(mavenFailure(readFileSync(log, 'utf8'), log))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error(
      'Maven is missing: no mvn command on this machine. It fetches Neo4j once: install it (Debian and Ubuntu: apt-get install maven; macOS: brew install maven), or run `docker compose up`, which needs neither Java nor Maven.',
      { cause: error },
    )
  } finally {
    process.off('exit', stop)
    closeSync(output)
  }
}

/** What to do about a failed Maven run, by what it printed. */
export function mavenFailure(output: string, log: string): string {
  const reason =
    output
      .split('\n')
      .find((line) => line.startsWith('[ERROR]'))
      ?.slice(8, 300) ?? 'it printed no error'
  const remedy = /No space left/i.test(output)
    ? 'the disk is full: free about 1 GB, then start again'
    : /checksum/i.test(output)
      ? 'what arrived does not match its checksum, so nothing was kept: start again, and look at the proxy or mirror if it stays so'
      : 'the machine needs a way to Maven Central this once (a proxy or mirror belongs into ~/.m2/settings.xml): start again when it has one'
  return `Maven could not fetch Neo4j: ${remedy}. It said: ${reason.trim()} (all of it in ${log})`
}
