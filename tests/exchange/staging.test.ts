import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { beforeEach, describe, expect, test } from 'vitest'
import { graphHash } from '../../api/exchange/writing/graphHash.ts'
import { sweepUnlessBusy } from '../../api/exchange/writing/lock.ts'
import { writeRecords } from '../../api/exchange/writing/records.ts'
import type { Records } from '../../api/exchange/record.ts'
import { emptyGraph, testAccess, testStore } from '../support/store.ts'
import { manyGardens } from './manyGardens.ts'
import { gardens, link, node } from './story.ts'

const store = testStore()
const { driver, database } = store
const write = (records: Records, along = {}) => writeRecords(driver, database, records, along)
const staged = async () => {
  const { records } = await driver.executeQuery(
    'MATCH (node:Staged) RETURN count(node) AS total',
    {},
    { database },
  )
  return Number(records[0]?.get('total'))
}
const hash = async () => {
  const session = driver.session({ database })
  try {
    return await graphHash(session)
  } finally {
    await session.close()
  }
}

beforeEach(() => emptyGraph(store))

describe('records written in stages', () => {
  test('say the same as those written at once', async () => {
    await write(gardens())
    await write(manyGardens(20))
    const atOnce = await hash()
    await emptyGraph(store)
    await write(gardens(), { stageFrom: 1 })
    expect(await write(manyGardens(20), { stageFrom: 1 })).toMatchObject({
      nodesCreated: 20,
      linksCreated: 40,
    })
    expect(await hash()).toBe(atOnce)
    expect(await staged()).toBe(0)
  })

  test('leave nothing when they break a rule, nor as a dry run', async () => {
    await write(gardens())
    const before = await hash()
    const circle = {
      nodes: [node('Initiative', 'a'), node('Initiative', 'b')],
      links: [
        link('REPLICATES', 'a', 'b', { level: 'INSPIRED' }),
        link('REPLICATES', 'b', 'a', { level: 'INSPIRED' }),
      ],
    }
    await expect(write(circle, { stageFrom: 1 })).rejects.toThrow('come from each other')
    await write(manyGardens(20), { stageFrom: 1, dryRun: true })
    expect([await hash(), await staged()]).toEqual([before, 0])
  })

  test('of a process that is killed are swept, and the graph is as before', async () => {
    await write(gardens())
    const before = await hash()
    const script = new URL('stagedProcess.ts', import.meta.url).pathname
    const child = spawn(process.execPath, ['--import', 'tsx', script], {
      env: { ...process.env, TEST_NEO4J: JSON.stringify(testAccess()) },
      stdio: 'inherit',
    })
    const exit = once(child, 'exit')
    await expect.poll(staged, { interval: 20, timeout: 50_000 }).toBeGreaterThan(0)
    child.kill('SIGKILL')
    expect(await exit).toEqual([null, 'SIGKILL'])
    expect(await staged()).toBeGreaterThan(0)
    await sweepUnlessBusy(driver, database)
    expect([await hash(), await staged()]).toEqual([before, 0])
    expect(await write(manyGardens(20), { stageFrom: 1 })).toMatchObject({ nodesCreated: 20 })
  })
})
