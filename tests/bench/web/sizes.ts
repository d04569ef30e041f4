import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'

const config = fileURLToPath(new URL('../../../web/vite.config.ts', import.meta.url))

export type Sizes = {
  start: number
  css: number
  map: OfPage
  tree: OfPage
  territories: OfPage
  /** Of France, which the map of territories draws. */
  contours: number
  worker: number
  lazy: [string, number][]
}

/**
 * What a page brings before its picture is first drawn, beside the start: `own` is every chunk that holds code of the
 * page's folder, in as many as it was parted into; `all` counts those that it shares with other pages as well.
 */
type OfPage = { own: number; all: number }

/** Bytes after gzip of what the web is built into; a page counts what it brings beside the start. */
export async function builtSizes(): Promise<Sizes> {
  const built = await build({ configFile: config, logLevel: 'error', build: { write: false } })
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  const chunks = new Map(outputs.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one]] : [])))
  const assets = outputs.filter((one) => one.type === 'asset')
  const start = entry(chunks, 'index')
  const first = closure(chunks, start)
  const page = (folder: string, ...names: string[]): OfPage => {
    const needed = new Set(names.flatMap((name) => [...closure(chunks, named(chunks, name))]))
    const brought = [...needed].flatMap((file) => (first.has(file) ? [] : (chunks.get(file) ?? [])))
    const own = brought.filter(({ moduleIds }) => moduleIds.some((id) => id.includes(`/web/${folder}/`)))
    return { own: sum(own), all: sum(brought) }
  }
  const worker = assets.filter(({ fileName }) => fileName.includes('worker'))
  const styleNames = new Set(
    [...first].flatMap((file) => [...(chunks.get(file)?.viteMetadata?.importedCss ?? [])]),
  )
  const styles = assets.filter(({ fileName }) => styleNames.has(fileName))
  return {
    start: sum([...first].map((file) => chunks.get(file))),
    css: styles.reduce((all, { source }) => all + zipped(source), 0),
    map: page('partner-map', 'PartnerMapPage'),
    tree: page('dissemination', 'DisseminationPage'),
    // The page fetches its desk beside the answer, and draws nothing without it.
    territories: page('territory-map', 'TerritoryMapPage', 'TerritoryDesk'),
    contours: zipped(named(chunks, 'france').code),
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
