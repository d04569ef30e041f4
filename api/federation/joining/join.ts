import type { Subgraph } from '../subgraph.ts'
import { additionsOf } from './changes.ts'
import type { Remote } from './federationFile.ts'
import { wholeOf, withOneMore, type Part } from './problems.ts'
import { remoteSubgraph } from './remote.ts'
import { addressOf, keepSdl, knownSdl, sdlOf } from './sdl.ts'

/** How joining went for one subgraph: what it brings, or why it stays out. */
export type Joining = { remote: Remote } & (
  { sdl: string; added: { types: string[]; fields: string[] } } | { sdl?: undefined; problems: string[] }
)

/** Tries each subgraph with all that joined before it, in the order of the file. */
export async function tryJoining(remotes: Remote[], ours: Part[]): Promise<Joining[]> {
  const told = await Promise.all(remotes.map(ask))
  let whole = wholeOf(ours)
  return told.map(({ remote, sdl, silence }) => {
    if (sdl === undefined) return { remote, problems: [silence] }
    const before = whole
    const after = withOneMore({ name: remote.name, sdl }, before)
    if (Array.isArray(after)) return { remote, problems: after }
    whole = after
    return { remote, sdl, added: additionsOf(before.schema, after.schema) }
  })
}

/**
 * The subgraphs that join ours at a start. One that is silent, or that has become another than fits, joins as it was when
 * it joined last; a start never fails because of somebody else. What does not go as the file says is told.
 */
export async function joinAtStart(
  remotes: Remote[],
  ours: Part[],
  home: string,
  tell: (line: string) => void = console.error,
): Promise<Subgraph[]> {
  if (!remotes.length) return []
  const joined: Subgraph[] = []
  let whole = wholeOf(ours)
  const joins = (remote: Remote, sdl: string): string[] => {
    const after = withOneMore({ name: remote.name, sdl }, whole)
    if (Array.isArray(after)) return after
    whole = after
    joined.push(remoteSubgraph(remote, sdl, ours))
    return []
  }
  for (const { remote, sdl, silence } of await Promise.all(remotes.map(ask))) {
    const problems = sdl === undefined ? [silence] : joins(remote, sdl)
    if (sdl !== undefined && !problems.length) {
      keepQuietly(home, remote, sdl, tell)
      continue
    }
    const known = knownSdl(home, remote)
    const isIn = known !== undefined && !joins(remote, known).length
    const outcome = isIn
      ? 'It joins as it was when it joined last.'
      : 'It is left out until the next start; `npm run essaim -- compose` says whether it will fit then.'
    tell([`subgraph ${remote.name} (${addressOf(remote)}):`, ...problems, outcome].join('\n  '))
  }
  return joined
}

type Told =
  { remote: Remote; sdl: string; silence?: undefined } | { remote: Remote; sdl?: undefined; silence: string }

const ask = (remote: Remote): Promise<Told> =>
  sdlOf(remote).then(
    (sdl) => ({ remote, sdl }),
    (error: unknown) => ({ remote, silence: error instanceof Error ? error.message : String(error) }),
  )

function keepQuietly(home: string, remote: Remote, sdl: string, tell: (line: string) => void): void {
  try {
    keepSdl(home, remote, sdl)
  } catch (error) {
    tell(`the SDL of ${remote.name} could not be kept for a start without it: ${String(error)}`)
  }
}
