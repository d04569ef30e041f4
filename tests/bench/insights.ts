import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { missingPartners } from '../../api/federation/insights/missingPartners.ts'
import { snapshot } from '../../api/federation/insights/snapshot.ts'
import { inThread } from '../../api/federation/insights/thread.ts'
import { connectTo } from '../../api/neo4j/store.ts'
import { reading } from '../../api/read.ts'

// What the figures of a graph cost: NEO4J_URI=… NEO4J_PASSWORD=… npx tsx tests/bench/insights.ts
const { NEO4J_URI: uri, NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env
if (!uri) throw new Error('insights: NEO4J_URI names no graph')
const database = process.env.NEO4J_DATABASE ?? 'neo4j'
const driver = connectTo({ uri, user, password, database })
const read = reading(driver, database, 600_000)

const megabytes = () => Math.round(process.memoryUsage().rss / 1e6)
/** Seconds of work, and for how long it held up everything else in this thread at most. */
async function measured<T>(name: string, work: () => Promise<T>): Promise<T> {
  const loop = monitorEventLoopDelay({ resolution: 5 })
  await delay(50)
  loop.enable()
  const began = performance.now()
  const used = process.cpuUsage()
  const busy = performance.eventLoopUtilization()
  const result = await work()
  const { utilization } = performance.eventLoopUtilization(busy)
  loop.disable()
  const seconds = ((performance.now() - began) / 1_000).toFixed(2)
  const { user, system } = process.cpuUsage(used)
  const processor = ((user + system) / 1e6).toFixed(2)
  const [p99, most] = [loop.percentile(99), loop.max].map((nanoseconds) => Math.round(nanoseconds / 1e6))
  console.info(
    `${name}: ${seconds} s, ${processor} s of a processor, main thread ${Math.round(utilization * 100)} % busy, held up p99 ${p99} ms, at most ${most} ms, ${megabytes()} MB`,
  )
  return result
}

await delay(500)
await measured('nothing', () => delay(2_000))
const { links, ...graph } = await measured('read', () => snapshot(read))
console.info(
  `${links.partners} partners, ${links.initiatives} initiatives, ${links.partnerships.length / 2} partnerships, ${links.replications.length / 2} replications`,
)
const computation = inThread(links)
const figures = await measured('figures', () => computation.figures)
await measured('positions', () => computation.positions)
const { centrality, communities, reach } = figures
console.info(
  `${communities.members.length} communities, modularity ${communities.modularity.toFixed(3)}, ${centrality.isEstimated.reduce((sum, is) => sum + is, 0)} nodes estimated, most descendants ${reach.descendants.reduce((most, count) => Math.max(most, count), 0)}`,
)
for (const of of graph.initiatives.ids.slice(0, 3)) {
  await measured(`missing partners of ${of}`, () => missingPartners(read, { of, first: 5 }))
}
await driver.close()
