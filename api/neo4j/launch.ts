import { execFile, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { processStart } from '../processes.mjs'
import { archiveFlags } from './archive.ts'
import { places, type Recorded } from './home.ts'
import type { Java } from './java.ts'
import { settings } from './settings.ts'

/** `heap` is taken at the start, `most` when it is needed, of which one transaction may take `transaction`. */
export type Memory = {
  heap: string
  most?: string
  transaction?: string
  pageCache: string
  /** It serves for minutes: Java is not to spend them on making its code better. */
  isBrief?: boolean
}
export type Launched = { server: Recorded; exited: Promise<number | null> }

/** Starts Neo4j's process on this port of the loopback, or a free one; it is not ready yet when this returns. */
export async function launch(
  home: string,
  jars: string,
  java: Java,
  memory: Memory,
  port?: number,
): Promise<Launched> {
  const place = places(home)
  port ??= await freePort()
  const archive = archiveFlags(jars, java)
  writeFileSync(join(place.conf, 'neo4j.conf'), settings({ port, ...memory }))
  const log = openSync(place.log, 'w', 0o600)
  // A group of its own: Ctrl-C in the terminal reaches Essaim, which stops Neo4j when it has done with it.
  const child = spawn(
    java.command,
    [
      `-Xms${memory.heap}`,
      `-Xmx${memory.most ?? memory.heap}`,
      '-XX:+UseSerialGC',
      ...archive.flags,
      ...(memory.isBrief ? ['-XX:TieredStopAtLevel=1'] : []),
      '--add-opens=java.base/java.nio=ALL-UNNAMED',
      '--add-opens=java.base/java.io=ALL-UNNAMED',
      '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
      '-Dlog4j2.disable.jmx=true',
      '-cp',
      join(jars, 'libs', '*'),
      'org.neo4j.server.CommunityEntryPoint',
      `--home-dir=${place.server}`,
      `--config-dir=${place.conf}`,
      '--console-mode',
    ],
    { detached: true, stdio: ['ignore', log, log] },
  )
  closeSync(log)
  const exited = new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('exit', resolve),
  )
  child.unref()
  const pid = child.pid ?? 0
  return { server: { home, pid, start: processStart(pid) ?? '', port, archive: archive.made }, exited }
}

/** Makes Neo4j's folders and, before the first start, sets the password that the home keeps. */
export async function prepare(home: string, jars: string, java: Java): Promise<void> {
  const place = places(home)
  mkdirSync(place.conf, { recursive: true })
  mkdirSync(place.data, { recursive: true })
  if (existsSync(join(place.data, 'dbms', 'auth.ini')) || existsSync(join(place.data, 'databases'))) return
  writeFileSync(join(place.conf, 'neo4j.conf'), settings({ port: 7687, pageCache: '64m' }))
  // Read from its file: on the command line every user of the machine would see it.
  const tool = ['org.neo4j.cli.AdminTool', 'dbms', 'set-initial-password', `@${place.password}`]
  await promisify(execFile)('env', [
    `NEO4J_HOME=${place.server}`,
    `NEO4J_CONF=${place.conf}`,
    java.command,
    '-XX:TieredStopAtLevel=1',
    '-cp',
    join(jars, 'libs', '*'),
    ...tool,
  ])
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
