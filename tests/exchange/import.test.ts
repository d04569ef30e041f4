import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkGraph } from '../../api/exchange/writing/check.ts'
import { ImportRefused, prepareImport } from '../../api/exchange/importing/prepare.ts'
import { writeImport } from '../../api/exchange/importing/write.ts'
import { reportLines } from '../../api/exchange/importing/report.ts'
import { readMapping } from '../../api/exchange/mapping/mapping.ts'
import type { Mapping } from '../../api/exchange/mapping/mapping.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { cantines, cantinesYaml, file, mapping } from './cantines.ts'

const store = testStore()
const { driver, database } = store
const rows = async (text: string) =>
  (await driver.executeQuery(text, {}, { database })).records.map((row) => row.toObject())
const total = async (pattern: string) =>
  Number((await rows(`MATCH ${pattern} RETURN count(*) AS total`))[0]?.['total'])
const bring = (text = cantines, rules: Mapping = mapping(), dryRun = false) =>
  writeImport(driver, database, prepareImport(rules, [file(text)]), { dryRun })
const breaches = async () => {
  const session = driver.session({ database })
  try {
    return (await checkGraph(session)).breaches
  } finally {
    await session.close()
  }
}

describe('an import into the graph', () => {
  beforeEach(() => emptyGraph(store))

  test('writes what it read, and breaks no rule', async () => {
    await bring()
    expect(await total('(:Initiative)')).toBe(4)
    expect(
      await total("(:Partner {id: 'cantines:les-tablees'})-[:PARTNERS_IN {role: 'CARRIER'}]->(:Initiative)"),
    ).toBe(2)
    expect(
      await total("(:Initiative {id: 'cantines:1'})<-[:REPLICATES {level: 'REDONE'}]-(:Initiative)"),
    ).toBe(2)
    expect(
      await total("(:Initiative {id: 'cantines:1'})-[:ACTS_IN]->()-[:PART_OF]->*(:Territory {id: 'reg:53'})"),
    ).toBe(1)
    expect(await breaches()).toEqual([])
  })

  test('done twice says that nothing changed', async () => {
    await bring()
    const ready = prepareImport(mapping(), [file(cantines)])
    const written = await writeImport(driver, database, ready)
    expect(written).toMatchObject({ nodesCreated: 0, nodesChanged: 0, linksCreated: 0, linksChanged: 0 })
    expect(reportLines(ready.report, written, false)).toContainEqual(
      expect.stringMatching(/nothing changed: \d+ records and \d+ links/),
    )
  })

  test('changes only what says something else', async () => {
    await bring()
    expect(await bring(cantines.replace('2,Le Fournil', '2,Le Grand Fournil'))).toMatchObject({
      nodesCreated: 0,
      nodesChanged: 1,
      linksCreated: 0,
      linksChanged: 0,
    })
  })

  test('as a dry run writes nothing', async () => {
    const written = await bring(cantines, mapping(), true)
    expect(written.nodesCreated).toBeGreaterThan(10)
    expect(await total('(:Record)')).toBe(0)
  })

  test('writes none of its rows when one is bad', async () => {
    expect(() => prepareImport(mapping(), [file(`${cantines}3,,X,2016,,,,,,\n`)])).toThrow(
      'nothing was written, errors: 1',
    )
    expect(await total('(:Record)')).toBe(0)
  })

  test('writes none of its rows when the graph would break a rule, dry or not', async () => {
    const scaled = mapping(cantinesYaml.replace('level: REDONE', 'level: SCALED'))
    await expect(bring(cantines, scaled, true)).rejects.toThrow(ImportRefused)
    await expect(bring(cantines, scaled)).rejects.toThrow(/commons/)
    expect(await total('(:Record)')).toBe(0)
  })

  test('in the name of a network that is not there says so', async () => {
    const ready = prepareImport(mapping(), [file(cantines)], { as: 'nobody' })
    await expect(writeImport(driver, database, ready)).rejects.toThrow('no network has the id nobody')
  })
})

const folder = new URL('../../../shared/data/france-sengage/', import.meta.url)

describe.skipIf(!existsSync(folder))(
  "the laureates of La France s'engage (skipped without their files)",
  () => {
    const laureates = () =>
      prepareImport(
        readMapping('france-sengage'),
        ['ffe_v0_sites.csv', 'ffe_v3_projects.csv'].map((name) => ({
          name,
          bytes: readFileSync(new URL(name, folder)),
        })),
      )

    beforeAll(async () => {
      await emptyGraph(store)
      await writeImport(driver, database, laureates())
    })

    test('are 150 projects with 153 further sites', async () => {
      const { report } = laureates()
      expect(report).toMatchObject({ projects: 150, sites: 153, partners: 151, themes: 39 })
      expect(report.links).toEqual({
        ABOUT: 1185,
        ACTS_IN: 293,
        BROADER: 25,
        HEADS: 1,
        PARTNERS_IN: 289,
        REPLICATES: 153,
      })
      expect(report.joins).toMatchObject([{ joined: 150, alone: [] }])
      expect(await total('(:Initiative)')).toBe(303)
    })

    test('have postal columns that are not believed', () => {
      const { checks } = laureates().report
      expect(checks.map(({ agree, conflicts }) => [agree, conflicts.length])).toEqual([
        [37, 55],
        [37, 55],
        [301, 2],
        [292, 0],
      ])
      expect(checks[1]?.conflicts[0]?.rule).toBe(
        'stands a row too high, it seems: of 98 cells that contradict their own row, 44 fit the row below',
      )
    })

    test('have in the Réseau Cocagne the one with 25 sites', async () => {
      const [garden] = await rows(
        `MATCH (:Partner {id: 'la-france-s-engage:reseau-cocagne'})-[:PARTNERS_IN {role: 'CARRIER'}]->(project)
       RETURN project.id AS id, project.website AS website, 1 + count { (project)<-[:REPLICATES]-() } AS sites`,
      )
      expect(garden).toEqual({
        id: 'la-france-s-engage:5',
        website: 'http://www.reseaucocagne.asso.fr/',
        sites: 25,
      })
    })

    test('break no rule, and brought again change nothing', async () => {
      expect(await breaches()).toEqual([])
      expect(await writeImport(driver, database, laureates())).toMatchObject({
        nodesCreated: 0,
        nodesChanged: 0,
        linksCreated: 0,
        linksChanged: 0,
      })
    })
  },
)
