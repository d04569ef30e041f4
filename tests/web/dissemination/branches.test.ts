import { expect, it } from 'vitest'
import { branchesOf } from '../../../web/dissemination/panels/branches.ts'
import { partnersInCommon, type PartnerEdge } from '../../../web/dissemination/panels/partners.ts'
import { threadsOf } from '../../../web/dissemination/picture/threads.ts'
import { story } from './story.ts'

const family = story({
  root: { startedOn: '1990' },
  north: {
    startedOn: '2000',
    added: 2,
    territoryCode: 'iso:BE',
    territory: 'Belgique',
    from: { root: { kept: 3 } },
  },
  south: { startedOn: '2005', from: { root: { adapted: 1, dropped: 1 } } },
  town: { startedOn: '2010', territoryCode: 'cog:26345', from: { north: { level: 'SCALED' } } },
  shared: { endedOn: '2012', from: { north: { level: 'INSPIRED' }, south: {} } },
})

it('counts a branch with all that came from it, by any way', () => {
  const told = branchesOf(family, 'north', 'south')
  expect(told?.first).toMatchObject({
    size: 3,
    countries: 2,
    levels: [
      { level: 'INSPIRED', count: 1 },
      { level: 'SCALED', count: 1 },
    ],
    kept: 3,
    added: 2,
    ended: 1,
    from: '2000',
    until: '2010',
  })
  expect(told?.second).toMatchObject({ size: 2, adapted: 1, dropped: 1, from: '2005', until: '2005' })
})

it('marks what belongs to one branch, to the other, and what both came from or led to', () => {
  expect(Object.fromEntries(branchesOf(family, 'north', 'south')?.marks ?? [])).toEqual({
    root: 'both',
    shared: 'both',
    north: 'first',
    town: 'first',
    south: 'second',
  })
})

it('compares nothing when one of two is not there', () => {
  expect(branchesOf(family, 'north', 'elsewhere')).toBeNull()
})

it('names partners of both, with the roles they have in either', () => {
  const edge = (id: string, role: PartnerEdge['properties']['role']): PartnerEdge => ({
    node: { id, name: id },
    properties: { id: `${id} ${role}`, role },
  })
  expect(
    partnersInCommon(
      [edge('macif', 'FUNDER'), edge('town', 'HOST')],
      [edge('macif', 'RELAY'), edge('macif', 'FUNDER'), edge('state', 'FUNDER')],
    ),
  ).toEqual([{ id: 'macif', name: 'macif', roles: ['FUNDER', 'RELAY'] }])
})

it('says of who uses and enriches a commons that it enriches it', () => {
  const threads = threadsOf({
    id: 'guide',
    name: 'Guide',
    kind: 'GUIDE',
    licence: null,
    url: null,
    usesCount: 2,
    enrichesCount: 1,
    lacksCount: 1,
    uses: ['a', 'b'],
    enriches: ['b'],
    lacks: ['c'],
  })
  expect(Object.fromEntries(threads)).toEqual({ a: 'uses', b: 'enriches', c: 'lacks' })
})
