import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Driver, ManagedTransaction } from 'neo4j-driver'
import { readConfig } from '../../api/config.ts'
import { graphHash } from '../../api/exchange/writing/graphHash.ts'
import { checkGraph } from '../../api/exchange/writing/check.ts'
import { sweepUnlessBusy } from '../../api/exchange/writing/lock.ts'
import { startEmbedded } from '../../api/neo4j/embedded.ts'
import { migrate } from '../../api/neo4j/migrate.ts'
import { connectTo } from '../../api/neo4j/store.ts'
import { progress } from '../../api/progress.mjs'
import { stages } from './killedAt.ts'

// What a kill -9 leaves of a big import, whenever it comes, or of its undo alone: npx tsx tests/bench/killed.ts 100000 undo
const [rows = '100000', only] = process.argv.slice(2)
const home = mkdtempSync(join(tmpdir(), 'essaim-bench-'))
const store = await startEmbedded(readConfig({ ...process.env, ESSAIM_HOME: home }), progress)
const { database = 'neo4j' } = store
const driver = connectTo(store)
let isWrong = false
try {
  await migrate(driver, database)
  const empty = await told('nothing yet')
  for (const stage of only === 'undo' ? [] : stages.import) await kill('import', stage, empty)
  await run('import', 'never')
  const full = await told('all of it')
  for (const stage of stages.undo) await kill('undo', stage, stage === 'before the sweep' ? empty : full)
} finally {
  await driver.close()
  await store.stop()
  rmSync(home, { recursive: true, force: true })
}
process.exitCode = isWrong ? 1 : 0

async function kill(act: string, stage: string, wanted: string): Promise<void> {
  const signal = await run(act, stage)
  const left = await staged(driver)
  const isSame = (await hash()) === wanted
  const after = await swept()
  const { breaches } = await session((graph) => checkGraph(graph))
  const isStill = (await hash()) === wanted
  isWrong ||= signal !== 'SIGKILL' || !isSame || !isStill || breaches.length > 0
  console.info(
    `${act}, ${stage}: ended by ${String(signal)}; the graph says ${isSame ? 'what it should' : 'SOMETHING ELSE'}, ${left} hidden records left; ${after} s later swept, ${isStill ? 'the same' : 'NOT THE SAME'}, ${breaches.length} breaches`,
  )
}

async function run(act: string, stage: string): Promise<string | null> {
  const script = fileURLToPath(new URL('killedAt.ts', import.meta.url))
  const { uri, user, password } = store
  const child = spawn(process.execPath, ['--import', 'tsx', script, act, stage, rows], {
    env: { ...process.env, BENCH_NEO4J: JSON.stringify({ uri, user, password, database }) },
    stdio: 'inherit',
  })
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
  return signal
}

/** As the next import does: once Neo4j has noticed that nobody writes any longer. */
async function swept(): Promise<string> {
  const began = Date.now()
  while ((await staged(driver)) > 0 && Date.now() - began < 600_000) await sweepUnlessBusy(driver, database)
  return ((Date.now() - began) / 1000).toFixed(1)
}

async function told(what: string): Promise<string> {
  const now = await hash()
  console.info(`${what}: ${now.slice(0, 16)}…`)
  return now
}

function hash(): Promise<string> {
  return session((graph) => graphHash(graph))
}

async function session<T>(work: (graph: ManagedTransaction) => Promise<T>): Promise<T> {
  const opened = driver.session({ database })
  return opened.executeRead(work, { timeout: 600_000 }).finally(() => opened.close())
}

async function staged(from: Driver): Promise<number> {
  const { records } = await from.executeQuery(
    'MATCH (node:Staged) RETURN count(node) AS total',
    {},
    { database },
  )
  return Number(records[0]?.get('total'))
}
