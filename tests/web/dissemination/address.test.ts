import { expect, it } from 'vitest'
import { addressOf, narrowingOf, writtenSpot } from '../../../web/dissemination/address.ts'

const read = (text: string) => addressOf(new URLSearchParams(text))

it('is a plain tree when the address says nothing', () => {
  expect(read('')).toEqual({
    selected: [],
    without: new Set(),
    open: new Set(),
    closed: new Set(),
    lineage: null,
    on: null,
    from: null,
    commons: null,
    panel: null,
    isTable: false,
    breaks: false,
    zoom: 1,
    at: null,
  })
})

it('holds everything that a link should restore', () => {
  const told = read(
    'selected=a&selected=b&without=SCALED&without=ended&open=x&closed=y&lineage=a&on=2012-05&from=2003' +
      '&commons=c&panel=dates&view=table&zoom=2&axis=short&at=0.25,0.5',
  )
  expect(told).toEqual({
    selected: ['a', 'b'],
    without: new Set(['SCALED', 'ended']),
    open: new Set(['x']),
    closed: new Set(['y']),
    lineage: 'a',
    on: '2012-05',
    from: '2003',
    commons: 'c',
    panel: 'dates',
    isTable: true,
    breaks: true,
    zoom: 2,
    at: { left: 0.25, top: 0.5 },
  })
})

it('compares two different ones at most', () => {
  expect(read('selected=a&selected=a').selected).toEqual(['a'])
  expect(read('selected=a&selected=b&selected=c').selected).toEqual(['a', 'b'])
})

it('takes what is badly written as if it were not there', () => {
  expect(read('on=2012-13&from=hier&panel=nothing&zoom=big')).toMatchObject({
    on: null,
    from: null,
    panel: null,
    zoom: 1,
    at: null,
  })
})

it('asks for a thousand of all levels everywhere, unless told otherwise and never beyond the bounds', () => {
  const asked = (text: string) => narrowingOf(new URLSearchParams(text))
  expect(asked('')).toEqual({ first: 1000, levels: null, territory: null })
  expect(asked('first=900000&levels=SCALED&levels=NONE&territory=dep:73')).toEqual({
    first: 50_000,
    levels: ['SCALED'],
    territory: 'dep:73',
  })
  expect(asked('first=-3&levels=NONE').first).toBe(1)
})

it('says how far a tree is scrolled, and nothing at its start', () => {
  expect(writtenSpot({ left: 0, top: 0.33333 })).toBe('0,0.3333')
  expect(writtenSpot({ left: 0, top: 0.00004 })).toBeNull()
  expect(read('at=0,0.3333').at).toEqual({ left: 0, top: 0.3333 })
  for (const text of ['1,0', '-0.5,0', '0.5', 'a,b', '0,0.33333']) expect(read(`at=${text}`).at).toBeNull()
})
