import { describe, expect, it } from 'vitest'
import {
  hiding,
  pinning,
  queryWith,
  withOpened,
  withoutOpened,
  withThese,
} from '../../../web/partner-map/acts.ts'
import { mapAddress, standings } from '../../../web/partner-map/address.ts'
import { isFamilyOn, switched, switchFamily } from '../../../web/partner-map/switches.ts'

const read = (text: string) => mapAddress(new URLSearchParams(text))

describe('the address of a partner map', () => {
  it('holds all that is asked, opened, put away, selected, filtered and looked at', () => {
    const address = read(
      'of=a&of=b&of=a&depth=3&first=1000&expanded=c&with=x&expanded=d&hidden=h&pin=10,-20,sample:p,q' +
        '&selected=e&selected=f&roles=FUNDER,NOBODY&standings=ended&kinds=FOUNDATION&statuses=RUNNING,UNKNOWN' +
        '&on=2014-05&groups=network&size=reach&path=a&path=z&way=2&panel=settings&view=table&at=10,-20,1.5',
    )
    expect(address).toEqual({
      of: ['a', 'b'],
      depth: 3,
      first: 1000,
      opened: [
        { id: 'c', isAlone: false },
        { id: 'x', isAlone: true },
        { id: 'd', isAlone: false },
      ],
      hidden: ['h'],
      pins: new Map([['sample:p,q', { x: 10, y: -20 }]]),
      selected: ['e', 'f'],
      roles: new Set(['FUNDER']),
      standings: new Set(['ended']),
      kinds: new Set(['FOUNDATION']),
      statuses: new Set(['RUNNING', 'UNKNOWN']),
      on: '2014-05',
      grouping: 'network',
      sizing: 'reach',
      path: { from: 'a', to: 'z', way: 2 },
      panel: 'settings',
      isTable: true,
      view: { x: 10, y: -20, k: 1.5 },
    })
  })

  it('falls back on the usual view when it says nothing or nonsense', () => {
    const usual = { depth: 2, first: 300, roles: null, on: null, grouping: null, sizing: 'links', path: null }
    expect(read('of=a')).toMatchObject(usual)
    expect(
      read('of=a&depth=9&first=7&on=soon&groups=colour&size=name&path=a&at=1,x&pin=1,a&view=list'),
    ).toMatchObject({ ...usual, view: null, isTable: false, pins: new Map() })
    expect(read('of=a&path=a&path=a')).toMatchObject({ path: null })
  })

  it('asks for as many as the screen suits, unless it says how many', () => {
    expect(mapAddress(new URLSearchParams('of=a'), 120).first).toBe(120)
    expect(mapAddress(new URLSearchParams('of=a&first=7'), 120).first).toBe(120)
    expect(mapAddress(new URLSearchParams('of=a&first=300'), 120).first).toBe(300)
    expect(mapAddress(new URLSearchParams('of=a&first=120')).first).toBe(120)
  })

  it('says nothing of roles once every family is on again', () => {
    const { roles } = read(`roles=${switchFamily(null, 'funds')}`)
    expect(isFamilyOn(roles, 'funds')).toBe(false)
    expect(isFamilyOn(roles, 'carries')).toBe(true)
    expect(switchFamily(roles, 'funds')).toBeNull()
  })

  it('leaves the others when one is switched off, and can leave none', () => {
    expect(switched(null, standings, ['ended'])).toBe('inForce,unknown')
    expect(switched(new Set(['ended']), standings, ['ended'])).toBe('')
    expect(read('standings=').standings).toEqual(new Set())
  })
})

describe('an act on a partner map', () => {
  it('opens at the end and closes in the middle, in the order of opening', () => {
    const query = new URLSearchParams('of=a&expanded=b&with=x&expanded=c&view=table')
    const opened = withOpened(mapAddress(query), 'd')
    expect(queryWith(query, {}, opened).toString()).toBe(
      'of=a&view=table&expanded=b&with=x&expanded=c&expanded=d',
    )
    expect(queryWith(query, {}, withoutOpened(mapAddress(query), 'b')).toString()).toBe(
      'of=a&view=table&with=x&expanded=c',
    )
  })

  it('brings a node by itself once', () => {
    const address = read('of=a&with=x')
    expect(withThese(address, ['x', 'y'])).toEqual([
      { id: 'x', isAlone: true },
      { id: 'y', isAlone: true },
    ])
  })

  it('lets go of what it hides', () => {
    expect(hiding(read('of=a&hidden=h&selected=b&selected=c'), ['b'])).toEqual({
      hidden: ['h', 'b'],
      selected: ['c'],
    })
  })

  it('pins a mark anew and frees another, the rest stays', () => {
    const places = new Map([
      ['b', { x: 1.4, y: -2.6 }],
      ['c', null],
    ])
    expect(pinning(read('of=a&pin=5,6,b&pin=7,8,c&pin=9,9,d'), places)).toEqual({
      pin: ['9,9,d', '1,-3,b'],
    })
  })
})
