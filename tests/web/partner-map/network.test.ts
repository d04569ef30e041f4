import { describe, expect, it } from 'vitest'
import { filterOf, mapAddress } from '../../../web/partner-map/address.ts'
import { switchFamily } from '../../../web/partner-map/switches.ts'
import { counts, filtered } from '../../../web/partner-map/filter.ts'
import { network, upTo } from '../../../web/partner-map/network.ts'
import { macif, mapOf, secours } from './answers.ts'
import { link, node } from './rows.ts'

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
const story = network(rows, { of: ['town'], on: '2026-11-22' })
const mark = (id: string, map = story) => map.marks.find((one) => one.id === id)

describe('the network of a partner map', () => {
  it('tells the members of the network that one came for, before and after others are opened', () => {
    const of = ['somebody']
    const members = (map: typeof story) => map.marks.flatMap((one) => (one.isMember ? one.id : []))
    const opened = [{ id: 'late', isAlone: true }]
    const late = { nodes: [node('late', 'PARTNER', { depth: 0 })], links: [] }
    // « head » stands as near as a member does, but only heads it.
    const near = { ...rows, nodes: [...rows.nodes, node('head', 'PARTNER', { depth: 0 })] }
    const whole = network(near, { of, opened, members: new Set(['ruche']) }, late)
    expect(members(whole)).toEqual(['ruche'])
    expect(members(upTo(whole, 0))).toEqual(['ruche'])
    expect(members(story)).toEqual([])
  })

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
    expect(network(rows, { of: ['ruche'] }).marks.find(({ id }) => id === 'town')?.group).toBe('gardens')
  })

  it('brings the direct neighbours of an opened node, with their links to what was there', () => {
    const before = mapOf('a partner')
    const after = mapOf('a partner and one opened')
    const added = after.marks.filter(({ stage }) => stage === 1)
    expect(added.length).toBe(mark(macif, before)?.missing)
    expect(mark(macif, after)?.missing).toBe(0)
    expect(after.marks.length).toBe(before.marks.length + added.length)
  })

  it('brings nothing of a node that was opened on the way to one that is gone', () => {
    const more = {
      nodes: [node('garden', 'INITIATIVE'), node('bank', 'PARTNER'), node('school', 'INITIATIVE')],
      links: [link('bank', 'garden'), link('bank', 'school')],
    }
    const openings = ['garden', 'bank'].map((id) => ({ id, isAlone: false }))
    const ids = (opened: typeof openings) =>
      network(rows, { of: ['ruche'], opened }, more).marks.map(({ id }) => id)
    expect(ids(openings)).toEqual(['ruche', 'garden', 'kitchen', 'town', 'bank', 'school'])
    expect(ids(openings.slice(1))).toEqual(['ruche', 'garden', 'kitchen', 'town'])
  })

  it('shows a node by itself, with its links to what is there', () => {
    const more = {
      nodes: [node('bank', 'PARTNER'), node('school', 'INITIATIVE')],
      links: [link('bank', 'garden'), link('bank', 'school')],
    }
    const map = network(rows, { of: ['ruche'], opened: [{ id: 'bank', isAlone: true }] }, more)
    expect(map.marks.map(({ id }) => id)).toEqual(['ruche', 'garden', 'kitchen', 'town', 'bank'])
    expect(map.ties.filter(({ partner }) => partner === 'bank').map(({ initiative }) => initiative)).toEqual([
      'garden',
    ])
  })

  it('hides only what hangs on the roles that are left out', () => {
    const whole = mapOf('a partner')
    const query = new URLSearchParams({ roles: switchFamily(null, 'funds') ?? '' })
    const without = filtered(whole, filterOf(mapAddress(query)))
    const all = counts(whole, filterOf(mapAddress(new URLSearchParams())))
    expect(without.ties.flatMap((tie) => tie.links).some(({ role }) => role === 'FUNDER')).toBe(false)
    expect(without.ties.flatMap((tie) => tie.links)).toHaveLength(
      whole.ties.flatMap((tie) => tie.links).length - (all.roles.get('FUNDER') ?? 0),
    )
    expect(mark(secours, without)).toBeDefined()
    expect(without.marks.length).toBeLessThan(whole.marks.length)
  })
})
