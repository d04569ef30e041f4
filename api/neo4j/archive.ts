import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { processStart } from '../processes.mjs'
import type { Java } from './java.ts'

// A start that failed leaves an archive of a few megabytes that helps nobody; a whole one has about 80.
const smallest = 30e6

/** Java's flags that use the class-data archive, or let the server write one when it stops (`made`). */
export function archiveFlags(jars: string, java: Java): { flags: string[]; made?: string } {
  forgetAbandoned(jars)
  const archive = archiveOf(jars, java.build)
  if (existsSync(archive)) return { flags: [`-XX:SharedArchiveFile=${archive}`, '-Xshare:auto'] }
  const made = `${archive}.${process.pid}-${Date.now()}`
  // The first start is quicker without the optimising compiler, and every later one has the archive.
  return { flags: ['-XX:TieredStopAtLevel=1', `-XX:ArchiveClassesAtExit=${made}`], made }
}

// Whoever was killed before it could keep the archive left a hundred megabytes.
function forgetAbandoned(jars: string): void {
  for (const name of readdirSync(jars)) {
    const maker = /\.jsa\.(\d+)-\d+$/.exec(name)?.[1]
    if (maker && processStart(Number(maker)) === undefined) rmSync(join(jars, name), { force: true })
  }
}

/** Keeps the archive that a cleanly stopped server wrote, when it is whole. */
export function keepArchive(made: string | undefined, isClean: boolean): void {
  if (!made || !existsSync(made)) return
  const isWhole = isClean && statSync(made).size > smallest
  if (isWhole) renameSync(made, made.replace(/\.\d+-\d+$/, ''))
  else rmSync(made, { force: true })
}

const archiveOf = (jars: string, build: string) => join(jars, `classes-${build}.jsa`)
