import { performance } from 'node:perf_hooks'
import neo4j, { type Driver } from 'neo4j-driver'
import { serve } from '../../api/server.ts'
import { statement } from '../../api/statements.ts'
import { connectTo } from '../../api/neo4j/store.ts'

// Run on a graph that may be lost: NEO4J_URI=… NEO4J_PASSWORD=… npm run bench
const { NEO4J_URI: uri, NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env
if (!uri)
  throw new Error('bench: NEO4J_URI names no graph: give one that may be emptied of records called bench:…')
const database = process.env.NEO4J_DATABASE ?? 'neo4j'
const driver = connectTo({ uri, user, password, database })
const rounds = 15

async function run(through: Driver, text: string): Promise<void> {
  await through.executeQuery(text, {}, { database })
}

/** Ten thousand initiatives in a tree of fives, three partners each, two of them hubs of a thousand and ten thousand. */
async function build(through: Driver): Promise<void> {
  const said = "source: 'bench', recordedBy: 'bench', recordedOn: '2026'"
  await run(
    through,
    `UNWIND range(0, 9999) AS n MERGE (i:Initiative:Record {id: 'bench:i' + n})
     SET i += {name: 'Initiative ' + n, startedOn: toString(1990 + n % 30), status: 'RUNNING', ${said}}`,
  )
  await run(
    through,
    `UNWIND range(0, 4999) AS n MERGE (p:Partner:Record {id: 'bench:p' + n})
     SET p += {name: 'Partner ' + n, kind: 'ASSOCIATION', ${said}}`,
  )
  await run(
    through,
    `UNWIND range(1, 9999) AS n
     MATCH (i:Initiative {id: 'bench:i' + n}), (parent:Initiative {id: 'bench:i' + (n - 1) / 5})
     MERGE (i)-[r:REPLICATES]->(parent) SET r += {id: 'bench:r' + n, level: 'REDONE', since: '2000', ${said}}`,
  )
  await run(
    through,
    `UNWIND range(0, 9999) AS n UNWIND [['CARRIER', n % 5000], ['FUNDER', CASE WHEN n < 900 THEN 1 ELSE 2 END]] AS link
     MATCH (i:Initiative {id: 'bench:i' + n}), (p:Partner {id: 'bench:p' + link[1]})
     MERGE (p)-[r:PARTNERS_IN {role: link[0]}]->(i) SET r += {id: 'bench:l' + n + link[0], since: '2014', ${said}}`,
  )
}

async function measure(through: Driver): Promise<void> {
  const api = await serve({ driver: through, database, host: '127.0.0.1', port: 0 })
  for (const { name, file, list, query, variables } of cases) {
    const text = `CYPHER 5\n${statement(`queries/${file}`)}`
    const parameters = { ...unfiltered, ...variables, first: neo4j.int(50_000) }
    const raw = async () => {
      const session = through.session({ database, defaultAccessMode: 'READ' })
      const { records } = await session.run(text, parameters)
      await session.close()
      // The first row of a map tells of the whole.
      return records.map((record) => record.get('id') as string).filter((id) => id !== null)
    }
    const asked = async () => {
      const response = await fetch(`${api.address}/graphql`, {
        method: 'POST',
        // Both are measured on one machine: no network to spare.
        headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
        body: JSON.stringify({ query, variables }),
      })
      const { data } = (await response.json()) as { data: Record<string, Record<string, { id: string }[]>> }
      return Object.values(data)[0]?.[list]?.map(({ id }) => id) ?? []
    }
    const times: { raw: number[]; api: number[] } = { raw: [], api: [] }
    let rows = 0
    for (let round = 0; round < rounds + 5; round += 1) {
      const [fromRaw, rawTime] = await timed(raw)
      const [fromApi, apiTime] = await timed(asked)
      if (fromRaw.join() !== fromApi.join())
        throw new Error(`bench: ${name}: the API's rows are not those of Cypher`)
      rows = fromRaw.length
      if (round < 5) continue
      times.raw.push(rawTime)
      times.api.push(apiTime)
    }
    const [p50raw, p50api] = [median(times.raw), median(times.api)]
    const ratio = (p50api / p50raw).toFixed(2)
    console.info(
      `${name}: ${rows} rows, raw ${p50raw.toFixed(1)} ms, API ${p50api.toFixed(1)} ms, × ${ratio}`,
    )
  }
  await api.close()
}

const filters = ['levels', 'territory', 'roles', 'kinds', 'statuses', 'on', 'from', 'to']
const unfiltered = {
  ...Object.fromEntries(filters.map((name) => [name, null])),
  ...Object.fromEntries(
    ['expansions', 'leftOut', 'memberships', 'recorders', 'starts', 'within'].map((name) => [name, false]),
  ),
}

async function timed<T>(task: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now()
  return [await task(), performance.now() - began]
}

const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN

const family = `query($of: ID!, $depth: Int!) { dissemination(of: $of, depth: $depth, first: 50000) { total truncated
  initiatives { id name status startedOn endedOn territory territoryWithin generation isOtherParent replicatedByCount elementCount }
  links { id child parent level mode since note source kept adapted dropped } } }`
const map = `query($of: [ID!]!, $depth: Int!) { partnerMap(of: $of, depth: $depth, first: 50000) { total truncated
  nodes { id kind name depth degree partnerKind status startedOn endedOn familyId familyName territory }
  links { id partner initiative role since until note source } } }`
const dissemination = { file: 'Query.dissemination.cypher', list: 'initiatives', query: family }
const partnerMap = { file: 'Query.partnerMap.cypher', list: 'nodes', query: map }
const cases = [
  { ...dissemination, name: 'dissemination, a branch', variables: { of: 'bench:i1', depth: 4 } },
  { ...dissemination, name: 'dissemination, all', variables: { of: 'bench:i0', depth: 40 } },
  { ...partnerMap, name: 'partner map, a hub of 900', variables: { of: ['bench:p1'], depth: 1 } },
  { ...partnerMap, name: 'partner map, a hub of 9,100', variables: { of: ['bench:p2'], depth: 1 } },
  { ...partnerMap, name: 'partner map, all', variables: { of: ['bench:p2'], depth: 2 } },
]

try {
  await build(driver)
  await measure(driver)
} finally {
  await run(driver, "MATCH (record:Record) WHERE record.id STARTS WITH 'bench:' DETACH DELETE record")
  await driver.close()
}
