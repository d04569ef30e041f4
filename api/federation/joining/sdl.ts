import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asking, NoAnswer } from './ask.ts'
import type { Remote } from './federationFile.ts'

// Once at a start, where waiting costs less than a subgraph that is missing.
const patience = 5_000

/** The SDL of a subgraph, from its file or asked from itself; throws a sentence. */
export async function sdlOf(remote: Remote): Promise<string> {
  if (remote.sdl !== undefined) return readSdl(remote.sdl)
  try {
    const answer = await asking(remote)({ query: '{ _service { sdl } }' }, Math.max(patience, remote.timeout))
    const sdl = (answer as { data?: { _service?: { sdl?: unknown } } } | null)?.data?._service?.sdl
    if (typeof sdl === 'string') return sdl
    throw new NoAnswer('does not tell its SDL: `{ _service { sdl } }` must be answered by a text')
  } catch (error) {
    if (error instanceof NoAnswer) throw new Error(`It ${error.detail}.`, { cause: error })
    throw error
  }
}

function readSdl(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split(',')[0] : String(cause)
    throw new Error(`Its SDL ${file} can't be read (${reason}).`, { cause })
  }
}

/** Where a subgraph answers, without what only its owner knows. */
export function addressOf({ url }: Remote): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}

/** The SDL with which this subgraph joined last, when it did from the same address. */
export function knownSdl(home: string, remote: Remote): string | undefined {
  try {
    const kept = readFileSync(fileOf(home, remote), 'utf8')
    const start = heading(remote)
    return kept.startsWith(start) ? kept.slice(start.length) : undefined
  } catch {
    return undefined
  }
}

/** Keeps the SDL with which a subgraph joined; throws when the folder can't be written. */
export function keepSdl(home: string, remote: Remote, sdl: string): void {
  const file = fileOf(home, remote)
  mkdirSync(join(home, 'federation'), { recursive: true })
  writeFileSync(`${file}.new`, heading(remote) + sdl)
  renameSync(`${file}.new`, file)
}

const fileOf = (home: string, { name }: Remote) => join(home, 'federation', `${name}.graphql`)
const heading = (remote: Remote) => `# ${remote.name} at ${addressOf(remote)}\n`
