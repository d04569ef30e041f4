import { expect, it } from 'vitest'
import { addressOf, goingTo, hrefWith, wayTo } from '../../../web/territory-map/address.ts'

const read = (text: string) => addressOf(new URLSearchParams(text))

it('is France by its régions when the address says nothing', () => {
  expect(read('')).toEqual({
    level: 'REGION',
    inside: 'iso:FR',
    ground: 'france',
    count: 'initiatives',
    on: null,
    theme: null,
    role: null,
    replication: null,
    by: null,
    without: new Set(),
    selected: null,
    isTable: false,
    view: null,
  })
})

it('holds everything that a link should restore', () => {
  const told = read(
    'level=DEPARTMENT&count=partners&on=2012-05&theme=food&role=FUNDER&replication=SCALED&by=us&without=arcs' +
      '&selected=dep:26&view=table&at=400,300,1.5',
  )
  expect(told).toEqual({
    level: 'DEPARTMENT',
    inside: 'iso:FR',
    ground: 'france',
    count: 'partners',
    on: '2012-05',
    theme: 'food',
    role: 'FUNDER',
    replication: 'SCALED',
    by: 'us',
    without: new Set(['arcs']),
    selected: 'dep:26',
    isTable: true,
    view: { x: 400, y: 300, k: 1.5 },
  })
})

it.each([
  ['level=COUNTRY', 'COUNTRY', null, 'world'],
  ['inside=iso:FR', 'REGION', 'iso:FR', 'france'],
  ['inside=reg:53', 'DEPARTMENT', 'reg:53', 'france'],
  ['inside=dep:29&level=REGION', 'MUNICIPALITY', 'dep:29', 'france'],
  ['inside=cog:29019', 'MUNICIPALITY', 'cog:29019', 'france'],
  ['inside=iso:CA', 'MUNICIPALITY', 'iso:CA', 'world'],
])('shows the parts of what it is inside of: %s', (text, level, inside, ground) => {
  expect(read(text)).toMatchObject({ level, inside, ground })
})

it('takes what is badly written as not written', () => {
  expect(read('count=all&on=yesterday&role=BOSS&replication=COPIED&without=sea&at=a,b&level=TOWN')).toEqual(
    read(''),
  )
})

it('goes in and out again without losing what is filtered', () => {
  const into = hrefWith(
    '/territories',
    new URLSearchParams('theme=food&selected=reg:53&at=1,2,3'),
    goingTo('reg:53'),
  )
  expect(into).toBe('/territories?theme=food&inside=reg%3A53')
  const out = hrefWith('/territories', new URLSearchParams('theme=food&inside=reg:53'), goingTo(null))
  expect(out).toBe('/territories?theme=food&level=COUNTRY')
  expect(hrefWith('/territories', new URLSearchParams('level=COUNTRY'), goingTo('iso:FR'))).toBe(
    '/territories',
  )
})

it.each([
  ['level=COUNTRY', [null]],
  ['', [null, 'iso:FR']],
  ['inside=reg:53', [null, 'iso:FR', 'reg:53']],
  ['inside=dep:29', [null, 'iso:FR', 'reg:53', 'dep:29']],
  ['inside=iso:CA', [null, 'iso:CA']],
])('knows the way back from what it is inside of to the world: %s', (text, way) => {
  expect(wayTo(read(text), { 'dep:29': 'reg:53' })).toEqual(way)
})
