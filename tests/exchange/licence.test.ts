import { beforeEach, describe, expect, test } from 'vitest'
import { undoImport } from '../../api/exchange/history/undo.ts'
import { prepareImport } from '../../api/exchange/importing/prepare.ts'
import type { ImportOptions } from '../../api/exchange/importing/prepare.ts'
import { writeImport } from '../../api/exchange/importing/write.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { cantines, cantinesYaml, file, mapping } from './cantines.ts'

const store = testStore()
const { driver, database } = store
const licences = async () => {
  const { records } = await driver.executeQuery(
    'MATCH (network:Network) RETURN network.id AS id, network.licence AS licence',
    {},
    { database },
  )
  return Object.fromEntries(records.map((row) => [row.get('id') as string, row.get('licence') as string]))
}
const licensed = mapping(cantinesYaml.replace('headedBy: head', 'headedBy: head, licence: ODbL-1.0'))
const bring = async (options: ImportOptions, by = licensed) => {
  const ready = prepareImport(by, [file(cantines)], options)
  return { ...(await writeImport(driver, database, ready)), notes: ready.report.notes }
}
const members = { as: 'members', networkName: 'Members' }

beforeEach(() => emptyGraph(store))

describe('the licence of what a network records', () => {
  test('is that of the mapping, whoever records, unless another one is said', async () => {
    await bring({})
    expect(await licences()).toEqual({ cantines: 'ODbL-1.0' })
    await emptyGraph(store)
    await bring(members)
    expect(await licences()).toEqual({ members: 'ODbL-1.0' })
    await emptyGraph(store)
    await bring({ ...members, licence: 'CC0-1.0' })
    expect(await licences()).toEqual({ members: 'CC0-1.0' })
  })

  test('is written on a network that is there and had none, and goes when that is taken back', async () => {
    await bring(members, mapping())
    const { number = 0 } = await bring({ as: 'members' })
    expect(await licences()).toEqual({ members: 'ODbL-1.0' })
    expect(await bring({ as: 'members' })).toMatchObject({ nodesChanged: 0 })
    await undoImport(driver, database, number + 1)
    await undoImport(driver, database, number)
    expect(await licences()).toEqual({ members: null })
  })

  test('stays what it is against that of a mapping, which is told, but not against one that is said', async () => {
    await bring({ ...members, licence: 'CC0-1.0' })
    expect((await bring({ as: 'members' })).notes).toContainEqual({
      rule: 'the mapping says the licence ODbL-1.0, the network members has CC0-1.0, which stays',
      severity: 'note',
    })
    expect(await licences()).toEqual({ members: 'CC0-1.0' })
    await bring({ as: 'members', licence: 'CC-BY-4.0' })
    expect(await licences()).toEqual({ members: 'CC-BY-4.0' })
  })

  test('is said of tables that need no mapping too', async () => {
    const nodes = file('id,type,name\na,Initiative,A\n', 'nodes.csv')
    await writeImport(
      driver,
      database,
      prepareImport(undefined, [nodes], { ...members, licence: 'CC-BY-4.0' }),
    )
    expect(await licences()).toEqual({ members: 'CC-BY-4.0' })
  })
})
