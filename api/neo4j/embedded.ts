import { existsSync, rmSync } from 'node:fs'
import { totalmem } from 'node:os'
import type { Config } from '../config.ts'
import { isRunning, withLock } from '../processes.mjs'
import { answer, type Access } from './answer.ts'
import { keepArchive } from './archive.ts'
import { startFailure } from './failure.ts'
import { checkFolder, folderError } from './folder.ts'
import {
  forgetServer,
  hasUsers,
  passwordOf,
  places,
  recordedServer,
  recordServer,
  registerUser,
} from './home.ts'
import type { Recorded } from './home.ts'
import { fetchJars } from './jars.ts'
import { findJava, type Java } from './java.ts'
import { launch, prepare, type Launched, type Memory } from './launch.ts'
import type { Report } from './report.ts'
import { stopServer } from './stop.ts'

export type Embedded = Access & {
  pid: number
  /** It ran already: started by another process of ours, or left over from a killed one. */
  reused: boolean
  /** Ends this process's use of it; the last user stops it, and is told so by true. */
  stop(): Promise<boolean>
}

export type Machine = Pick<Config, 'home' | 'cache' | 'javaHome'>
/** An import of a hundred thousand rows ends in one transaction, which takes a gigabyte; half of the machine's at most. */
const most = Math.max(768, Math.min(2048, Math.floor(totalmem() / 2 ** 21)))
const usual: Memory = {
  heap: '768m',
  most: `${most}m`,
  transaction: `${Math.floor(most * 0.68)}m`,
  pageCache: '256m',
}

/** A private Neo4j on this machine, its data in `home`: the one that runs there, else a new one. */
export async function startEmbedded(machine: Machine, report: Report, memory = usual): Promise<Embedded> {
  const { home } = machine
  const isNew = !existsSync(places(home).data)
  checkFolder(home, isNew ? 1e9 : 100e6)
  return withLock(places(home).lock, async () => {
    const running = await reuse(home)
    const server = running ?? (await start(machine, report, memory))
    return { ...accessTo(server), pid: server.pid, reused: running !== undefined, stop: use(home) }
  })
}

/** Starts the home's Neo4j again at the port it had, for those who know it there; one that runs is left alone. */
export async function startAgain(
  machine: Machine,
  port: number,
  report: Report,
  memory = usual,
): Promise<void> {
  await withLock(places(machine.home).lock, async () => {
    if (!recordedServer(machine.home)) await start(machine, report, memory, port)
  })
}

/** Deletes the home's graph without starting it, damaged or not; false, and nothing done, when a process uses it. */
export async function eraseUnused(home: string): Promise<boolean> {
  checkFolder(home, 0)
  return withLock(places(home).lock, async () => {
    if (hasUsers(home)) return false
    const server = recordedServer(home)
    if (server) await stopServer(server)
    rmSync(places(home).server, { recursive: true, force: true })
    return true
  })
}

function accessTo(server: Recorded): Access {
  const uri = `bolt://127.0.0.1:${server.port}`
  return { uri, user: 'neo4j', password: passwordOf(server.home), database: 'neo4j' }
}

async function reuse(home: string): Promise<Recorded | undefined> {
  const server = recordedServer(home)
  if (!server) return undefined
  const { state } = await answer(accessTo(server), () => isRunning(server), 30)
  if (state === 'ready') return server
  await stopServer(server)
  return undefined
}

async function start(
  { home, cache, javaHome }: Machine,
  report: Report,
  memory: Memory,
  port?: number,
): Promise<Recorded> {
  const java = await findJava(javaHome)
  const jars = await fetchJars(cache, report)
  return report('Neo4j started', async () => {
    try {
      passwordOf(home)
      await prepare(home, jars, java)
      return await ready(await launch(home, jars, java, memory, port), java)
    } catch (error) {
      throw folderError(home, error)
    }
  })
}

async function ready({ server, exited }: Launched, java: Java): Promise<Recorded> {
  recordServer(server)
  const kill = () => process.kill(server.pid, 'SIGTERM')
  process.once('exit', kill)
  let isAlive = true
  exited.finally(() => (isAlive = false)).catch(() => undefined)
  const answered = await answer(accessTo(server), () => isAlive, 120)
  process.off('exit', kill)
  if (answered.state === 'ready') return server
  if (isAlive) await stopServer(server)
  forgetServer(server.home)
  keepArchive(server.archive, false)
  throw startFailure(server.home, java, failures[answered.state], 'fault' in answered ? answered.fault : '')
}

const failures = {
  ended: 'stopped while it started',
  silent: 'did not answer within two minutes',
  refused: 'refuses the password kept beside its data',
  broken: 'started, but can not open its database',
}

function use(home: string): () => Promise<boolean> {
  const leave = registerUser(home)
  // A process that ends without stop() must not leave its server behind.
  const leaveNow = () => {
    leave()
    const server = recordedServer(home)
    if (server && !hasUsers(home)) process.kill(server.pid, 'SIGTERM')
  }
  process.once('exit', leaveNow)
  let stopped: Promise<boolean> | undefined
  return () => (stopped ??= leaveAndStop())

  async function leaveAndStop(): Promise<boolean> {
    process.off('exit', leaveNow)
    return withLock(places(home).lock, async () => {
      leave()
      if (hasUsers(home)) return false
      const server = recordedServer(home)
      if (server) await stopServer(server)
      else forgetServer(home)
      return true
    })
  }
}
