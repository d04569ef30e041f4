import { beforeEach, expect, test } from 'vitest'
import { searchText, sortKey } from '../../api/exchange/searchText.ts'
import { migrate } from '../../api/neo4j/migrate.ts'
import { nasty } from '../api/nasty.ts'
import { emptyGraph, testStore } from '../support/store.ts'

const store = testStore()
const { driver, database } = store
const names = [
  ...nasty,
  'Épicerie',
  "L’Œuvre d'Ægir",
  'ﬁn № ½',
  'x'.repeat(300),
  '東京 の 庭',
  ' a  b ',
  'Ἀθῆναι',
]

beforeEach(() => emptyGraph(store))

test('the migration sorts names as the write path does, and leaves alone what is sorted', async () => {
  const rows = names.map((name, place) => ({ name, id: `i${place}` }))
  await driver.executeQuery(
    'UNWIND $rows AS row CREATE (i:Record:Initiative) SET i = row',
    { rows },
    { database },
  )
  await driver.executeQuery("CREATE (:Record:Theme {id: 't', name: 'Z', sortKey: 'a\tt'})", {}, { database })
  await driver.executeQuery('MATCH (migration:Migration) DELETE migration', {}, { database })
  const { applied } = await migrate(driver, database)
  expect(applied).toContain('V0001__sort_names.cypher')
  const { records } = await driver.executeQuery(
    'MATCH (record:Record) RETURN record.id AS id, record.sortKey AS key',
    {},
    { database },
  )
  const keys = Object.fromEntries(records.map((row) => [row.get('id'), row.get('key')]))
  expect(keys).toEqual({
    ...Object.fromEntries(rows.map(({ name, id }) => [id, sortKey(name, id)])),
    t: 'a\tt',
  })
})

test('programmes that were written before search knew them are found', async () => {
  const rows = names.map((name, place) => ({ name, id: `p${place}` }))
  await driver.executeQuery(
    'UNWIND $rows AS row CREATE (p:Record:Programme) SET p = row',
    { rows },
    { database },
  )
  await driver.executeQuery('MATCH (migration:Migration) DELETE migration', {}, { database })
  const { applied } = await migrate(driver, database)
  expect(applied).toContain('V0002__search_programmes.cypher')
  const { records } = await driver.executeQuery(
    'MATCH (p:Programme) RETURN p.id AS id, [p.searchText, p.sortKey] AS texts',
    {},
    { database },
  )
  const texts = Object.fromEntries(records.map((row) => [row.get('id'), row.get('texts')]))
  expect(texts).toEqual(
    Object.fromEntries(rows.map(({ name, id }) => [id, [searchText(name), sortKey(name, id)]])),
  )
})
