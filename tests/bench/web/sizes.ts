import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'

const config = fileURLToPath(new URL('../../../web/vite.config.ts', import.meta.url))

export type Sizes = {
  start: number
  css: number
  /** Of a page: its own chunk, and with the chunks that it shares with others. */
  map: { own: number; all: number }
  tree: { own: number; all: number }
  /** Of the map of territories: what asks, what draws it, and the contours of France that it draws. */
  territories: { page: number; drawing: number; contours: number }
  worker: number
  lazy: [string, number][]
}

/** Bytes after gzip of what the web is built into; a page counts what it brings beside the start. */
export async function builtSizes(): Promise<Sizes> {
  const built = await build({ configFile: config, logLevel: 'error', build: { write: false } })
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  const chunks = new Map(outputs.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one]] : [])))
  const assets = outputs.filter((one) => one.type === 'asset')
  const start = entry(chunks, 'index')
  const first = closure(chunks, start)
  const page = (name: string) => {
    const own = named(chunks, name)
    const brought = [...closure(chunks, own)].filter((file) => !first.has(file))
    return { own: zipped(own.code), all: sum(brought.map((file) => chunks.get(file))) }
  }
  // A folder's own code, in as many chunks as it was parted into, without what came before.
  const ofTerritories = (name: string, before: ReadonlySet<string> = new Set()) =>
    sum(
      [...closure(chunks, named(chunks, name))]
        .filter((file) => !before.has(file) && !first.has(file))
        .map((file) => chunks.get(file))
        .filter((chunk) => chunk?.moduleIds.some((id) => id.includes('/territory-map/'))),
    )
  const worker = assets.filter(({ fileName }) => fileName.includes('worker'))
  const styleNames = new Set(
    [...first].flatMap((file) => [...(chunks.get(file)?.viteMetadata?.importedCss ?? [])]),
  )
  const styles = assets.filter(({ fileName }) => styleNames.has(fileName))
  return {
    start: sum([...first].map((file) => chunks.get(file))),
    css: styles.reduce((all, { source }) => all + zipped(source), 0),
    map: page('PartnerMapPage'),
    tree: page('DisseminationPage'),
    territories: {
      page: ofTerritories('TerritoryMapPage'),
      drawing: ofTerritories('TerritoryDesk', closure(chunks, named(chunks, 'TerritoryMapPage'))),
      contours: zipped(named(chunks, 'france').code),
    },
    worker: worker.reduce((all, { source }) => all + zipped(source), 0),
    lazy: ['ExportPanel', 'gexf', 'files'].flatMap((name): [string, number][] => {
      const chunk = [...chunks.values()].find((one) => one.name === name)
      return chunk ? [[name, zipped(chunk.code)]] : []
    }),
  }
}

type Chunks = ReadonlyMap<string, Rolldown.OutputChunk>

function closure(chunks: Chunks, from: Rolldown.OutputChunk, seen = new Set<string>()): Set<string> {
  if (seen.has(from.fileName)) return seen
  seen.add(from.fileName)
  for (const file of from.imports) {
    const next = chunks.get(file)
    if (next) closure(chunks, next, seen)
  }
  return seen
}

function named(chunks: Chunks, name: string): Rolldown.OutputChunk {
  const chunk = [...chunks.values()].find((one) => one.name === name)
  if (!chunk) throw new Error(`bench: no chunk is called ${name}`)
  return chunk
}

function entry(chunks: Chunks, name: string): Rolldown.OutputChunk {
  const chunk = [...chunks.values()].find((one) => one.isEntry && one.name === name)
  if (!chunk) throw new Error(`bench: no entry is called ${name}`)
  return chunk
}

const sum = (some: (Rolldown.OutputChunk | undefined)[]) =>
  some.reduce((all, chunk) => all + (chunk ? zipped(chunk.code) : 0), 0)
const zipped = (content: string | Uint8Array) => gzipSync(content, { level: 9 }).length
