import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readConfig } from '../../api/config.ts'
import { eraseUnused } from '../../api/neo4j/embedded.ts'
import { recordedServer } from '../../api/neo4j/home.ts'
import { silently } from '../../api/neo4j/report.ts'
import { openStore, type Store } from '../../api/neo4j/store.ts'
import { processStart } from '../../api/processes.mjs'
import { run } from '../support/program.ts'

const home = mkdtempSync(join(tmpdir(), 'essaim-test-'))
const environment = { ESSAIM_HOME: home, PORT: '0', NEO4J_URI: '' }
const start = () => run('api/start.mjs', [], environment)

afterAll(async () => {
  await eraseUnused(home)
  rmSync(home, { recursive: true, force: true })
})

it('a start killed while it loads leaves no half graph; the next one goes on, and the one after is told', async () => {
  const killed = start()
  await killed.says('graph migrated')
  killed.child.kill('SIGKILL')
  await killed.ended
  const server = recordedServer(home)

  const store = await openStore(readConfig({ ...process.env, ...environment }), silently)
  const before = await initiatives(store)
  const next = start()
  await next.says('Essaim is at')
  const whole = await initiatives(store)
  expect(whole).toBeGreaterThan(300)
  expect([0, whole]).toContain(before)
  expect(recordedServer(home)).toEqual(server)

  const address = /Essaim is at (\S+)/.exec(next.output())?.[1] ?? ''
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  const told = start()
  expect(await told.ended).toBe(0)
  expect(told.output()).toContain(`Essaim runs already on ${home} (process ${next.child.pid}) at ${address}`)

  // A Neo4j that is killed comes back at its port with all it acknowledged, and nothing else has to start again.
  process.kill(server?.pid ?? 0, 'SIGKILL')
  await next.says('It is started again')
  await expect
    .poll(async () => (await fetch(`${address}/readyz`)).status, { timeout: 180_000, interval: 500 })
    .toBe(200)
  expect(await initiatives(store)).toBe(whole)
  const again = recordedServer(home)

  // The start is now the last one that uses this Neo4j, which stops with it.
  await store.close()
  expect(processStart(again?.pid ?? 0)).toBeDefined()
  next.child.kill('SIGTERM')
  expect(await next.ended).toBe(143)
  expect(processStart(again?.pid ?? 0)).toBeUndefined()
  expect(existsSync(join(home, 'essaim.json'))).toBe(false)
})

it('a port that is asked for and taken is told before anything starts', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const refused = run('api/start.mjs', [], { ...environment, PORT: String(port) })
  expect(await refused.ended).toBe(1)
  expect(refused.output()).toContain(`port ${port} of 127.0.0.1 is taken by another program`)
  expect(refused.output()).not.toContain('Neo4j started')
  other.close()
})

it('an old Node is told which one to install', async () => {
  const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.19.0' } })`
  const refused = run('api/start.mjs', [], {
    ...environment,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(old)}`,
  })
  expect(await refused.ended).toBe(1)
  expect(refused.output()).toMatch(/^Node 18\.19\.0 can't run Essaim: it needs 20\.19/)
})

async function initiatives({ driver, database }: Store): Promise<number> {
  const { records } = await driver.executeQuery(
    'MATCH (i:Initiative) RETURN count(i) AS count',
    {},
    { database },
  )
  return records[0]?.get('count')
}
