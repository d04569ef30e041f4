import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { guess } from '../../api/commands/guess.ts'
import { checkGraph } from '../../api/exchange/writing/check.ts'
import { prepareImport } from '../../api/exchange/importing/prepare.ts'
import { writeImport } from '../../api/exchange/importing/write.ts'
import { parseMapping } from '../../api/exchange/mapping/mapping.ts'
import { networkHead } from '../files/networkHead.ts'
import { edges, elements, nodes, results } from '../files/network.ts'
import { emptyGraph, testStore } from '../support/store.ts'

const store = testStore()
const { driver, database } = store
const tables = { 'nodes.csv': nodes, 'edges.csv': edges, 'elements.csv': elements, 'results.csv': results }
const files = Object.entries(tables).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))
const rows = async (text: string) =>
  (await driver.executeQuery(text, {}, { database })).records.map((row) => row.toObject())
const breaches = async () => {
  const session = driver.session({ database })
  try {
    return (await checkGraph(session)).breaches
  } finally {
    await session.close()
  }
}

const bring = (given = files, networkName?: string) =>
  writeImport(driver, database, prepareImport(undefined, given, { as: 'cantines', networkName }))

describe('tidy tables without a mapping', () => {
  beforeAll(async () => {
    await emptyGraph(store)
    await bring()
  })

  test('make a graph that breaks no rule', async () => {
    expect(await breaches()).toEqual([])
    const [family] = await rows(
      `MATCH (child:Initiative)-[link:REPLICATES]->(parent {id: 'cantines:brest'})
       RETURN child.id AS child, link.level AS level, size([(child)-[:DROPS]->(element) | element.name]) AS dropped`,
    )
    expect(family).toMatchObject({ child: 'cantines:lyon', level: 'SCALED' })
  })

  test('once more change nothing', async () => {
    expect(await bring()).toMatchObject({
      nodesCreated: 0,
      nodesChanged: 0,
      linksCreated: 0,
      linksChanged: 0,
    })
  })
})

describe('files of a network that is new', () => {
  beforeEach(() => emptyGraph(store))

  test('need its name', async () => {
    const unnamed = files.map((file) => ({
      ...file,
      bytes: Buffer.from(String(file.bytes).replace(/^cantines,Network.*\n/m, '')),
    }))
    await expect(bring(unnamed)).rejects.toThrow('no network has the id cantines')
    await bring(unnamed, 'Les cantines')
    expect(await rows("MATCH (network:Network {id: 'cantines'}) RETURN network.name AS name")).toEqual([
      { name: 'Les cantines' },
    ])
  })

  test('go in by a mapping that was guessed', async () => {
    const given = [{ name: 'Cantines 2024.xlsx', bytes: networkHead }]
    const mapping = parseMapping(guess(given).yaml, 'guessed.yaml')
    await writeImport(driver, database, prepareImport(mapping, given))
    expect(await breaches()).toEqual([])
    expect(
      await rows(
        "MATCH (funder:Partner)-[:PARTNERS_IN {role: 'FUNDER'}]->(one) RETURN count(DISTINCT one) AS total",
      ),
    ).toMatchObject([{ total: 1 }])
  })
})
