import { spawn, spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isRunning, processStart, thisProcess, withLock } from '../../api/processes.mjs'
import { claim } from '../../api/commands/claim.ts'
import { temporaryFolder } from '../support/folder.ts'

it('a process is recognised by its start, not by its number alone', () => {
  const self = thisProcess()
  expect(isRunning(self)).toBe(true)
  expect(isRunning({ ...self, start: 'earlier' })).toBe(false)
  expect(isRunning(undefined)).toBe(false)
})

it('a process that ended does not run', () => {
  const { pid } = spawnSync('true')
  expect(processStart(pid)).toBeUndefined()
})

it('a lock lets one work at a time', async () => {
  const path = join(temporaryFolder(), 'lock')
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await new Promise((resolve) => setTimeout(resolve, 20))
    inside--
  }
  await Promise.all([withLock(path, work), withLock(path, work), withLock(path, work)])
  expect(most).toBe(1)
  expect(existsSync(path)).toBe(false)
})

it('a lock of a dead process is taken over, one of a living process is waited for', async () => {
  const path = join(temporaryFolder(), 'lock')
  const holder = spawn('sleep', ['60'])
  const pid = holder.pid ?? 0
  writeFileSync(path, JSON.stringify({ pid, start: processStart(pid) }))
  const told: number[] = []
  const done = withLock(
    path,
    async () => 'done',
    (waitsFor) => {
      told.push(waitsFor)
      holder.kill('SIGKILL')
    },
  )
  expect(await done).toBe('done')
  expect(told).toEqual([pid])
})

it('one process serves a home; the next is told which and where', async () => {
  const home = temporaryFolder()
  const first = await claim(home)
  if ('running' in first) throw new Error(first.running)
  expect(await claim(home)).toEqual({
    running: expect.stringContaining(`(process ${process.pid}) and is still starting`),
  })
  first.tell('http://127.0.0.1:4321')
  expect(await claim(home)).toEqual({ running: expect.stringContaining('at http://127.0.0.1:4321') })
  first.release()
  expect(await claim(home)).not.toHaveProperty('running')
})
