import { existsSync, readFileSync } from 'node:fs'
import { places } from './home.ts'
import type { Java } from './java.ts'

/** Why Neo4j did not start, by its own words (in its log, or told as a fault), and what to do about it. */
export function startFailure(home: string, java: Java, what: string, fault: string): Error {
  const { log, debugLog } = places(home)
  const said = existsSync(log) ? readFileSync(log, 'utf8') : ''
  return new Error(
    `Neo4j ${what} on ${home}: ${remedy(fault ? `${said}\nCaused by: ${fault}` : said, home, java)} Its log: ${log}, in more detail ${debugLog}`,
  )
}

function remedy(said: string, home: string, java: Java): string {
  if (/No space left on device/i.test(said)) {
    return 'the disk is full. Free about 1 GB, or move the folder with ESSAIM_HOME.'
  }
  if (/FileLockException|locked by another process/i.test(said)) {
    return 'another Neo4j, which Essaim did not start, has this folder open. Stop it, or choose another folder with ESSAIM_HOME.'
  }
  if (/insufficient memory|Could not reserve enough space|OutOfMemoryError/i.test(said)) {
    return 'there is not enough memory (about 1 GB). Close something, then start again.'
  }
  if (/UnsupportedClassVersionError/.test(said)) {
    return `Java ${java.major} is too old. Install Java 17 or 21.`
  }
  const newer =
    java.major > 21 ? ` Neo4j 5.26 is made for Java 17 or 21, and this is Java ${java.major}.` : ''
  return `${cause(said)}${newer} If the data is damaged, move ${home} aside to keep it, or run \`npm run essaim -- reset --yes\`, which deletes it; then start again.`
}

/** The deepest cause in Neo4j's log, which is the one that means something. */
function cause(said: string): string {
  const lines = said.split('\n').filter((line) => /^Caused by:|\bERROR\b/.test(line))
  const last = lines.at(-1)?.replace(/^Caused by: |^.*?ERROR\s+/, '')
  return last ? `it said: ${last.slice(0, 300).replace(/\.+$/, '')}.` : 'it gave no reason.'
}
