import { describe, expect, it } from 'vitest'
import { filterOf, mapAddress } from '../../../web/partner-map/address.ts'
import { counts, filtered } from '../../../web/partner-map/filter.ts'
import { network } from '../../../web/partner-map/network.ts'
import { link, node } from './rows.ts'

// La Ruche carries a garden since 2014 and did carry a kitchen; a bank funds the garden since 2019, nobody knows since
// when the town does. The school begins in 2020; a club is a member without a link.
const rows = {
  nodes: [
    node('ruche', 'PARTNER', { depth: 0 }),
    node('garden', 'INITIATIVE', { status: 'RUNNING', startedOn: '2014' }),
    node('kitchen', 'INITIATIVE', { status: 'ENDED', endedOn: '2012' }),
    node('school', 'INITIATIVE', { startedOn: '2020' }),
    node('bank', 'PARTNER', { partnerKind: 'FOUNDATION' }),
    node('town', 'PARTNER', { partnerKind: 'LOCAL_AUTHORITY' }),
    node('club', 'PARTNER', { degree: 0 }),
  ],
  links: [
    link('ruche', 'garden', { since: '2014' }),
    link('ruche', 'kitchen', { since: '2010', until: '2012' }),
    link('ruche', 'school', { since: '2020' }),
    link('bank', 'garden', { role: 'FUNDER', since: '2019' }),
    link('town', 'garden', { role: 'FUNDER' }),
  ],
}
const whole = network(rows, { of: ['ruche'] })
const look = (query: string) => filterOf(mapAddress(new URLSearchParams(query)))
const ids = (query: string) => filtered(whole, look(query)).marks.map(({ id }) => id)

describe('what a filter leaves of a map', () => {
  it('is everything when nothing is filtered, those without a link included', () => {
    expect(ids('')).toEqual(['ruche', 'garden', 'kitchen', 'school', 'bank', 'town', 'club'])
  })

  it('is without initiatives of other statuses, and without who took part in these only', () => {
    expect(ids('statuses=ENDED')).toEqual(['ruche', 'kitchen', 'club'])
    expect(ids('statuses=UNKNOWN')).toEqual(['ruche', 'school', 'club'])
  })

  it('keeps the one you came for, whatever kind it is of', () => {
    expect(ids('kinds=FOUNDATION')).toEqual(['ruche', 'garden', 'kitchen', 'school', 'bank'])
  })

  it('is without what was hidden and what hung on it alone', () => {
    expect(ids('hidden=garden')).toEqual(['ruche', 'kitchen', 'school', 'club'])
    expect(ids('hidden=ruche')).toEqual(['garden', 'bank', 'town', 'club'])
  })

  it('is what had begun by then; what had ended is told as ended, what nobody knows stays', () => {
    expect(ids('on=2014')).toEqual(['ruche', 'garden', 'kitchen', 'town', 'club'])
    const then = filtered(whole, look('on=2012'))
    expect(then.ties.map(({ partner, initiative }) => `${partner} ${initiative}`)).toEqual(['ruche kitchen'])
    expect(then.ties[0]?.strands).toEqual([{ family: 'carries', standing: 'inForce', isStrong: false }])
    expect(filtered(whole, look('on=2013')).ties[0]?.strands[0]?.standing).toBe('ended')
  })

  it('counts the neighbours that are left, and who is only a former partner', () => {
    const over = filtered(whole, look('standings=ended'))
    expect(over.marks.map(({ id, shown, isPast }) => [id, shown, isPast])).toEqual([
      ['ruche', 1, true],
      ['kitchen', 1, true],
      ['club', 0, false],
    ])
  })
})

describe('the counts beside the switches', () => {
  it('say what each switch shows while the others stay as they are', () => {
    const all = counts(whole, look(''))
    expect(all.roles).toEqual(
      new Map([
        ['CARRIER', 3],
        ['FUNDER', 2],
      ]),
    )
    expect(all.standings).toEqual(
      new Map([
        ['inForce', 3],
        ['ended', 1],
        ['unknown', 1],
      ]),
    )
    const withoutCarriers = counts(whole, look('roles=FUNDER'))
    expect(withoutCarriers.roles).toEqual(all.roles)
    expect(withoutCarriers.standings).toEqual(
      new Map([
        ['inForce', 1],
        ['unknown', 1],
      ]),
    )
  })

  it('tell how many links begin each year, whatever the date', () => {
    const { years, undated } = counts(whole, look('on=2012'))
    expect([...years].sort(([a], [b]) => a - b)).toEqual([
      [2010, 1],
      [2014, 1],
      [2019, 1],
      [2020, 1],
    ])
    expect(undated).toBe(1)
  })
})
