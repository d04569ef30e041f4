import { beforeEach, describe, expect, test } from 'vitest'
import { graphHash } from '../../api/exchange/writing/graphHash.ts'
import { knownImports } from '../../api/exchange/history/imports.ts'
import { ImportRefused, prepareImport } from '../../api/exchange/importing/prepare.ts'
import { writeImport } from '../../api/exchange/importing/write.ts'
import type { WriteOptions } from '../../api/exchange/importing/write.ts'
import { reportLines } from '../../api/exchange/importing/report.ts'
import { problemLine } from '../../api/exchange/files/format.ts'
import { undoImport } from '../../api/exchange/history/undo.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { cantines, cantinesYaml, file, mapping } from './cantines.ts'

const store = testStore()
const { driver, database } = store
const bring = (text = cantines, options: WriteOptions = {}, rules = mapping()) =>
  writeImport(driver, database, prepareImport(rules, [file(text)]), options)
const inSession = async <T>(work: (session: ReturnType<typeof driver.session>) => Promise<T>): Promise<T> => {
  const session = driver.session({ database })
  try {
    return await work(session)
  } finally {
    await session.close()
  }
}
const hash = () => inSession(graphHash)
const imports = () => inSession(knownImports)
const undo = (number: number) => undoImport(driver, database, number)
const rows = async (text: string) =>
  (await driver.executeQuery(text, {}, { database })).records.map((row) => row.toObject())
const withoutBakery = cantines.split('\n').slice(0, 4).join('\n') + '\n'
const others = mapping(
  cantinesYaml
    .replace('Fédération des cantines', 'Fédération des tables')
    .replace(
      '{ id: cantines, name: Les cantines, headedBy: head }',
      '{ id: tables, name: Les tables, headedBy: head }',
    ),
)

const elsewhere = cantines
  .replaceAll('Les Tablées', 'Nappe')
  .replace('LES TABLEES', 'Nappe')
  .replace(/Ville[^,]*/, '')

beforeEach(() => emptyGraph(store))

describe('an import is remembered', () => {
  test('with who, when, from which bytes, by which mapping, and what it did', async () => {
    const { number } = await bring()
    expect(number).toBe(1)
    expect(await imports()).toMatchObject([
      {
        ...{ number: 1, recordedBy: 'cantines', mapping: 'cantines', files: ['cantines.csv'] },
        ...{ inputs: ['rows'], read: 4, changed: 0, unchanged: 0, leftOut: 0, ended: 0 },
        hashes: [expect.stringMatching(/^[0-9a-f]{64}$/)],
        mappingHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        madeOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/),
      },
    ])
    expect((await bring()).number).toBe(2)
  })

  test('not when it was a dry run', async () => {
    expect(await bring(cantines, { dryRun: true })).not.toHaveProperty('number')
    expect(await imports()).toEqual([])
  })
})

describe('taken back,', () => {
  test('an import leaves the graph as it was before', async () => {
    const before = await hash()
    await bring()
    expect(await hash()).not.toBe(before)
    expect(await undo(1)).toMatchObject({ restored: 0, kept: [] })
    expect(await hash()).toBe(before)
    expect(await imports()).toMatchObject([{ number: 1, undoneOn: expect.any(String) }])
  })

  test('a second import gives back what the first one had said', async () => {
    await bring()
    const before = await hash()
    await bring(cantines.replace('2,Le Fournil', '2,Le Grand Fournil').replace('Ville de Brest', 'Brest'))
    await undo(2)
    expect(await hash()).toBe(before)
  })

  test('an import whose records were changed since says by which one', async () => {
    await bring()
    await bring(cantines.replace('2,Le Fournil', '2,Le Grand Fournil'))
    const before = await hash()
    await expect(undo(1)).rejects.toThrow(
      /^import 1 can't be taken back: 1 record was changed since, by import 2 of [\d-]+: take that back first\n {2}cantines:2$/,
    )
    expect(await hash()).toBe(before)
    await undo(2)
    await undo(1)
    expect(await rows('MATCH (record:Record) RETURN record.id AS id')).toEqual([])
  })

  test('an import leaves territories to whoever uses them since', async () => {
    await bring()
    await bring(elsewhere, {}, others)
    const { kept } = await undo(1)
    expect(kept).toContain('cog:29019')
    expect(kept).toContain('iso:FR')
    expect(await rows('MATCH (record:Record) RETURN DISTINCT record.recordedBy AS by')).toEqual([
      { by: 'tables' },
    ])
    await undo(2)
    expect(await rows('MATCH (record:Record) RETURN record.id AS id')).toEqual([])
  })

  test('an import is not taken back twice, nor one that never was', async () => {
    await bring()
    await undo(1)
    await expect(undo(1)).rejects.toThrow(/was taken back on/)
    await expect(undo(7)).rejects.toThrow('no import has the number 7')
  })
})

describe('what the files no longer say', () => {
  test('is told, and left as it is', async () => {
    await bring()
    const ready = prepareImport(mapping(), [file(withoutBakery)])
    const brought = await writeImport(driver, database, ready)
    expect(
      brought.vanished
        .filter(({ canEnd }) => canEnd)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([
      'ACTS_IN:cantines:2:cog:29019',
      'PARTNERS_IN:cantines:federation-des-cantines:cantines:2:NETWORK_HEAD',
      'PARTNERS_IN:cantines:les-tablees:cantines:2:CARRIER:2018',
      'cantines:2',
    ])
    expect(reportLines(ready.report, brought, false)).toContain(
      'no longer in the files, and left as they are: --retire ends them: 4',
    )
    expect(await rows("MATCH (i {id: 'cantines:2'}) RETURN i.endedOn AS ended")).toEqual([{ ended: null }])
  })

  test('ends on the day that is asked for, once, and comes back with its row', async () => {
    await bring()
    const before = await hash()
    expect(await bring(withoutBakery, { retire: '2026-03' })).toMatchObject({ ended: 4 })
    expect(
      await rows(
        `MATCH (i {id: 'cantines:2'})-[link:ACTS_IN|PARTNERS_IN]-()
         RETURN DISTINCT i.status AS status, i.endedOn AS ended, i.name AS name, link.until AS until`,
      ),
    ).toEqual([{ status: 'ENDED', ended: '2026-03', name: 'Le Fournil', until: '2026-03' }])
    expect(await bring(withoutBakery, { retire: '2026-04' })).toMatchObject({ ended: 0 })
    await undo(3)
    await undo(2)
    expect(await hash()).toBe(before)
    await bring(withoutBakery, { retire: '2026-03' })
    await bring()
    expect(await hash()).toBe(before)
  })

  test('is nothing of other networks or other mappings', async () => {
    await bring()
    expect((await bring(withoutBakery, {}, others)).vanished).toEqual([])
  })
})

describe('rows with errors may be left out', () => {
  const valid = (text: string, rules = mapping()) => prepareImport(rules, [file(text)], { acceptValid: true })

  test('with what hangs on them, and the others are written', async () => {
    const ready = valid(cantines.replace('Les Tablées,2016,Ville', 'Les Tablées,hier,Ville'))
    expect(ready.refused.map(problemLine)).toEqual([
      'cantines.csv, row 2, Depuis: "hier": is no date: a year, 2014-05 or 2014-05-12',
      'cantines.csv, row 3: hangs on row 2, which is left out',
      'cantines.csv, row 4: hangs on row 2, which is left out',
    ])
    await writeImport(driver, database, ready)
    expect(await rows('MATCH (i:Initiative) RETURN i.id AS id')).toEqual([{ id: 'cantines:2' }])
    expect(await imports()).toMatchObject([{ read: 4, leftOut: 3 }])
  })

  test('also when only the graph shows the error', async () => {
    await bring(cantines, {}, others)
    const ids = mapping(
      cantinesYaml.replace(
        "  id: '{Projet}'\n  name",
        "  id: '{Projet}'\n  status: { value: '{Thème}', words: { Lien social: RUNNING, Alimentation: RUNNING } }\n  endedOn: '{CP}'\n  startedOn: '{Depuis}'\n  name",
      ),
    )
    const text = cantines.replace(/29200|75011|97400/g, '').replace('Lien social,,', 'Lien social,,1999')
    await expect(bring(text, {}, ids)).rejects.toThrow(ImportRefused)
    const ready = valid(text, ids)
    const brought = await writeImport(driver, database, ready)
    expect(brought.refused.map(({ row, value }) => [row, value])).toEqual([[5, 'cantines:2']])
    expect(await rows("MATCH (i:Initiative {recordedBy: 'cantines'}) RETURN count(i) AS total")).toEqual([
      { total: 3 },
    ])
  })

  test('but then nothing is retired, for nobody knows what vanished', async () => {
    const ready = valid(`${cantines}3,,X,2016,,,,,,\n`)
    await expect(writeImport(driver, database, ready, { retire: '2026' })).rejects.toThrow(/nobody can tell/)
  })
})
