import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { graphHash } from '../../api/exchange/writing/graphHash.ts'
import { ImportRefused, prepareImport } from '../../api/exchange/importing/prepare.ts'
import { writeImport } from '../../api/exchange/importing/write.ts'
import { undoImport } from '../../api/exchange/history/undo.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { cantines, file, mapping } from './cantines.ts'

const store = testStore()
const { driver, database } = store
const hash = async () => {
  const session = driver.session({ database })
  try {
    return await graphHash(session)
  } finally {
    await session.close()
  }
}
const [head = ''] = cantines.split('\n')
type Canteen = { name: string; carrier: string; since: number; theme: string; place: string }
const canteen: fc.Arbitrary<Canteen> = fc.record({
  name: fc.constantFrom('La Marmite', 'Le Four', 'La Louche', "L'Assiette", 'Le Bol'),
  carrier: fc.constantFrom('Les Tablées', 'Nappes', 'Écuelles'),
  since: fc.integer({ min: 1990, max: 2025 }),
  theme: fc.constantFrom('Alimentation', 'Lien social', ''),
  place: fc.constantFrom('48.3905,-4.4860', '45.7578,4.8320', ','),
})
const canteens = fc.array(canteen, { minLength: 1, maxLength: 12 })
const row = ({ name, carrier, since, theme, place }: Canteen, at: number) =>
  `${at},${name},${carrier},${since},,${theme},,,${place}`
const table = (lines: readonly string[]) => file(`${[head, ...lines].join('\n')}\n`)

const columns = head.split(',')
/** Puts a text into one cell. */
function says(column: string, text: string): Defect {
  const spoil = (line: string) => line.split(',').toSpliced(columns.indexOf(column), 1, text).join(',')
  return { column, spoil }
}
/** A latitude alone is no fault: both are there. */
function placed(column: string, latitude: string, longitude: string): Defect {
  const spoil = (line: string) => says('Lon', longitude).spoil(says('Lat', latitude).spoil(line))
  return { spot: 'place', column, spoil }
}
type Defect = { column: string; spot?: string; spoil: (line: string) => string }
/** Ways to spoil one row, each of which is one error in its column. */
const defects: readonly Defect[] = [
  says('Projet', ''),
  says('Projet', 'ecrire@example.org'),
  says('Depuis', 'hier'),
  says('Depuis', '31/12/2016'),
  says('Nom', ''),
  says('Nom', 'ecrire@example.org'),
  says('Porteur', 'Les Tablées 02 98 00 00 00'),
  says('Partenaires', 'a@example.org'),
  says('Thème', 'Alimentaton'),
  placed('Lat', '95', '2'),
  placed('Lon', '45', 'est'),
  { column: 'beside', spoil: (line) => `${line},de trop` },
]
const several: fc.Arbitrary<readonly Defect[]> = fc.uniqueArray(fc.constantFrom(...defects), {
  selector: ({ spot, column }) => spot ?? column,
  minLength: 1,
  maxLength: 6,
})
type Hit = { at: number; how: readonly Defect[] }
const spoiltBy = (hits: readonly Hit[], at: number, line: string) =>
  hits.find((hit) => hit.at === at)?.how.reduce((all, { spoil }) => spoil(all), line) ?? line
const spoilt = canteens.chain((rows) =>
  fc.record({
    lines: fc.constant(rows.map(row)),
    hits: fc.uniqueArray(fc.record({ at: fc.nat(rows.length - 1), how: several }), {
      selector: ({ at }) => at,
      minLength: 1,
    }),
  }),
)

/** Tables in which nothing hangs on a row that may be spoilt, and what spoils a cell of each: one error in its column. */
const tidyTables: Readonly<Record<string, string>> = {
  'nodes.csv': `id,type,name,summary,territory_code,lat,lon,start,end,identifiers,themes
marmite,Initiative,La Marmite,Repas,cog:29019,,,2016,,,Alimentation
four,Initiative,Le Four,Repas,cog:29019,,,2017,2020,,Alimentation
louche,Initiative,La Louche,Repas,cog:29019,,,2018,,,Alimentation
`,
  'edges.csv': `id,type,source,target,start,end,amount,currency
un,FUNDER,autre:fonds,autre:cantine,2016,2018,1200,EUR
deux,FUNDER,autre:fonds,autre:cantine,2017,2018,1300,EUR
`
    .replaceAll('iso:FR', 'autre:fonds')
    .replaceAll('dep:29', 'autre:cantine'),
  'results.csv': `deployment_id,indicator,value,unit,period_start,period_end,method
autre:cantine,repas,4200,repas,2020,,compté
autre:cantine,convives,300,personnes,2020,,compté
`,
}
const spoilers: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'nodes.csv': [
    ['id', ''],
    ['type', ''],
    ['type', 'Initiativ'],
    ['name', 'ecrire@example.org'],
    ['summary', 'appeler le 02 98 00 00 00'],
    ['territory_code', 'cog:99999'],
    ['start', 'hier'],
    ['end', 'demain'],
    ['identifiers', 'siren:123'],
  ],
  'edges.csv': [
    ['type', ''],
    ['type', 'FUNDR'],
    ['source', ''],
    ['target', 'cantin'],
    ['start', 'hier'],
    ['end', 'demain'],
    ['amount', 'beaucoup'],
    ['currency', 'euros'],
  ],
  'results.csv': [
    ['deployment_id', 'cantin'],
    ['indicator', ''],
    ['value', 'beaucoup'],
    ['unit', ''],
    ['period_start', 'hier'],
    ['method', 'a@example.org'],
  ],
}
const spoiltTables = fc.uniqueArray(
  fc.constantFrom(...Object.keys(tidyTables)).chain((name) =>
    fc.record({
      file: fc.constant(name),
      // Each table has two rows at least.
      at: fc.nat(1),
      how: fc.uniqueArray(fc.constantFrom(...(spoilers[name] ?? [])), {
        selector: ([column]) => column,
        minLength: 1,
        maxLength: 6,
      }),
    }),
  ),
  { selector: ({ file: of, at }) => `${of} ${at}`, minLength: 1 },
)

beforeEach(() => emptyGraph(store))

describe('whatever a table holds,', () => {
  test('k defects are told as exactly k errors, each at its row and column', () => {
    fc.assert(
      fc.property(spoilt, ({ lines, hits }) => {
        const broken = lines.map((line, at) => spoiltBy(hits, at, line))
        const told = () => prepareImport(mapping(), [table(broken)])
        expect(told).toThrow(ImportRefused)
        try {
          told()
        } catch (error) {
          if (!(error instanceof ImportRefused)) throw error
          const told = error.problems.map(({ row, column = 'beside' }) => `${row} ${column}`)
          expect(told.sort()).toEqual(
            hits.flatMap(({ at, how }) => how.map(({ column }) => `${at + 2} ${column}`)).sort(),
          )
        }
      }),
      { numRuns: 40 },
    )
  })

  test('k defects of tidy tables are told as exactly k errors too', () => {
    fc.assert(
      fc.property(spoiltTables, (hits) => {
        const broken = Object.entries(tidyTables).map(([name, text]) => {
          const [names = '', ...lines] = text.trim().split('\n')
          const ofFile = hits.filter((hit) => hit.file === name)
          const spoiltLines = lines.map((line, at) => {
            const hit = ofFile.find((one) => one.at === at)
            return (hit?.how ?? []).reduce((all, [column, said]) => {
              const cells = all.split(',')
              return cells.toSpliced(names.split(',').indexOf(column), 1, said).join(',')
            }, line)
          })
          return file(`${[names, ...spoiltLines].join('\n')}\n`, name)
        })
        expect(() => prepareImport(undefined, broken, { as: 'cantines' })).toThrow(ImportRefused)
        try {
          prepareImport(undefined, broken, { as: 'cantines' })
        } catch (error) {
          if (!(error instanceof ImportRefused)) throw error
          expect(error.problems.map(({ file: of, row, column }) => `${of} ${row} ${column}`).sort()).toEqual(
            hits
              .flatMap(({ file: of, at, how }) => how.map(([column]) => `${of} ${at + 2} ${column}`))
              .sort(),
          )
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the good rows alone are what is written when the bad ones are left out', () => {
    fc.assert(
      fc.property(spoilt, ({ lines, hits }) => {
        const bad = (at: number) => hits.find((hit) => hit.at === at)
        const broken = lines.map((line, at) => spoiltBy(hits, at, line))
        const some = prepareImport(mapping(), [table(broken)], { acceptValid: true })
        const made = [...some.records.nodes].filter(({ label }) => label === 'Initiative').map(({ id }) => id)
        expect(made).toEqual(lines.flatMap((_, at) => (bad(at) ? [] : [`cantines:${at}`])))
      }),
      { numRuns: 40 },
    )
  })

  test('a second time it changes nothing, and taken back it leaves the graph as before', async () => {
    await fc.assert(
      fc.asyncProperty(canteens, canteens, async (one, other) => {
        await emptyGraph(store)
        const bring = (rows: Canteen[]) =>
          writeImport(driver, database, prepareImport(mapping(), [table(rows.map(row))]))
        await bring(one)
        const before = await hash()
        expect(await bring(one)).toMatchObject({
          ...{ nodesCreated: 0, nodesChanged: 0, linksCreated: 0, linksChanged: 0 },
        })
        expect(await hash()).toBe(before)
        const { number = 0 } = await bring(other)
        await undoImport(driver, database, number)
        expect(await hash()).toBe(before)
      }),
      { numRuns: 5 },
    )
  })
})
