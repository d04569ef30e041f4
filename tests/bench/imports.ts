import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readConfig } from '../../api/config.ts'
import { startEmbedded } from '../../api/neo4j/embedded.ts'
import { progress } from '../../api/progress.mjs'
import { shapes, type Shape } from './manyFiles.ts'

// What importing costs, by rows and form of file: npx tsx tests/bench/imports.ts 10000 100000 workbook json
const most = { megabytes: 512, seconds: (rows: number) => (rows > 10_000 ? 300 : 30) }
const given = process.argv.slice(2)
const sizes = given.map(Number).filter((rows) => rows > 0)
const named = given.filter((word) => !(Number(word) > 0))
const tsx = import.meta.resolve('tsx')
const essaim = fileURLToPath(new URL('../../api/commands/essaim.ts', import.meta.url))
for (const rows of sizes.length ? sizes : [10_000, 100_000])
  for (const [name, shape] of Object.entries(shapes))
    if (named.length ? named.includes(name) : name === 'rows') await measure(name, shape, rows)

/** Into an empty graph of its own, once more, and taken back. */
async function measure(name: string, shape: Shape, rows: number): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'essaim-bench-'))
  const store = await startEmbedded(readConfig({ ...process.env, ESSAIM_HOME: home }), progress)
  try {
    const files = Object.entries(shape.files(rows)).map(([file, content]) =>
      written(join(home, file), content),
    )
    const mapping = shape.mapping ? ['--mapping', written(join(home, 'many.yaml'), shape.mapping)] : []
    const { uri, user, password, pid } = store
    const env = { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password }
    const run = (what: string, args: string[], code = 0) =>
      timed({ rows, what: `${name}, ${what}`, code }, args, { env, cwd: home, neo4j: pid })
    const bring = ['import', ...files, ...mapping, ...(shape.args ?? [])]
    if (shape.isRefused) return await run('refused', bring, 1)
    await run('written', bring)
    await run('again', bring)
    await run('taken back', ['import', '--undo', '1'])
  } finally {
    await store.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

function written(path: string, content: string | Buffer): string {
  writeFileSync(path, content)
  return path
}

type Used = { seconds: number; peak: number }

async function timed(
  { rows, what, code: wanted }: { rows: number; what: string; code: number },
  args: string[],
  { env, cwd, neo4j }: { env: NodeJS.ProcessEnv; cwd: string; neo4j: number },
): Promise<void> {
  const [began, before] = [Date.now(), used(neo4j)]
  const child = spawn(process.execPath, ['--import', tsx, essaim, ...args], {
    env,
    cwd,
    stdio: ['ignore', 'pipe', wanted ? 'ignore' : 'inherit'],
  })
  const said: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => said.push(part))
  let own: Used = { seconds: 0, peak: 0 }
  const watch = setInterval(() => (own = atLeast(own, used(child.pid ?? 0))), 50)
  const [code] = (await once(child, 'exit')) as [number | null]
  clearInterval(watch)
  const store = (used(neo4j)?.seconds ?? 0) - (before?.seconds ?? 0)
  const wall = (Date.now() - began) / 1000
  console.info(
    `${rows} rows, ${what}: ${wall.toFixed(1)} s, process ${own.seconds.toFixed(1)} s of CPU and ${Math.round(own.peak)} MB at most, Neo4j ${store.toFixed(1)} s of CPU, load ${loadavg()[0]?.toFixed(1)}`,
  )
  const bars = [
    [`${most.seconds(rows)} s`, wall <= most.seconds(rows)],
    [`${most.megabytes} MB`, own.peak <= most.megabytes],
  ] as const
  console.info(`  ${bars.map(([bar, isKept]) => `${bar} ${isKept ? 'kept' : 'missed'}`).join(', ')}`)
  if (code !== wanted) throw new Error(`${what}: ended with ${code}\n${Buffer.concat(said).toString()}`)
  console.info(`  ${Buffer.concat(said).toString().trim().split('\n').slice(-3).join('\n  ')}`)
}

// Linux forgets the memory of a process while it ends.
function atLeast(one: Used, other = one): Used {
  return { seconds: other.seconds, peak: Math.max(one.peak, other.peak) }
}

/** Processor time in seconds and the most memory in MB that a process used so far, as Linux says. */
function used(pid: number): Used | undefined {
  try {
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /s, '').split(' ')
    return { seconds: (Number(fields[11]) + Number(fields[12])) / 100, peak: Number(peak ?? 0) / 1024 }
  } catch {
    return undefined
  }
}
