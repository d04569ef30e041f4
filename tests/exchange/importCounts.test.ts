import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { prepareImport } from '../../api/exchange/importing/prepare.ts'
import { writeImport } from '../../api/exchange/importing/write.ts'
import { readMapping } from '../../api/exchange/mapping/mapping.ts'
import { placeOf } from '../../api/exchange/places/places.ts'
import { territoryRecords } from '../../api/exchange/places/territories.ts'
import { testApi } from '../api/api.ts'
import { emptyGraph, testStore } from '../support/store.ts'

const folder = new URL('../../../shared/data/france-sengage/', import.meta.url)
const store = testStore()
const { ask } = testApi(store)

type Site = {
  id: string
  isFurther: boolean
  isChosen: boolean
  carrier: string
  words: string[]
  within: Set<string>
}

/** The file itself: a project for the first row of each number, a further site for each other row. */
function sites(): Site[] {
  const rows: Record<string, string>[] = parse(readFileSync(new URL('ffe_v0_sites.csv', folder)), {
    bom: true,
    columns: (names: string[]) => names.map((name) => name.replace(/\s+/g, ' ').trim()),
  })
  const seen = new Set<string>()
  return rows.map((row) => {
    const [number = '', latitude = '', longitude = ''] = [row['ID CIS'], row['lat'], row['long']].map(
      (cell) => cell?.trim(),
    )
    const isFurther = seen.has(number)
    seen.add(number)
    const { territory } = latitude ? placeOf(Number(latitude), Number(longitude)) : {}
    return {
      id: isFurther ? `${number}:${latitude},${longitude}` : number,
      isFurther,
      isChosen: /^\d{4}$/.test(row['Lauréats']?.trim() ?? ''),
      carrier: row['Structure porteuse']?.trim() ?? '',
      words: Object.entries(row)
        .filter(([column]) => /^Tag CIS - Niveau (- 1 - Thématiques|2 - Sous-thématiques) \d$/.test(column))
        .map(([, cell]) => cell.trim()),
      // A territory and all that it is part of.
      within: new Set(territory ? territoryRecords([territory], 'us', '2019').nodes.map(({ id }) => id) : []),
    }
  })
}

describe.skipIf(!existsSync(folder))(
  "the laureates of La France s'engage, counted in their file (skipped without it)",
  () => {
    const all = existsSync(folder) ? sites() : []
    const inside = (code: string) => all.filter(({ within }) => within.has(code))
    const total = (rows: Site[]) => new Set(rows.map(({ id }) => id)).size
    const mapOf = async (level: string) => {
      const { data, errors } = await ask(
        `{ territoryCounts(level: ${level}, inside: "iso:FR") { total territories { code initiatives partners inspired redone scaled } } }`,
      )
      expect(errors).toBeUndefined()
      return data?.territoryCounts as unknown as { total: number; territories: { code: string }[] }
    }

    beforeAll(async () => {
      await emptyGraph(store)
      const files = ['ffe_v0_sites.csv', 'ffe_v3_projects.csv']
      const given = files.map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }))
      await writeImport(store.driver, store.database, prepareImport(readMapping('france-sengage'), given))
    })

    test.each([
      ['REGION', 'reg:'],
      ['DEPARTMENT', 'dep:'],
      ['INTERCOMMUNALITY', 'epci:'],
      ['MUNICIPALITY', 'cog:'],
    ])('each territory of the level %s holds the rows that lie in it', async (level, scheme) => {
      const codes = new Set(
        all.flatMap(({ within }) => [...within].filter((code) => code.startsWith(scheme))),
      )
      const { territories } = await mapOf(level)
      expect(
        territories
          .filter(({ code }) => codes.has(code))
          .map(({ code }) => code)
          .sort(),
      ).toEqual([...codes].sort())
      for (const row of territories) {
        const here = inside(row.code)
        const projects = here.filter(({ isFurther }) => !isFurther)
        expect(row).toEqual({
          code: row.code,
          initiatives: total(here),
          // Whoever carries a project, and the foundation once when it chose one of them; sites have nobody.
          partners:
            new Set(projects.map(({ carrier }) => carrier)).size +
            Number(projects.some(({ isChosen }) => isChosen)),
          inspired: 0,
          redone: total(here) - total(projects),
          scaled: 0,
        })
      }
    })

    test('the list of a territory and of a theme has these rows too', async () => {
      const { data, errors } = await ask(`{
        all: initiativesCount
        inFrance: initiativesCount(territory: "iso:FR")
        inDrome: initiativesCount(territory: "dep:26")
        handicap: initiativesCount(theme: "la-france-s-engage:theme-handicap")
        inParis: initiativesCount(territory: "dep:75", theme: "la-france-s-engage:theme-handicap")
      }`)
      expect(errors).toBeUndefined()
      const handicap = (rows: Site[]) => rows.filter(({ words }) => words.includes('Handicap'))
      expect(data).toEqual({
        all: total(all),
        inFrance: total(inside('iso:FR')),
        inDrome: total(inside('dep:26')),
        handicap: total(handicap(all)),
        inParis: total(handicap(inside('dep:75'))),
      })
    })
  },
)
