import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'

export type Java = {
  command: string
  major: number
  /** Differs between any two Java builds: a class-data archive serves the one that made it. */
  build: string
}

const oldest = 17
const remedy =
  'install Java 17 or 21 (Debian and Ubuntu: apt-get install openjdk-17-jre-headless; macOS: brew install openjdk@21), or run `docker compose up`, which needs neither Java nor Maven'

/** The Java of JAVA_HOME, else of PATH; throws what to do when there is none or it is too old for Neo4j. */
export async function findJava(javaHome: string | undefined): Promise<Java> {
  const command = javaHome ? join(javaHome, 'bin', 'java') : 'java'
  const said = await promisify(execFile)(command, ['-version']).catch((error: NodeJS.ErrnoException) => {
    const place = javaHome ? `JAVA_HOME has no ${command} that runs` : 'no java command on this machine'
    throw new Error(`Java is missing: ${place} (${error.code}). The embedded Neo4j needs it: ${remedy}.`)
  })
  const major = majorVersion(said.stderr + said.stdout)
  if (major === undefined || major < oldest) {
    const found = major === undefined ? 'of unknown version' : String(major)
    throw new Error(
      `Java ${found} is too old for Neo4j 5.26, which needs Java 17 (found: ${command}): ${remedy}.`,
    )
  }
  const build = createHash('sha256').update(said.stderr).digest('hex').slice(0, 8)
  return { command, major, build }
}

/** `1.8.0_392` is Java 8; `17.0.15`, `21-ea` and `21` say it first. */
export function majorVersion(said: string): number | undefined {
  const version = /version "(?:1\.)?(\d+)/.exec(said)
  return version ? Number(version[1]) : undefined
}
