import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { performance } from 'node:perf_hooks'
import { expressMiddleware } from '@as-integrations/express5'
import express from 'express'
import { graphSubgraph } from '../../api/federation/graph.ts'
import { graphServer, serverOf } from '../../api/graphql.ts'
import { connectTo } from '../../api/neo4j/store.ts'
import { contextOf, reading, type Read } from '../../api/read.ts'
import { visitsSubgraph } from '../federation/visits.ts'

// What the supergraph costs over the subgraph itself. Run on a graph that may be lost:
// NEO4J_URI=… NEO4J_PASSWORD=… npx tsx tests/bench/supergraph.ts
const { NEO4J_URI: uri, NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env
if (!uri)
  throw new Error('bench: NEO4J_URI names no graph: give one that may be emptied of records called front:…')
const database = process.env.NEO4J_DATABASE ?? 'neo4j'
const driver = connectTo({ uri, user, password, database })
const read = reading(driver, database)
const remembered = new Map<string, ReturnType<Read>>()
/** Asks Neo4j once for each statement: what is left to measure is this process alone. */
const remembering: Read = (text, parameters) => {
  const key = JSON.stringify([text, parameters])
  const known = remembered.get(key) ?? read(text, parameters)
  remembered.set(key, known)
  return known
}
let context = contextOf(read)
const rounds = Number(process.env.BENCH_ROUNDS ?? 100)

/** A hundred partners of five initiatives each; families of a thousand and of ten thousand. */
async function build(): Promise<void> {
  const said = "source: 'bench', recordedBy: 'bench', recordedOn: '2026'"
  const run = (text: string) => driver.executeQuery(text, {}, { database })
  await run(
    `UNWIND range(0, 10999) AS n MERGE (i:Initiative:Record {id: 'front:i' + n})
     SET i += {name: 'Initiative ' + n, startedOn: toString(1990 + n % 30), status: 'RUNNING', ${said}}`,
  )
  await run(
    `UNWIND range(0, 99) AS n MERGE (p:Partner:Record {id: 'front:p' + n})
     SET p += {name: 'Partner ' + n, kind: 'ASSOCIATION', ${said}}`,
  )
  await run(
    `UNWIND [[0, 1000], [1000, 11000]] AS family
     UNWIND range(family[0] + 1, family[1] - 1) AS n
     MATCH (i:Initiative {id: 'front:i' + n}),
           (parent:Initiative {id: 'front:i' + (family[0] + (n - family[0] - 1) / 5)})
     MERGE (i)-[r:REPLICATES]->(parent) SET r += {id: 'front:r' + n, level: 'REDONE', since: '2000', ${said}}`,
  )
  await run(
    `UNWIND range(0, 499) AS n
     MATCH (i:Initiative {id: 'front:i' + n}), (p:Partner {id: 'front:p' + n / 5})
     MERGE (p)-[r:PARTNERS_IN {role: 'CARRIER'}]->(i) SET r += {id: 'front:l' + n, since: '2014', ${said}}`,
  )
  await run(
    `MERGE (p:Partner:Record {id: 'front:hub'}) SET p += {name: 'Hub', kind: 'ASSOCIATION', ${said}}
     WITH p UNWIND range(2000, 2099) AS n MATCH (i:Initiative {id: 'front:i' + n})
     MERGE (p)-[r:PARTNERS_IN {role: 'FUNDER'}]->(i) SET r += {id: 'front:h' + n, since: '2014', ${said}}`,
  )
}

type Server = ReturnType<typeof serverOf>

async function listen(server: Server, path: string): Promise<{ ask: Ask; stop: () => Promise<void> }> {
  await server.start()
  const app = express().use(path, express.json(), expressMiddleware(server, { context: async () => context }))
  const http = app.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}${path}`
  const ask = async (query: string) => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
      body: JSON.stringify({ query }),
    })
    return response.text()
  }
  return {
    ask,
    stop: async () => {
      http.closeAllConnections()
      http.close()
      await server.stop()
    },
  }
}

type Ask = (query: string) => Promise<string>

type Times = { wall: number; work: number }

/**
 * Milliseconds of each arm, asked in turns; throws unless both answer the same. Work is what this process itself did: it
 * tells more than the clock on a machine that does other things too.
 */
async function compare(arms: [Ask, Ask], query: [string, string], alike: (text: string) => string) {
  const times: [Times[], Times[]] = [[], []]
  for (let round = 0; round < rounds + 5; round += 1) {
    const answers: string[] = []
    for (const turn of round % 2 ? ([0, 1] as const) : ([1, 0] as const)) {
      const [began, worked] = [performance.now(), process.cpuUsage()]
      answers[turn] = await arms[turn](query[turn])
      const { user: own, system } = process.cpuUsage(worked)
      if (round >= 5) times[turn].push({ wall: performance.now() - began, work: (own + system) / 1_000 })
    }
    const [one = '', other = ''] = answers
    if (one.includes('"errors"') || alike(one) !== alike(other))
      throw new Error(`bench: the answers differ:\n${one.slice(0, 300)}\n${other.slice(0, 300)}`)
  }
  const p50 = (kind: keyof Times) =>
    times.map((arm) => median(arm.map((time) => time[kind]))) as [number, number]
  return { wall: p50('wall'), work: p50('work') }
}

function tell(name: string, who: string, { wall, work }: Awaited<ReturnType<typeof compare>>): void {
  const told = ([one, other]: [number, number]) =>
    `${one.toFixed(2)} → ${other.toFixed(2)} ms (× ${(other / one).toFixed(2)}, + ${(other - one).toFixed(2)})`
  console.info(`${name}, subgraph → ${who}: ${told(wall)}; work ${told(work)}`)
}

const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN

const row = 'id name status startedOn endedOn territory generation'
const hub = (fields: string) =>
  `{ partner(id: "front:hub") { initiatives(limit: 100, sort: [{ id: ASC }]) { ${fields} } } }`
const cases = [
  { name: 'by id', query: '{ initiative(id: "front:i1") { id name status startedOn } }' },
  {
    name: '100 partners × 5 initiatives',
    query:
      '{ partners(first: 100, recordedBy: "bench") { id name initiatives(limit: 5, sort: [{ id: ASC }]) { name } } }',
  },
  {
    name: 'picture, 1,000 rows × 7',
    query: `{ dissemination(of: "front:i0", first: 50000) { total initiatives { ${row} } } }`,
  },
  {
    name: 'picture, 10,000 rows × 7',
    query: `{ dissemination(of: "front:i1000", first: 50000) { total initiatives { ${row} } } }`,
  },
]

const megabytes = () => `${Math.round(process.memoryUsage().rss / 1e6)} MB`

async function lasting<T>(name: string, task: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await task()
  console.info(`${name}: ${(performance.now() - began).toFixed(0)} ms, then ${megabytes()}`)
  return result
}

try {
  await build()
  const graph = await lasting('the subgraph made', graphSubgraph)
  const alone = await lasting('served alone', () => listen(serverOf(graph), '/graph'))
  const front = await lasting('a supergraph of it', async () =>
    listen(await graphServer([graph]), '/graphql'),
  )
  const joined = await lasting('one of two', async () =>
    listen(await graphServer([graph, visitsSubgraph()]), '/joined'),
  )
  const without = (text: string) => text.replaceAll(/,"visits":null|,"extensions":\{"cost":\d+\}/g, '')
  for (const from of [read, remembering]) {
    context = contextOf(from)
    console.info(from === read ? '\nNeo4j and all:' : '\nThis process alone:')
    for (const { name, query } of cases) {
      for (const [who, arm] of [['supergraph', front] as const, ['supergraph of two', joined] as const])
        tell(name, who, await compare([alone.ask, arm.ask], [query, query], (text) => text))
    }
    const both: [string, string] = [hub('name'), hub('name visits')]
    tell('100 entities', 'two subgraphs', await compare([alone.ask, joined.ask], both, without))
  }
  await Promise.all([alone.stop(), front.stop(), joined.stop()])
} finally {
  await driver.executeQuery(
    "MATCH (record:Record) WHERE record.id STARTS WITH 'front:' DETACH DELETE record",
    {},
    { database },
  )
  await driver.close()
}
