import { describe, expect, it } from 'vitest'
import { familyCounts, network, withRoles } from '../../../web/partner-map/network.ts'
import { isFamilyOn, mapAddress, switchFamily } from '../../../web/partner-map/address.ts'
import type { MapLink, MapNode } from '../../../web/partner-map/query.ts'
import { macif, mapOf, secours } from './answers.ts'

const node = (id: string, kind: 'PARTNER' | 'INITIATIVE', more: Partial<MapNode> = {}): MapNode => ({
  id,
  kind,
  name: id,
  depth: 1,
  degree: 1,
  partnerKind: kind === 'PARTNER' ? 'ASSOCIATION' : null,
  status: null,
  startedOn: null,
  endedOn: null,
  familyId: null,
  familyName: null,
  territory: null,
  ...more,
})
const link = (partner: string, initiative: string, more: Partial<MapLink> = {}): MapLink => ({
  id: `${partner} ${initiative} ${more.role ?? 'CARRIER'}`,
  partner,
  initiative,
  role: 'CARRIER',
  since: null,
  until: null,
  note: null,
  source: 'an annual report',
  ...more,
})

// La Ruche carries two gardens of two families; the town funds one of them, and did carry it once.
const rows = {
  nodes: [
    node('ruche', 'PARTNER', { depth: 0, degree: 5 }),
    node('garden', 'INITIATIVE', { familyId: 'gardens', familyName: 'Jardins' }),
    node('kitchen', 'INITIATIVE', { familyId: 'kitchens' }),
    node('town', 'PARTNER', { depth: 2 }),
  ],
  links: [
    link('ruche', 'garden', { since: '2014' }),
    link('ruche', 'kitchen'),
    link('town', 'garden', { role: 'FUNDER', since: '2019' }),
    link('town', 'garden', { since: '2011', until: '2013' }),
  ],
}
const story = network(rows, ['town'], [], null, '2026-11-22')
const mark = (id: string, map = story) => map.marks.find((one) => one.id === id)

describe('the network of a partner map', () => {
  it('keeps one tie for two organisations, with one strand for each family of roles', () => {
    const tie = story.ties.find((one) => one.partner === 'town')
    expect(tie?.links).toHaveLength(2)
    expect(tie?.strands).toEqual([
      { family: 'carries', standing: 'ended', isStrong: false },
      { family: 'funds', standing: 'inForce', isStrong: false },
    ])
  })

  it('counts neighbours that are not shown', () => {
    expect(mark('ruche')).toMatchObject({ shown: 2, missing: 3 })
    expect(mark('garden')).toMatchObject({ missing: 0 })
  })

  it('takes a partner of several families for a bridge, and one of a single family for its member', () => {
    expect(mark('ruche')).toMatchObject({ isBridge: true, group: null })
    expect(network(rows, ['ruche'], [], null).marks.find(({ id }) => id === 'town')?.group).toBe('gardens')
  })

  it('brings the direct neighbours of an opened node, with their links to what was there', () => {
    const before = mapOf('a partner')
    const after = mapOf('a partner and one opened')
    const added = after.marks.filter(({ stage }) => stage === 1)
    expect(added.length).toBe(mark(macif, before)?.missing)
    expect(mark(macif, after)?.missing).toBe(0)
    expect(after.marks.length).toBe(before.marks.length + added.length)
  })

  it('hides only what hangs on the roles that are left out', () => {
    const whole = mapOf('a partner')
    const withoutFunders = withRoles(
      whole,
      mapAddress(new URLSearchParams(`roles=${switchFamily(null, 'funds')}`)).roles,
    )
    expect(familyCounts(withoutFunders)).toEqual({ ...familyCounts(whole), funds: 0 })
    expect(mark(secours, withoutFunders)).toBeDefined()
    expect(withoutFunders.marks.length).toBeLessThan(whole.marks.length)
  })
})

describe('the address of a partner map', () => {
  const read = (text: string) => mapAddress(new URLSearchParams(text))

  it('holds what is asked, opened, selected and filtered', () => {
    const address = read(
      'of=a&of=b&of=a&depth=3&expanded=c&selected=d&roles=FUNDER,NOBODY&view=table&at=10,-20,1.5',
    )
    expect(address).toEqual({
      of: ['a', 'b'],
      depth: 3,
      expanded: ['c'],
      selected: 'd',
      roles: new Set(['FUNDER']),
      isTable: true,
      view: { x: 10, y: -20, k: 1.5 },
    })
  })

  it('falls back on two links and all roles when the address says nothing or nonsense', () => {
    expect(read('of=a&depth=9&at=1,x')).toMatchObject({ depth: 2, roles: null, view: null, isTable: false })
  })

  it('says nothing of roles once every family is on again', () => {
    const without = switchFamily(null, 'funds')
    const { roles } = read(`roles=${without}`)
    expect(isFamilyOn(roles, 'funds')).toBe(false)
    expect(isFamilyOn(roles, 'carries')).toBe(true)
    expect(switchFamily(roles, 'funds')).toBeNull()
  })
})
