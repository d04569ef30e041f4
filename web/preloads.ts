import type { Plugin, Rolldown } from 'vite'

/**
 * What a part that is fetched later brings along is listed where it is asked for, so that all of it comes at once: here
 * without what is there by then, which would make the lists longer than some parts.
 */
export function preloads(): Plugin {
  let chunks: ReadonlyMap<string, Rolldown.OutputChunk> = new Map()
  const there = new Map<string, ReadonlySet<string>>()

  /** The files that have come once a chunk runs: those that it imports, and those of the start. */
  function thereWith(host: string): ReadonlySet<string> {
    const known = there.get(host)
    if (known) return known
    const start = [...chunks.values()].find(({ isEntry, name }) => isEntry && name === 'index')
    const files = new Set<string>()
    for (const file of [host, start?.fileName ?? host]) follow(file, files)
    there.set(host, files)
    return files
  }

  function follow(file: string, files: Set<string>): void {
    const chunk = chunks.get(file)
    if (!chunk || files.has(file)) return
    files.add(file)
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
    for (const next of chunk.imports) follow(next, files)
  }

  return {
    name: 'essaim:preloads',
    apply: 'build',
    config: () => ({
      build: {
        modulePreload: {
          resolveDependencies: (_, files, { hostId }) => files.filter((file) => !thereWith(hostId).has(file)),
        },
      },
    }),
    generateBundle: {
      order: 'pre',
      handler(_, bundle) {
        there.clear()
        chunks = new Map(
          Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one]] : [])),
        )
      },
    },
  }
}
