import { describe, expect, it } from 'vitest'
import { firstDay, lastDay, standing } from '../../../web/drawing/time.ts'

describe('a link in time', () => {
  it('stands for the whole span of its partial dates', () => {
    expect([lastDay('2014'), lastDay('2016-02'), lastDay('2014-05-12')]).toEqual([
      '2014-12-31',
      '2016-02-29',
      '2014-05-12',
    ])
    expect([firstDay('2014'), firstDay('2014-05')]).toEqual(['2014-01-01', '2014-05-01'])
  })

  it('is in force through the last day that its end may be', () => {
    expect(standing({ since: '2014', until: '2026' }, '2026-11-22')).toBe('inForce')
    expect(standing({ since: '2014', until: '2026-10' }, '2026-11-22')).toBe('ended')
    expect(standing({ until: '2016-10-07' }, '2026-11-22')).toBe('ended')
  })

  it('is never drawn as certain when its beginning is unknown', () => {
    expect(standing({}, '2026-11-22')).toBe('unknown')
    expect(standing({ since: null, until: '2030' }, '2026-11-22')).toBe('unknown')
  })
})
