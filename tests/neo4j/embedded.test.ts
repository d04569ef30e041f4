import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import neo4j from 'neo4j-driver'
import { afterAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../api/config.ts'
import { eraseUnused, startEmbedded } from '../../api/neo4j/embedded.ts'
import { places, recordedServer } from '../../api/neo4j/home.ts'
import { silently } from '../../api/neo4j/report.ts'
import { openStore } from '../../api/neo4j/store.ts'
import { processStart } from '../../api/processes.mjs'
import { run } from '../support/program.ts'

const home = mkdtempSync(join(tmpdir(), 'essaim-test-'))
const config = readConfig({ ...process.env, ESSAIM_HOME: home, NEO4J_URI: '' })
const memory = { heap: '256m', pageCache: '32m' }

afterAll(async () => {
  await eraseUnused(home)
  rmSync(home, { recursive: true, force: true })
})

// One story on one home: each part goes on where the one before ended.
describe('the embedded Neo4j', () => {
  it('outlives a killed parent with what was acknowledged, and is reused', async () => {
    const holder = run('tests/neo4j/holder.ts', [], { ESSAIM_HOME: home, NEO4J_URI: '' })
    await holder.says('ready')
    const left = recordedServer(home)
    holder.child.kill('SIGKILL')
    await holder.ended

    const store = await openStore(config, silently)
    expect(recordedServer(home)).toEqual(left)
    const { database } = store
    const { records } = await store.driver.executeQuery(
      'MATCH (n:Note) RETURN n.text AS text',
      {},
      { database },
    )
    expect(records.map((row) => row.get('text'))).toEqual(['acknowledged'])
    const asReader = { database, routing: neo4j.routing.READ }
    for (const from of [
      'file:///etc/passwd',
      'http://127.0.0.1:1/rows.csv',
      'https://example.org/rows.csv',
    ]) {
      const read = store.driver.executeQuery('LOAD CSV FROM $from AS row RETURN row', { from }, asReader)
      await expect(read, from).rejects.toThrow(/Cannot load from URL/)
    }
    await store.close()
    expect(processStart(left?.pid ?? 0)).toBeUndefined()
    expect(existsSync(places(home).record)).toBe(false)
    expect(readdirSync(places(home).users)).toEqual([])
  })

  it('stays for the other users, listens on the loopback only, and stops with the last one', async () => {
    const first = await startEmbedded(config, silently, memory)
    const second = await startEmbedded(config, silently, memory)
    expect([first.reused, second.reused]).toEqual([false, true])
    expect(second.pid).toBe(first.pid)
    const port = Number(new URL(first.uri).port)
    expect(await listens('127.0.0.1', port)).toBe(true)
    for (const address of outerAddresses()) expect(await listens(address, port), address).toBe(false)

    expect(await first.stop()).toBe(false)
    expect(processStart(second.pid)).toBeDefined()
    expect(await eraseUnused(home)).toBe(false)
    expect(await second.stop()).toBe(true)
    expect(processStart(second.pid)).toBeUndefined()
  })

  it('keeps its password in a file of its owner, and nowhere else', () => {
    const { password, conf, log } = places(home)
    expect(statSync(password).mode & 0o777).toBe(0o600)
    const secret = readFileSync(password, 'utf8').trim()
    expect(secret.length).toBeGreaterThan(30)
    for (const file of [join(conf, 'neo4j.conf'), log])
      expect(readFileSync(file, 'utf8')).not.toContain(secret)
  })

  it('says which log to read and what to do when its data is damaged, then starts afresh once erased', async () => {
    const { data, log } = places(home)
    const database = join(data, 'databases', 'neo4j')
    for (const file of readdirSync(database).filter((name) => name.startsWith('neostore'))) {
      writeFileSync(join(database, file), 'not a store')
    }
    const start = startEmbedded(config, silently, memory)
    await expect(start).rejects.toThrow(/data is damaged, move .* aside.*essaim -- reset --yes.*Its log: /)
    await expect(start).rejects.toThrow(log)
    expect(recordedServer(home)).toBeUndefined()

    expect(await eraseUnused(home)).toBe(true)
    const fresh = await startEmbedded(config, silently, memory)
    expect(fresh.reused).toBe(false)
    await fresh.stop()
  })

  it('does not start without the password of its data', async () => {
    rmSync(places(home).password)
    await expect(startEmbedded(config, silently, memory)).rejects.toThrow(/neo4j\.password is missing/)
  })
})

describe('a Neo4j named by NEO4J_URI', () => {
  it('is named with what to check when nothing answers there', async () => {
    const elsewhere = readConfig({ NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'hunter2' })
    const opening = openStore(elsewhere, silently)
    await expect(opening).rejects.toThrow(/no Neo4j answers at bolt:\/\/127\.0\.0\.1:1 .*check NEO4J_URI/)
    await expect(opening).rejects.not.toThrow(/hunter2/)
  })
})

function outerAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address),
  )
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 3000 })
    const end = (isOpen: boolean) => {
      socket.destroy()
      resolve(isOpen)
    }
    socket.once('connect', () => end(true)).once('timeout', () => end(false))
    socket.once('error', () => end(false))
  })
}
