import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkGraph } from '../../api/exchange/writing/check.ts'
import { recordCounts } from '../../api/exchange/writing/counts.ts'
import { readFamily } from '../../api/exchange/sample/familyFile.ts'
import { familyRecords } from '../../api/exchange/sample/families.ts'
import { readProgrammes } from '../../api/exchange/sample/programmeFile.ts'
import { reset } from '../../api/exchange/writing/reset.ts'
import { isEmpty, sampleRecords, seed } from '../../api/exchange/sample/sample.ts'
import { emptyGraph, testAccess, testStore } from '../support/store.ts'

const store = testStore()
const { driver, database } = store
const rows = async (text: string) =>
  (await driver.executeQuery(text, {}, { database })).records.map((row) => row.toObject())

describe('the sample', () => {
  beforeAll(async () => {
    await emptyGraph(store)
    expect(await isEmpty(driver, database)).toBe(true)
    await seed(driver, database)
    expect(await isEmpty(driver, database)).toBe(false)
  })

  test('stays as rich as it is', () => {
    const { kinds, types } = recordCounts(sampleRecords())
    const total = (word: string) => [...kinds, ...types].find(({ kind }) => kind === word)?.total ?? 0
    expect(total('Initiative')).toBeGreaterThanOrEqual(347)
    expect(total('REPLICATES')).toBeGreaterThanOrEqual(325)
    expect(total('KEEPS') + total('ADAPTS') + total('DROPS')).toBeGreaterThanOrEqual(438)
    expect(total('Partner')).toBeGreaterThanOrEqual(457)
    expect(total('PARTNERS_IN')).toBeGreaterThanOrEqual(617)
    expect(total('Commons')).toBeGreaterThanOrEqual(59)
    // The twenty-four of the facts, and the one that recorded them.
    expect(total('Network')).toBeGreaterThanOrEqual(25)
    expect(total('Element')).toBeGreaterThanOrEqual(361)
    expect(total('Result')).toBeGreaterThanOrEqual(280)
    expect(total('Grant')).toBeGreaterThanOrEqual(21)
    // The Générateur, the turnkey projects of Emmaüs, HAPA's paths and its four parts.
    expect(total('Programme')).toBeGreaterThanOrEqual(7)
    expect(total('Cohort')).toBeGreaterThanOrEqual(5)
    expect(total('Sponsorship')).toBeGreaterThanOrEqual(2)
    expect(total('Identifier')).toBeGreaterThanOrEqual(30)
    expect(total('SAME_AS')).toBeGreaterThanOrEqual(3)
    expect(total('Sheet')).toBeGreaterThanOrEqual(11)
    expect(total('SpreadingPlan')).toBeGreaterThanOrEqual(2)
  })

  test('has all fifteen roles and families of seven generations', async () => {
    expect(await rows('MATCH ()-[link:PARTNERS_IN]->() RETURN count(DISTINCT link.role) AS roles')).toEqual([
      { roles: 15 },
    ])
    const [deepest] = await rows(`MATCH path = (root:Initiative)<-[:REPLICATES]-{1,40}(descendant:Initiative)
      WHERE NOT EXISTS { (root)-[:REPLICATES]->() }
      RETURN max(length(path)) + 1 AS generations`)
    expect(deepest?.['generations']).toBeGreaterThanOrEqual(7)
  })

  test('breaches no rule', async () => {
    const session = driver.session({ database })
    const { breaches } = await session.executeRead((tx) => checkGraph(tx), { timeout: 60_000 })
    await session.close()
    expect(breaches).toEqual([])
  })

  test('loaded again changes nothing', async () => {
    expect(await seed(driver, database)).toMatchObject({
      nodesCreated: 0,
      nodesChanged: 0,
      linksCreated: 0,
      linksChanged: 0,
    })
  })

  test('gives each family its name, at one initiative that came from none', async () => {
    const named = await rows(`MATCH (root:Initiative) WHERE root.familyName IS NOT NULL
      RETURN root.familyName AS family, EXISTS { (root)-[:REPLICATES]->() } AS hasParent`)
    expect(named).toHaveLength(22)
    expect(named.filter((row) => row['hasParent'])).toEqual([])
    expect(
      await rows("MATCH (i {familyName: 'Coopératives jeunesse de services'}) RETURN i.id AS id"),
    ).toEqual([{ id: 'sample:cjs-hearst' }])
  })

  test('keeps each result and each grant with the page that states it', async () => {
    const results = await rows(`MATCH (:Initiative {id: 'sample:mda-le-havre'})-[:ACHIEVED]->(result)
      WHERE result.indicator = 'jeunes accompagnés par an'
      RETURN result.value AS value, result.unit AS unit, result.period AS period ORDER BY period`)
    expect(results).toEqual([
      { value: 1000, unit: 'personnes', period: '2004-01' },
      { value: 2000, unit: 'personnes', period: '2019-03' },
    ])
    const grants =
      await rows(`MATCH (giver)-[awarded:AWARDED]->(grant)-[:FOR]->(:Initiative {id: 'sample:hinz-kunzt'})
      RETURN giver.id AS giver, grant.amount AS amount, grant.currency AS currency, grant.awardedOn AS year,
        grant.source = awarded.source AND grant.source STARTS WITH 'https://www.hinzundkunzt.de/' AS isSourced`)
    expect(grants).toEqual([
      { giver: 'sample:eglise-nordelbienne', amount: 50000, currency: 'DEM', year: '1993', isSourced: true },
    ])
  })

  test('has one record of an organisation that several families name, with the sources of each', async () => {
    const [partner] = await rows(
      `MATCH (p:Partner {id: 'sample:secours-catholique'}) RETURN p.source AS source`,
    )
    expect(String(partner?.['source']).split('; ')).toHaveLength(3)
  })

  test('places what it tells in the hierarchy of territories', async () => {
    const [paris] = await rows(`MATCH (:Territory {id: 'cog:75119'})-[:PART_OF]->(city)-[:PART_OF]->(around)
      RETURN city.id AS city, collect(around.id) AS around`)
    expect(paris).toEqual({ city: 'cog:75056', around: expect.arrayContaining(['dep:75', 'epci:200054781']) })
    const [quebec] = await rows(`MATCH (:Initiative {id: 'sample:accorderie-quebec'})-[:ACTS_IN]->(city)
      MATCH (city)-[:PART_OF]->(around)-[:PART_OF]->(country) RETURN city.level AS level, around.name AS around, country.name AS country`)
    expect(quebec).toEqual({ level: 'MUNICIPALITY', around: 'Québec', country: 'Canada' })
  })

  test('goes with a reset, and comes back', async () => {
    await reset(driver, database)
    const left = await rows('MATCH (node) WHERE NOT node:Migration RETURN count(node) AS total')
    expect(left).toEqual([{ total: 0 }])
    await reset(driver, database)
    expect(await seed(driver, database)).toMatchObject({ nodesUnchanged: 0 })
  })
})

test('a process that is killed while it loads the sample leaves nothing', async () => {
  await emptyGraph(store)
  const script = new URL('seedProcess.ts', import.meta.url).pathname
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, TEST_NEO4J: JSON.stringify(testAccess()) },
    stdio: 'inherit',
  })
  const exit = once(child, 'exit')
  // The records are written by then, and the transaction is still open.
  const isWritingLinks = async () =>
    (await rows('SHOW TRANSACTIONS YIELD currentQuery')).some((row) =>
      String(row['currentQuery']).startsWith('// Write links that were not there.'),
    )
  await expect.poll(isWritingLinks, { interval: 5, timeout: 50_000 }).toBe(true)
  child.kill('SIGKILL')
  expect(await exit).toEqual([null, 'SIGKILL'])
  const transactions = async () => (await rows('SHOW TRANSACTIONS YIELD transactionId')).length
  await expect.poll(transactions, { timeout: 20_000 }).toBe(1)
  expect(await rows('MATCH (node:Record) RETURN count(node) AS total')).toEqual([{ total: 0 }])
  expect(await seed(driver, database)).toMatchObject({ nodesUnchanged: 0 })
})

describe('a file of the sample', () => {
  const yaml = `
family: gardens
title: Gardens
summary: People garden.
initiatives:
  - {id: a, name: A, source: s, territory: {name: Nowhere, country: FR}}
partners: []
commons: []
`
  const recorder = { id: 'us', name: 'Us', source: 's', recordedOn: '2026' }

  test('that says a word which nobody knows is refused, with its place', () => {
    expect(() => readFamily('gardens.yaml', yaml.replace('source: s', 'souce: s'))).toThrow(
      /gardens\.yaml: initiatives\.0\.\w+/,
    )
  })

  test('that tells of programmes in a word which nobody knows is refused, with its place', () => {
    const programmes = `
networks: []
programmes:
  - {id: p, name: P, kind: CALL, networks: [n], source: s, cohorts: [{id: c, name: C, laureates: 3, source: s}]}
sponsorships: []
events: []
`
    expect(() => readProgrammes('programmes.yaml', programmes)).toThrow(
      /programmes\.yaml: programmes\.0\.cohorts\.0\.laureates/,
    )
  })

  test('that names a place which nobody knows is refused', () => {
    expect(() => familyRecords([readFamily('gardens.yaml', yaml)], recorder, {})).toThrow(
      'a: unknown territory: Nowhere (FR): add it to places.yaml',
    )
  })

  test('that contradicts another one on a partner is refused', () => {
    const told = (name: string) =>
      readFamily(
        `${name}.yaml`,
        yaml
          .replace(/territory: .*?}}/, '}')
          .replace(', }', '}')
          .replace('partners: []', `partners: [{id: p, name: ${name}, kind: OTHER, source: s}]`),
      )
    expect(() => familyRecords([told('one'), told('two')], recorder, {})).toThrow('two.yaml: p: name differs')
  })
})
