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
/** Who is of no project is not read on: whether it is a first row or a further site is not known. */
const ofNone: readonly Defect[] = [says('Projet', '')]
const several: fc.Arbitrary<readonly Defect[]> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.uniqueArray(fc.constantFrom(...defects), {
      selector: ({ spot, column }) => spot ?? column,
      minLength: 1,
      maxLength: 6,
    }),
  },
  { weight: 1, arbitrary: fc.constant(ofNone) },
)
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

  test('the good rows alone are what is written when the bad ones are left out', () => {
    fc.assert(
      fc.property(spoilt, ({ lines, hits }) => {
        const bad = (at: number) => hits.find((hit) => hit.at === at)
        const broken = lines.map((line, at) => spoiltBy(hits, at, line))
        const some = prepareImport(mapping(), [table(broken)], { acceptValid: true })
        const made = some.records.nodes.filter(({ label }) => label === 'Initiative').map(({ id }) => id)
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
