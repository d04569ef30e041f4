import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import neo4j from 'neo4j-driver'
import type { Driver, ManagedTransaction, Session } from 'neo4j-driver'
import { statement } from '../statements.ts'

const productMigrations = fileURLToPath(new URL('../../cypher/migrations/', import.meta.url))

export type Migrated = { applied: string[] }
type Migration = { id: string; file: string; checksum: string; statements: string[] }

/**
 * Brings the graph to where this version wants it: constraints and indexes (already there: left alone), then each file
 * of the folder once, in order, in a transaction of its own. A statement that changes more than one transaction can hold
 * says IN TRANSACTIONS: it is run before those of its file, commits as it goes, and must be one that can be run again.
 * @throws when a file that was applied has changed since, or when the graph knows a migration that this version doesn't
 */
export async function migrate(
  driver: Driver,
  database: string,
  folder: string = productMigrations,
): Promise<Migrated> {
  const migrations = migrationsIn(folder)
  const session = driver.session({ database, defaultAccessMode: neo4j.session.WRITE })
  try {
    const wanted = [
      ...statements(statement('constraints.cypher')),
      ...statements(statement('indexes.cypher')),
    ]
    for (const text of wanted) await ensure(session, text)
    await session.run('CALL db.awaitIndexes(300)', {}, { timeout: 310_000 })
    await verify(session, wanted)
    const applied: string[] = []
    for (const migration of await waiting(session, migrations)) {
      for (const text of migration.statements.filter(commitsAsItGoes))
        await session.run(text, {}, { timeout: 600_000 })
      const isMine = await session.executeWrite((tx) => apply(tx, migration), { timeout: 600_000 })
      if (isMine) applied.push(migration.file)
    }
    return { applied }
  } finally {
    await session.close()
  }
}

function migrationsIn(folder: string): Migration[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.cypher')) : []
  const migrations = files.sort().map((file) => {
    const id = /^(V\d{4})__\w+\.cypher$/.exec(file)?.[1]
    if (!id || id === 'V0000')
      throw new Error(`${folder}${file}: a migration is named V0001__what_it_does.cypher`)
    const text = readFileSync(`${folder}/${file}`, 'utf8')
    const checksum = createHash('sha256').update(text).digest('hex')
    return { id, file, checksum, statements: statements(text) }
  })
  for (const [at, { id, file }] of migrations.entries()) {
    const before = migrations[at - 1]
    if (before?.id === id) throw new Error(`${folder}: ${before.file} and ${file} have the same number`)
  }
  return migrations
}

/** The statements of a file, without its comments; a `;` at the end of a line parts them. */
export function statements(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('//'))
    .join('\n')
    .split(/;\s*$/m)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

const commitsAsItGoes = (text: string) => /\bIN TRANSACTIONS\b/.test(text)

async function ensure(session: Session, text: string): Promise<void> {
  try {
    await session.executeWrite((tx) => tx.run(text))
  } catch (error) {
    // Two processes that start at once both find nothing, and the slower one is told that it is there now.
    if (!(error instanceof neo4j.Neo4jError && /AlreadyExists$/.test(error.code))) throw error
  }
}

/** `IF NOT EXISTS` says nothing when an equal index of another name stands in the way: look. */
async function verify(session: Session, wanted: string[]): Promise<void> {
  const names = wanted
    .filter((text) => !text.startsWith('DROP'))
    .map((text) => /(?:CONSTRAINT|INDEX) (\w+) IF NOT EXISTS/.exec(text)?.[1] ?? text)
  const { records } = await session.run('SHOW INDEXES YIELD name RETURN collect(name) AS names')
  const present = records[0]?.get('names') as string[]
  const missing = names.filter((name) => !present.includes(name))
  if (missing.length === 0) return
  throw new Error(
    `the graph has no index called ${missing.join(', ')}: one of another name covers the same properties; drop that one`,
  )
}

/** What is still to be done, after a look without a lock: most starts have nothing to do. */
async function waiting(session: Session, migrations: Migration[]): Promise<Migration[]> {
  const done = await session.executeRead((tx) => checksums(tx))
  const unknown = [...done.keys()].filter((id) => !migrations.some((migration) => migration.id === id))
  if (unknown.length) {
    throw new Error(
      `the graph was changed by ${unknown.join(', ')}, which this version of Essaim does not know: start a newer one`,
    )
  }
  return migrations.filter((migration) => !isDone(migration, done))
}

async function apply(tx: ManagedTransaction, migration: Migration): Promise<boolean> {
  await tx.run(statement('exchange/lock.cypher'), { now: new Date().toISOString() })
  if (isDone(migration, await checksums(tx))) return false
  for (const text of migration.statements) if (!commitsAsItGoes(text)) await tx.run(text)
  await tx.run(statement('exchange/migrations.record.cypher'), {
    id: migration.id,
    checksum: migration.checksum,
    now: new Date().toISOString(),
  })
  return true
}

async function checksums(tx: ManagedTransaction): Promise<Map<string, string>> {
  const { records } = await tx.run(statement('exchange/migrations.known.cypher'))
  return new Map(records.map((row) => [row.get('id') as string, row.get('checksum') as string]))
}

function isDone({ id, file, checksum }: Migration, done: ReadonlyMap<string, string>): boolean {
  const known = done.get(id)
  if (known === undefined) return false
  if (known === checksum) return true
  throw new Error(
    `${file} has changed since it was applied to this graph: put its text back, and make the change in a new migration`,
  )
}
