import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { prepareImport } from '../../api/exchange/importing/prepare.ts'
import { writeImport } from '../../api/exchange/importing/write.ts'
import { readMapping } from '../../api/exchange/mapping/mapping.ts'
import { placeOf } from '../../api/exchange/places/places.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { testApi } from './api.ts'

const store = testStore()
const { ask } = testApi(store)
const folder = new URL('../../../shared/data/france-sengage/', import.meta.url)
const file = (name: string) => ({ name, bytes: readFileSync(new URL(name, folder)) })
type Row = Record<string, string>

/** The rows of the sites, each with whether it is the first of its project; cells without the spaces around them. */
const sites = () =>
  (parse(file('ffe_v0_sites.csv').bytes, { columns: true, bom: true }) as Row[]).map((cells, place, all) => {
    const row = Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name.trim(), cell.trim()]))
    return { row, isFirst: all.findIndex((other) => other['ID CIS'] === row['ID CIS']) === place }
  })

/** How many initiatives, partners and links surround these rows: each first row has its carrier, and its award if any. */
function expected(rows: ReturnType<typeof sites>) {
  const projects = rows.filter(({ isFirst }) => isFirst).map(({ row }) => row)
  const awarded = projects.filter((row) => /^\d{4}$/.test(row['Lauréats'] ?? ''))
  const carriers = new Set(projects.map((row) => row['Structure porteuse']))
  return {
    initiatives: rows.length,
    partners: carriers.size + Math.min(awarded.length, 1),
    carried: projects.length,
    awarded: awarded.length,
  }
}

async function around(given: string) {
  const { data, errors } = await ask(
    `{ partnerMap(of: [${given}], depth: 1, first: 1000) { nodes { depth kind } links { role } } }`,
  )
  expect(errors).toBeUndefined()
  const { nodes = [], links = [] } = data?.partnerMap as unknown as Record<string, Row[]>
  const withRole = (role: string) => links.filter((link) => link['role'] === role).length
  return {
    initiatives: nodes.filter(({ kind, depth }) => kind === 'INITIATIVE' && Number(depth) === 0).length,
    partners: nodes.filter(({ kind, depth }) => kind === 'PARTNER' && Number(depth) === 1).length,
    carried: withRole('CARRIER'),
    awarded: withRole('INSTITUTIONAL'),
  }
}

describe.skipIf(!existsSync(folder))(
  "around the laureates of La France s'engage (skipped without their files)",
  () => {
    beforeAll(async () => {
      await emptyGraph(store)
      const files = ['ffe_v0_sites.csv', 'ffe_v3_projects.csv'].map(file)
      await writeImport(store.driver, store.database, prepareImport(readMapping('france-sengage'), files))
    })

    test.each(['75', '69', '93', '13'])('département %s has the rows whose place begins so', async (code) => {
      const inside = sites().filter(({ row }) => {
        if (!row['lat'] || !row['long']) return false
        const { territory = '' } = placeOf(Number(row['lat']), Number(row['long']))
        return territory === `dep:${code}` || territory.startsWith(`cog:${code}`)
      })
      expect(inside.length).toBeGreaterThan(2)
      expect(await around(`"dep:${code}"`)).toEqual(expected(inside))
    })

    // The mapping's own words for the theme and the three narrower ones.
    const employment = ['EMPLOI', 'Accès à l’emploi', 'Formation professionnelle', 'Organisation du travail']

    test('employment has the rows that name it or one of its three narrower themes', async () => {
      const about = sites().filter(({ row }) =>
        Object.entries(row).some(
          ([column, cell]) =>
            /hématiques \d$/.test(column) && employment.includes(cell.replaceAll(/\s+/g, ' ')),
        ),
      )
      expect(about.length).toBeGreaterThan(50)
      expect(await around('"la-france-s-engage:theme-emploi"')).toEqual(expected(about))
    })
  },
)
