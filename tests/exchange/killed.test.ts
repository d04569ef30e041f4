import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { beforeEach, describe, expect, test } from 'vitest'
import { undoImport } from '../../api/exchange/history/undo.ts'
import { prepareImport } from '../../api/exchange/importing/prepare.ts'
import { writeImport } from '../../api/exchange/importing/write.ts'
import { graphHash } from '../../api/exchange/writing/graphHash.ts'
import { sweepUnlessBusy } from '../../api/exchange/writing/lock.ts'
import { emptyGraph, testAccess, testStore } from '../support/store.ts'
import { cantines, file, mapping } from './cantines.ts'

const store = testStore()
const { driver, database } = store
const bring = () =>
  writeImport(driver, database, prepareImport(mapping(), [file(cantines)]), { stageFrom: 1 })
const script = new URL('killedProcess.ts', import.meta.url).pathname
const hash = async () => {
  const session = driver.session({ database })
  return graphHash(session).finally(() => session.close())
}
const staged = async () => {
  const text = 'MATCH (node:Staged) RETURN count(node) AS total'
  const { records } = await driver.executeQuery(text, {}, { database })
  return Number(records[0]?.get('total'))
}
/** Sweeps once Neo4j has noticed that nobody writes any longer. */
const swept = async () => {
  await sweepUnlessBusy(driver, database)
  return staged()
}
async function killed(act: string, when: string): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, act, when], {
    env: { ...process.env, TEST_NEO4J: JSON.stringify(testAccess()) },
    stdio: 'inherit',
  })
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
}

beforeEach(() => emptyGraph(store))

describe('a process that is killed', () => {
  test.each(['midway', 'at the end'])('%s of an import leaves the graph as it was', async (when) => {
    const before = await hash()
    await killed('import', when)
    expect(await hash()).toBe(before)
    await expect.poll(swept, { timeout: 30_000 }).toBe(0)
    const { nodesCreated, number = 0 } = await bring()
    expect([number, nodesCreated > 10]).toEqual([1, true])
  })

  test.each(['midway', 'at the end'])('%s of taking one back leaves it in', async (when) => {
    const empty = await hash()
    await bring()
    const before = await hash()
    await killed('undo', when)
    expect(await hash()).toBe(before)
    expect(await undoImport(driver, database, 1)).toMatchObject({ kept: [] })
    expect([await hash(), await staged()]).toEqual([empty, 0])
  })

  test('when one is taken back leaves the rest to the next who comes', async () => {
    const empty = await hash()
    await bring()
    await killed('undo', 'before the sweep')
    expect(await hash()).toBe(empty)
    expect(await staged()).toBeGreaterThan(10)
    await expect.poll(swept, { timeout: 30_000 }).toBe(0)
    expect(await hash()).toBe(empty)
  })
})
