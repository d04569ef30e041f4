import { describe, expect, test } from 'vitest'
import { heard, secondsLeft } from '../../../web/import/progress.ts'

describe('how long it still takes', () => {
  const at = (done: number, since = 0) => ({ step: 'writing' as const, done, of: 100, since })

  test('is what the rest takes at the pace so far', () => {
    // A quarter in ten seconds: three more quarters take thirty.
    expect(secondsLeft(at(25), 10_000)).toBe(30)
  })

  test('is not told before a second, before anything is done, nor when all is', () => {
    expect([secondsLeft(at(25), 900), secondsLeft(at(0), 10_000), secondsLeft(at(100), 10_000)]).toEqual([
      null,
      null,
      null,
    ])
  })

  test('is counted anew for each step', () => {
    expect(heard(at(50, 7), { step: 'writing', done: 60, of: 100 })).toEqual(at(60, 7))
    expect(heard(at(50, 7), { step: 'undoing', done: 1, of: 9 }).since).toBeGreaterThan(7)
  })
})
