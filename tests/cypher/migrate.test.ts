import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { searched } from '../../api/exchange/searchText.ts'
import { migrate, statements } from '../../api/neo4j/migrate.ts'
import { emptyGraph, testStore } from '../support/store.ts'

const store = testStore()
const { driver, database } = store
let folder = ''

const run = async (text: string) => (await driver.executeQuery(text, {}, { database })).records
const total = async (label: string) =>
  Number((await run(`MATCH (node:${label}) RETURN count(node) AS total`))[0]?.get('total'))
const forgetMigrations = () => run('MATCH (migration:Migration) DELETE migration')

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'essaim-migrations-'))
  await emptyGraph(store)
  await forgetMigrations()
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await forgetMigrations()
  await emptyGraph(store)
})

describe('a migration', () => {
  test('runs once, in the order of numbers', async () => {
    write('V0002__count_them.cypher', 'MATCH (step:Step) CREATE (:Step {seen: step.name});')
    write('V0001__first_step.cypher', "// The first.\nCREATE (:Step {name: 'a;b'});\n")
    expect(await migrate(driver, database, folder)).toEqual({
      applied: ['V0001__first_step.cypher', 'V0002__count_them.cypher'],
    })
    expect(await migrate(driver, database, folder)).toEqual({ applied: [] })
    expect(await total('Step')).toBe(2)
  })

  test('that has changed since it was applied refuses to start', async () => {
    write('V0001__first_step.cypher', 'CREATE (:Step)')
    await migrate(driver, database, folder)
    write('V0001__first_step.cypher', 'CREATE (:Step {more: true})')
    await expect(migrate(driver, database, folder)).rejects.toThrow(
      'V0001__first_step.cypher has changed since it was applied',
    )
    expect(await total('Step')).toBe(1)
  })

  test('that fails leaves nothing, and the ones before it stay', async () => {
    write('V0001__first_step.cypher', 'CREATE (:Step)')
    write('V0002__stumble.cypher', 'CREATE (:Step);\nCREATE (:Step {at: 1 / 0});')
    await expect(migrate(driver, database, folder)).rejects.toThrow('by zero')
    expect(await total('Step')).toBe(1)
  })

  test('is applied by one of two processes that start at once', async () => {
    write('V0001__first_step.cypher', 'CREATE (:Step)')
    write('V0002__second_step.cypher', 'CREATE (:Step)')
    const starts = await Promise.all([1, 2, 3].map(() => migrate(driver, database, folder)))
    expect(starts.flatMap(({ applied }) => applied).sort()).toEqual([
      'V0001__first_step.cypher',
      'V0002__second_step.cypher',
    ])
    expect(await total('Step')).toBe(2)
  })

  test('that is too big for one transaction commits as it goes', async () => {
    write(
      'V0001__many.cypher',
      'UNWIND range(1, 10) AS n CALL (n) { CREATE (:Step) } IN TRANSACTIONS OF 3 ROWS',
    )
    expect(await migrate(driver, database, folder)).toEqual({ applied: ['V0001__many.cypher'] })
    expect(await migrate(driver, database, folder)).toEqual({ applied: [] })
    expect(await total('Step')).toBe(10)
  })

  test('of a newer Essaim refuses to start', async () => {
    write('V0001__first_step.cypher', 'CREATE (:Step)')
    await migrate(driver, database, folder)
    rmSync(join(folder, 'V0001__first_step.cypher'))
    await expect(migrate(driver, database, folder)).rejects.toThrow(
      'changed by V0001, which this version of Essaim does not know',
    )
  })

  test('has a number of its own and a name that says what it does', async () => {
    write('V1__x.cypher', 'RETURN 1')
    await expect(migrate(driver, database, folder)).rejects.toThrow('V0001__what_it_does.cypher')
    rmSync(join(folder, 'V1__x.cypher'))
    write('V0001__one.cypher', 'RETURN 1')
    write('V0001__other.cypher', 'RETURN 1')
    await expect(migrate(driver, database, folder)).rejects.toThrow('have the same number')
  })
})

describe('constraints and indexes', () => {
  test('are there and online after a migrate', async () => {
    await migrate(driver, database)
    const names = (await run("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name")).map(
      (row) => row.get('name'),
    )
    expect(names).toEqual(
      expect.arrayContaining([
        'record_id',
        'initiative_id',
        'initiative_sort',
        'search_stems',
        'search_words',
        'territory_position',
      ]),
    )
  })

  test('of search are of the records that are written with what it reads, and replace the former two', async () => {
    await run('CREATE FULLTEXT INDEX search_folded FOR (record:Initiative) ON EACH [record.searchText]')
    await migrate(driver, database)
    const found = await run(
      "SHOW INDEXES YIELD name, type, labelsOrTypes WHERE type = 'FULLTEXT' RETURN name, labelsOrTypes ORDER BY name",
    )
    const labels = [...searched].sort()
    expect(found.map((row) => [row.get('name'), (row.get('labelsOrTypes') as string[]).toSorted()])).toEqual([
      ['search_stems', labels],
      ['search_words', labels],
    ])
  })

  test('that an equal one of another name keeps out are named', async () => {
    await run('DROP INDEX commons_sort')
    await run('CREATE INDEX homemade FOR (commons:Commons) ON (commons.sortKey)')
    try {
      await expect(migrate(driver, database)).rejects.toThrow('no index called commons_sort')
    } finally {
      await run('DROP INDEX homemade')
      await migrate(driver, database)
    }
  })
})

test('statements end at a semicolon that ends a line', () => {
  expect(statements("// why\nCREATE ({a: 'b; c'});\n\nRETURN 1;\n")).toEqual([
    "CREATE ({a: 'b; c'})",
    'RETURN 1',
  ])
})

function write(file: string, text: string): void {
  writeFileSync(join(folder, file), text)
}
