import { config, variable, type Config } from '../config.ts'
import { sweepUnlessBusy } from '../exchange/writing/lock.ts'
import { isEmpty, seed } from '../exchange/sample/sample.ts'
import { readFederation } from '../federation/joining/federationFile.ts'
import { joinAtStart } from '../federation/joining/join.ts'
import type { Part } from '../federation/joining/problems.ts'
import type { Subgraph } from '../federation/subgraph.ts'
import { keepRunning } from '../neo4j/keepRunning.ts'
import { migrate } from '../neo4j/migrate.ts'
import { openStore, type Store } from '../neo4j/store.ts'
import { progress } from '../progress.mjs'
import { serve } from '../server.ts'
import { claim } from './claim.ts'
import { onEnd } from './lifetime.ts'
import { checkPort, listen } from './port.ts'
import { buildWeb } from './web.ts'

// What is open, in the order in which it was opened.
const open: (() => Promise<unknown>)[] = []

try {
  await start(config)
} catch (error) {
  await closeAll()
  throw error
}

async function start(settings: Config): Promise<void> {
  const claimed = settings.neo4j.uri ? undefined : await claim(settings.home)
  if (claimed && 'running' in claimed) return console.info(claimed.running)
  open.push(async () => claimed?.release())
  onEnd(async () => {
    console.info('Essaim stops …')
    await closeAll()
  })

  const join = joinOnce(settings)
  await checkPort(settings)
  const [store] = await Promise.all([openGraph(settings), buildWeb(progress)])
  const server = await progress('graph served', () =>
    listen(settings, (port) => serveOn(settings, store, port, join)),
  )
  open.push(() => server.close())
  claimed?.tell(server.address)
  console.info(`\nEssaim is at ${server.address}\nIts graph: ${store.describe}`)
}

async function openGraph(settings: Config): Promise<Store> {
  const store = await openStore(settings, progress)
  open.push(() => store.close())
  if (!settings.neo4j.uri) open.push(keepRunning(settings, progress))
  const { driver, database } = store
  await progress('graph migrated', () => migrate(driver, database))
  await sweepUnlessBusy(driver, database)
  if (await isEmpty(driver, database)) await progress('sample loaded', () => seed(driver, database))
  return store
}

function serveOn(
  { host, subgraphSecret, corsOrigins, isClosed, token }: Config,
  { driver, database, access }: Store,
  port: number,
  join: Join,
) {
  const imports = token === undefined ? undefined : { token, access }
  return serve({
    driver,
    database,
    host,
    port,
    subgraphSecret,
    imports,
    corsOrigins,
    isClosed,
    plansAhead: true,
    join,
  })
}

type Join = (ours: Part[]) => Promise<Subgraph[]>

/** Asks the others once, whatever number of ports are tried. */
function joinOnce({ federation, home }: Config): Join {
  const remotes = readFederation(federation, variable)
  let joined: Promise<Subgraph[]> | undefined
  return (ours) => (joined ??= joinAtStart(remotes, ours, home))
}

async function closeAll(): Promise<void> {
  for (let close = open.pop(); close; close = open.pop()) await close()
}
