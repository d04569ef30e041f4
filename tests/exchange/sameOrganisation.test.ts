import { beforeEach, describe, expect, test } from 'vitest'
import { likeness } from '../../api/exchange/identity/alike.ts'
import { checkGraph } from '../../api/exchange/writing/check.ts'
import { prepareImport } from '../../api/exchange/importing/prepare.ts'
import { writeImport } from '../../api/exchange/importing/write.ts'
import { oneWriter } from '../../api/exchange/writing/lock.ts'
import { parseMapping } from '../../api/exchange/mapping/mapping.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { file } from './cantines.ts'

const described = (name: string, more: Partial<Parameters<typeof likeness>[0]> = {}) => ({
  ...{ name, identifiers: [], territories: [] },
  ...more,
})
const brest = { territories: ['cog:29019'] }

describe('two records', () => {
  test.each([
    ['of one name', described('Les Tablées'), described('LES TABLEES'), 0.5, 'Même nom'],
    [
      'of one name and place',
      described('Tablées', brest),
      described('Tablées', { territories: ['dep:29'] }),
      // 1 - (1 - 0.5) × (1 - 0.4)
      0.7,
      'Même nom ; même territoire (Brest)',
    ],
    [
      'of one website under other names',
      described('Tablées', { website: 'https://www.tablees.example.org/' }),
      described('Les Tablées', { website: 'http://tablees.example.org' }),
      0.6,
      'Même site tablees.example.org',
    ],
    [
      'with one SIREN and one name',
      described('Tablées', { identifiers: ['siren:775666704'] }),
      described('Tablées', { identifiers: ['siren:775666704', 'rna:W291000001'] }),
      // 1 - (1 - 0.9) × (1 - 0.5)
      0.95,
      'Même SIREN 775666704 ; même nom',
    ],
    [
      'of one website and name, in other places',
      described('Tablées', { website: 'https://t.example.org', ...brest }),
      described('Tablées', { website: 'https://t.example.org', territories: ['cog:44109'] }),
      // (1 - 0.5 × 0.4) × 0.6 = 0.48: not worth a look
      undefined,
      undefined,
    ],
    [
      'with other SIREN',
      described('Tablées', { identifiers: ['siren:775666704'], website: 'https://t.example.org' }),
      described('Tablées', { identifiers: ['siren:217500016'], website: 'https://t.example.org' }),
      undefined,
      undefined,
    ],
    ['of one place alone', described('Tablées', brest), described('Fournil', brest), undefined, undefined],
  ])('%s', (_, one, other, score, evidence) => {
    expect(likeness(one, other)).toEqual(score === undefined ? undefined : { score, evidence })
  })
})

const store = testStore()
const { driver, database } = store
const mapping = (network: string) =>
  parseMapping(
    `title: Members
source: https://example.org/${network}
recordedOn: 2026-01-01
network: { id: ${network}, name: ${network} }
inputs: { rows: { has: [Nom, SIREN] } }
members:
  name: '{Nom}'
  kind: ASSOCIATION
  website: '{Site}'
  identifiers: { SIREN: '{SIREN}' }
  territory: { code: '{INSEE}' }
`,
    `${network}.yaml`,
  )
const bring = async (network: string, rows: string) => {
  const ready = prepareImport(mapping(network), [file(`Nom,SIREN,Site,INSEE\n${rows}`)])
  return { written: await writeImport(driver, database, ready), report: ready.report }
}
const proposals = async () =>
  (
    await driver.executeQuery(
      `MATCH (one)-[link:SAME_AS]->(other)
       RETURN one.id AS one, other.id AS other, link.status AS status, link.score AS score, link.evidence AS evidence
       ORDER BY one`,
      {},
      { database },
    )
  ).records.map((row) => row.toObject())

describe('an organisation that another network has too', () => {
  beforeEach(async () => {
    await emptyGraph(store)
    await bring('north', 'Les Tablées,775666704,,29019\nLe Fournil,,https://fournil.example.org,29019\n')
  })

  test('is proposed as the same, never melted into it', async () => {
    const { report } = await bring('south', 'Tablées de Brest,775 666 704,,29019\nLe Verger,,,44109\n')
    expect(await proposals()).toEqual([
      {
        one: 'south:tablees-de-brest',
        other: 'north:les-tablees',
        status: 'PROPOSED',
        // 1 - (1 - 0.9) × (1 - 0.4)
        score: 0.94,
        evidence: 'Même SIREN 775666704 ; même territoire (Brest)',
      },
    ])
    expect(report.met).toHaveLength(1)
    const session = driver.session({ database })
    expect((await checkGraph(session)).breaches).toEqual([])
    await session.close()
  })

  test('brought again changes nothing', async () => {
    const rows = 'Tablées,775666704,,29019\nFournil,,http://www.fournil.example.org/,29019\n'
    await bring('south', rows)
    expect(await proposals()).toHaveLength(2)
    expect((await bring('south', rows)).written).toMatchObject({
      ...{ nodesCreated: 0, nodesChanged: 0, linksCreated: 0, linksChanged: 0 },
    })
  })

  test('that is told of while this one waits to write is proposed all the same', async () => {
    const blocked = async () => {
      const { records } = await driver.executeQuery(
        "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*) AS waiting",
      )
      return Number(records[0]?.get('waiting'))
    }
    const waiting = await oneWriter(driver, database, async (tx) => {
      const brought = bring('south', 'Le Verger,,https://verger.example.org,29019\n')
      await expect.poll(blocked, { interval: 20, timeout: 4000 }).toBe(1)
      await tx.run(
        "MATCH (known:Partner {id: 'north:le-fournil'}) SET known.website = 'https://verger.example.org'",
      )
      return { brought }
    })
    await waiting.brought
    expect(await proposals()).toMatchObject([{ one: 'south:le-verger', other: 'north:le-fournil' }])
  })

  test('that somebody decided about is not proposed again', async () => {
    const rows = 'Tablées,775666704,,29019\n'
    await bring('south', rows)
    await driver.executeQuery("MATCH ()-[link:SAME_AS]->() SET link.status = 'REJECTED'", {}, { database })
    await bring('south', rows)
    expect(await proposals()).toMatchObject([{ status: 'REJECTED' }])
    await bring('north', 'Les Tablées,775666704,,29019\n')
    expect(await proposals()).toHaveLength(1)
  })
})

describe('an organisation that the same network has already', () => {
  beforeEach(() => emptyGraph(store))

  test('is one record by its SIREN, whatever its name is now', async () => {
    await bring('north', 'Les Tablées,775666704,,29019\n')
    const { written, report } = await bring('north', 'Tablées bretonnes,775666704,,29019\n')
    expect(written).toMatchObject({ nodesCreated: 0, nodesChanged: 1, linksCreated: 0 })
    expect(report.met).toMatchObject([{ known: 'north:les-tablees', outcome: 'one record' }])
    const { records } = await driver.executeQuery(
      'MATCH (partner:Partner) RETURN partner.name AS name',
      {},
      { database },
    )
    expect(records.map((row) => row.get('name') as string)).toEqual(['Tablées bretonnes'])
  })

  test('twice in one file is one record by its SIREN, and two of one name by two', async () => {
    const { report } = await bring(
      'north',
      'Les Tablées,775666704,,29019\nTablées,775666704,,29019\nLes Tablées,217500016,,75056\n',
    )
    expect(report.partners).toBe(2)
    expect(report.merged).toMatchObject([{ id: 'north:les-tablees', spellings: ['Les Tablées', 'Tablées'] }])
    expect(report.leftOut.map(({ rule }) => rule)).toEqual([
      'another record of this name has another SIREN: they are kept apart',
    ])
  })
})
