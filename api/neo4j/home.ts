import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning, readRecord, thisProcess, type ProcessId } from '../processes.mjs'

/** Where a home keeps what; `server` is Neo4j's own home. */
export const places = (home: string) => ({
  server: join(home, 'neo4j'),
  conf: join(home, 'neo4j', 'conf'),
  data: join(home, 'neo4j', 'data'),
  log: join(home, 'neo4j.log'),
  debugLog: join(home, 'neo4j', 'logs', 'debug.log'),
  password: join(home, 'neo4j.password'),
  record: join(home, 'neo4j.json'),
  users: join(home, 'users'),
  lock: join(home, 'lock'),
})

/** The Neo4j that a home started; its path is in it, because a copied home must not claim the original's. */
export type Recorded = ProcessId & { home: string; port: number; archive?: string | undefined }

export function recordedServer(home: string): Recorded | undefined {
  const record = readRecord(places(home).record) as Recorded | undefined
  return record?.home === home && isRunning(record) ? record : undefined
}

export function recordServer(server: Recorded): void {
  writeFileSync(places(server.home).record, JSON.stringify(server, null, 2))
}

export function forgetServer(home: string): void {
  rmSync(places(home).record, { force: true })
}

/** Notes that this process uses the home's Neo4j; what it returns takes the note back. */
export function registerUser(home: string): () => void {
  const { users } = places(home)
  mkdirSync(users, { recursive: true })
  const note = join(users, `${process.pid}-${randomBytes(6).toString('hex')}.json`)
  writeFileSync(note, JSON.stringify({ ...thisProcess(), home }))
  return () => rmSync(note, { force: true })
}

/** Is any living process using the home's Neo4j? Notes of dead ones are swept away. */
export function hasUsers(home: string): boolean {
  const { users } = places(home)
  if (!existsSync(users)) return false
  const notes = readdirSync(users).map((name) => join(users, name))
  const alive = notes.filter((note) => {
    const user = readRecord(note) as (ProcessId & { home: string }) | undefined
    return user?.home === home && isRunning(user)
  })
  for (const note of notes) if (!alive.includes(note)) rmSync(note, { force: true })
  return alive.length > 0
}

/** The home's password, made at its first start in a file that only its owner reads. */
export function passwordOf(home: string): string {
  const { password, data } = places(home)
  if (existsSync(password)) return readFileSync(password, 'utf8').trim()
  if (existsSync(data)) {
    throw new Error(
      `${password} is missing, and without it the data in ${home} can't be opened: put the file back, or move ${home} aside and start afresh.`,
    )
  }
  const made = randomBytes(24).toString('base64url')
  // AdminTool reads the file as an argument: a dash first would make it an option.
  writeFileSync(password, `p${made}\n`, { mode: 0o600, flag: 'wx' })
  return `p${made}`
}
