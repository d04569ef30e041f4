import neo4j, { int, Neo4jError, type Driver, type QueryResult } from 'neo4j-driver'
import { outOfTime, refusal } from './errors.ts'

export type Read = (text: string, parameters: Record<string, unknown>) => Promise<QueryResult>

/** What every operation is given: how to read. */
export type Context = {
  read: Read
  /** Where the library sends its statements: the same way as ours. */
  executionContext: { run: Read }
  /** What the library adds to the parameters of its statements. */
  cypherParams?: { given: Record<string, unknown> }
  /** Aborts when nobody waits for the answer any more. */
  gone?: AbortSignal
}

export const contextOf = (read: Read, gone?: AbortSignal): Context => ({
  read,
  executionContext: { run: read },
  gone,
})

/** Milliseconds for all statements of a request, when nobody says otherwise. */
export const usualPatience = 10_000

/**
 * Reads by one statement at a time, each with its own session; a connection that died since is replaced once.
 * Neo4j ends what takes more milliseconds than `patience`. Reading for somebody, all statements together have that time,
 * and they end when `gone` says that nobody waits any more.
 */
export function reading(
  driver: Driver,
  database: string,
  patience = usualPatience,
  gone?: AbortSignal,
): Read {
  const end = Date.now() + patience
  async function once(text: string, parameters: Record<string, unknown>) {
    if (gone?.aborted) throw nobodyWaits()
    const timeout = gone ? end - Date.now() : patience
    if (timeout <= 0) throw outOfTime()
    const session = driver.session({
      database,
      defaultAccessMode: neo4j.session.READ,
      bookmarkManager: driver.executeQueryBookmarkManager,
    })
    // It resets the connection, at which Neo4j ends what runs on it.
    const leave = () => void session.close().catch(() => undefined)
    gone?.addEventListener('abort', leave)
    try {
      return await session.run(text, parameters, { timeout })
    } finally {
      gone?.removeEventListener('abort', leave)
      await session.close()
    }
  }
  return (text, parameters) =>
    once(text, parameters).catch((error: unknown) => {
      if (gone?.aborted) throw nobodyWaits()
      if (error instanceof Neo4jError && error.retriable && isLostConnection(error))
        return once(text, parameters)
      throw error
    })
}

export const nobodyWaits = () => refusal('UNAVAILABLE', 'Who asked this has gone.')

/**
 * The rows of a statement that reads its parameters from `$given`, named after what it returns. Neo4j keeps a plan for each
 * choice of types of parameters, NULL being one, and planning takes longer than answering does.
 */
export async function rows<Row>(read: Read, text: string, given: Record<string, unknown>): Promise<Row[]> {
  const { records } = await read(`CYPHER 5\n${text}`, { given: withIntegers(given) })
  // The driver's own way to make objects takes half as long again as reading them.
  const keys = records[0]?.keys.map(String) ?? []
  return records.map((record) => {
    const row: Record<string, unknown> = {}
    keys.forEach((key, at) => {
      row[key] = record.get(at)
    })
    return row as Row
  })
}

// The driver sends every number as a float, which LIMIT refuses.
export const withIntegers = (parameters: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      Number.isInteger(value) ? int(value as number) : value,
    ]),
  )

const isLostConnection = ({ code }: Neo4jError) => code === 'SessionExpired' || code === 'ServiceUnavailable'
