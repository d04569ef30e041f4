import { describe, expect, it } from 'vitest'
import { shared } from '../../../web/partner-map/beside/common.ts'
import { apart } from '../../../web/partner-map/beside/compared.ts'
import { grouped, usualGrouping, type Facts } from '../../../web/partner-map/grouping.ts'
import { network, upTo } from '../../../web/partner-map/network.ts'
import { sized } from '../../../web/partner-map/sizes.ts'
import { link, membership, node } from './rows.ts'

// Ana and Ben are members of the reds, Ben and Cleo of the blues. Ana carries the garden, Cleo the kitchen, Ben the
// school, where Ana helps; the bank is a member of none and funds garden and kitchen.
const rows = {
  nodes: [
    node('ana', 'PARTNER', { depth: 0, withinCode: 'reg:53', within: 'Bretagne' }),
    node('ben', 'PARTNER', { depth: 0, withinCode: 'reg:53', within: 'Bretagne' }),
    node('cleo', 'PARTNER', { depth: 0, withinCode: 'reg:11', within: 'Île-de-France' }),
    node('garden', 'INITIATIVE', { withinCode: 'reg:53', within: 'Bretagne' }),
    node('kitchen', 'INITIATIVE', { withinCode: 'reg:11', within: 'Île-de-France' }),
    node('school', 'INITIATIVE'),
    node('bank', 'PARTNER', { withinCode: 'reg:11', within: 'Île-de-France' }),
  ],
  links: [
    link('ana', 'garden'),
    link('cleo', 'kitchen'),
    link('ben', 'school'),
    link('ana', 'school', { role: 'TECHNICAL' }),
    link('bank', 'garden', { role: 'FUNDER' }),
    link('bank', 'kitchen', { role: 'FUNDER' }),
  ],
}
const reds = { id: 'reds', name: 'Les Rouges' }
const blues = { id: 'blues', name: 'Les Bleus' }
const facts: Facts = {
  memberships: [
    membership('ana', 'reds', { name: reds.name }),
    membership('ben', 'reds', { name: reds.name }),
    membership('ben', 'blues', { name: blues.name }),
    membership('cleo', 'blues', { name: blues.name }),
    membership('cleo', 'greens'),
  ],
  compared: [],
  communities: null,
}
const whole = network(rows, { of: ['reds', 'blues'] })
const groupsOf = (by: Parameters<typeof grouped>[1], more: Partial<Facts> = {}) => {
  const map = grouped(whole, by, { ...facts, ...more })
  return { map, of: Object.fromEntries(map.marks.map(({ id, group }) => [id, group])) }
}

describe('the groups of a map', () => {
  it('are places where all are of one family, unless most have no place', () => {
    expect(usualGrouping(whole)).toBe('family')
    const ofOne = {
      nodes: rows.nodes.map((row) => (row.kind === 'INITIATIVE' ? { ...row, familyId: 'gardens' } : row)),
      links: rows.links,
    }
    expect(usualGrouping(network(ofOne, { of: ['reds'] }))).toBe('territory')
    const nowhere = ofOne.nodes.map((row) => (row.depth === 0 ? { ...row, withinCode: null } : row))
    // Two of Île-de-France and one of Bretagne are left of seven.
    expect(usualGrouping(network({ ...ofOne, nodes: nowhere }, { of: ['reds'] }))).toBe('family')
  })

  it('are networks: members in theirs, initiatives with those who carry them, who has several between', () => {
    const { map, of } = groupsOf('network')
    expect(of).toEqual({
      ana: 'reds',
      ben: null,
      cleo: null,
      garden: 'reds',
      kitchen: null,
      school: null,
      bank: null,
    })
    expect(map.groups).toEqual([{ ...reds, count: 2 }])
  })

  it('are only the networks that are compared, and what belongs to both', () => {
    const { map, of } = groupsOf('network', { compared: [reds, blues] })
    expect(of).toEqual({
      ana: 'reds',
      ben: 'reds blues',
      cleo: 'blues',
      garden: 'reds',
      kitchen: 'blues',
      school: 'reds blues',
      bank: null,
    })
    expect(map.groups.map(({ name, count }) => [name, count])).toEqual([
      ['Les Rouges', 2],
      ['Les Bleus', 2],
      ['Les Rouges + Les Bleus', 2],
    ])
    expect(map.marks.filter(({ isBridge }) => isBridge).map(({ id }) => id)).toEqual(['ana', 'bank'])
  })

  it('are regions and countries, and bridges are who works in several', () => {
    const { map } = groupsOf('territory')
    expect(map.groups.map(({ name, count }) => [name, count])).toEqual([
      ['Bretagne', 3],
      ['Île-de-France', 3],
    ])
    expect(map.marks.filter(({ isBridge }) => isBridge).map(({ id }) => id)).toEqual(['bank'])
  })

  it('are communities, where somebody has worked them out', () => {
    const communities = new Map(
      ['ana', 'garden', 'school'].map((id) => [id, { id: 'ana', name: 'Ana · Ben' }]),
    )
    expect(groupsOf('community', { communities }).map.groups).toEqual([
      { id: 'ana', name: 'Ana · Ben', count: 3 },
    ])
    expect(groupsOf('community').map.groups).toEqual([])
  })

  it('stay what they were when later nodes are left out', () => {
    const { map } = groupsOf('territory')
    expect(upTo(map, 0).groups).toEqual(map.groups)
  })
})

describe('two networks side by side', () => {
  it('share members and initiatives, and have some each alone', () => {
    const { map } = groupsOf('network', { compared: [reds, blues] })
    const { members, initiatives, alone } = apart(map, [reds, blues])
    expect(members.map(({ id }) => id)).toEqual(['ben'])
    expect(initiatives.map(({ id }) => id)).toEqual(['school'])
    expect(
      alone.map((side) => [side.members.map(({ id }) => id), side.initiatives.map(({ id }) => id)]),
    ).toEqual([
      [['ana'], ['garden']],
      [['cleo'], ['kitchen']],
    ])
  })
})

describe('what several have in common', () => {
  it('are the neighbours of at least two of them, those of most first', () => {
    expect(shared(whole, ['garden', 'kitchen', 'school']).map(({ mark, by }) => [mark.id, by])).toEqual([
      ['ana', ['garden', 'school']],
      ['bank', ['garden', 'kitchen']],
    ])
    expect(shared(whole, ['ben', 'cleo'])).toEqual([])
  })
})

describe('the sizes of marks', () => {
  it('grow with the root of the measure, from 6 to 22', () => {
    const figures = new Map([
      ['bank', { betweenness: 0.4 }],
      ['ana', { betweenness: 0.1 }],
    ])
    const sizes = new Map(sized(whole, 'betweenness', figures).marks.map(({ id, size }) => [id, size]))
    expect(sizes.get('bank')).toBe(22)
    expect(sizes.get('ana')).toBe(14)
    expect(sizes.get('cleo')).toBe(6)
  })

  it('give a partner the reach of the initiative of its that has most', () => {
    const figures = new Map([
      ['garden', { reach: 9 }],
      ['school', { reach: 1 }],
    ])
    const sizes = new Map(sized(whole, 'reach', figures).marks.map(({ id, size }) => [id, size]))
    expect(sizes.get('ana')).toBe(22)
    expect(sizes.get('ben')).toBe(11.3)
    expect(sizes.get('cleo')).toBe(6)
  })

  it('tell links while nobody has the figures', () => {
    expect(sized(whole, 'reach', null)).toBe(whole)
  })
})
