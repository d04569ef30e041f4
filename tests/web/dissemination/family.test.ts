import { expect, it } from 'vitest'
import { countryOf, familyOf, lineageOf, onlyLineage } from '../../../web/dissemination/family.ts'
import { answer, lattice, story } from './story.ts'

const parentOf = (rows: ReturnType<typeof story>, id: string) =>
  familyOf(rows).members.get(id)?.parent?.row.id

it('hangs a branch under the parent that it took most from', () => {
  const rows = story({
    old: { startedOn: '1990' },
    young: { startedOn: '2000' },
    child: { startedOn: '2010', from: { old: { level: 'INSPIRED' }, young: { level: 'SCALED' } } },
  })
  expect(parentOf(rows, 'child')).toBe('young')
  expect(
    familyOf(rows)
      .members.get('child')
      ?.others.map(({ parent }) => parent),
  ).toEqual(['old'])
})

it('hangs a branch under its oldest inspiration when it took as much from each', () => {
  const rows = story({
    unknown: {},
    young: { startedOn: '2000' },
    old: { startedOn: '1990-05' },
    child: { startedOn: '2010', from: { unknown: {}, young: {}, old: {} } },
  })
  expect(parentOf(rows, 'child')).toBe('old')
})

it('hangs a branch under the first parent written when nothing else decides', () => {
  const rows = story({ a: {}, b: {}, child: { from: { b: {}, a: {} } } })
  expect(parentOf(rows, 'child')).toBe('b')
})

it('puts the oldest child first, undated ones last, then by name', () => {
  const rows = story({
    root: { startedOn: '1990' },
    zebra: { from: { root: {} } },
    apple: { from: { root: {} } },
    late: { startedOn: '2012', from: { root: {} } },
    early: { startedOn: '2003-02', from: { root: {} } },
  })
  const children = familyOf(rows)
    .members.get('root')
    ?.children.map(({ row }) => row.id)
  expect(children).toEqual(['early', 'late', 'apple', 'zebra'])
})

it('puts a child right after the sibling in whose branch it has another parent', () => {
  const rows = story({
    root: { startedOn: '1990' },
    first: { startedOn: '1991', from: { root: {} } },
    within: { startedOn: '1995', from: { first: {} } },
    second: { startedOn: '1996', from: { root: {} } },
    last: { startedOn: '2010', from: { root: { level: 'SCALED' }, within: {} } },
  })
  const children = familyOf(rows)
    .members.get('root')
    ?.children.map(({ row }) => row.id)
  expect(children).toEqual(['first', 'last', 'second'])
})

it('puts roots that only feed the large tree after it, the latest next to it, undated ones last', () => {
  const rows = story({
    undated: {},
    older: { startedOn: '1970' },
    newer: { startedOn: '1985' },
    root: { startedOn: '1990' },
    a: { from: { root: { level: 'SCALED' }, undated: {}, older: {}, newer: {} } },
    b: { from: { root: {} } },
  })
  expect(familyOf(rows).roots.map(({ row }) => row.id)).toEqual(['root', 'newer', 'older', 'undated'])
})

it('finds the whole lineage over every parent, and nothing else', () => {
  const rows = answer('housing-first')
  const names = rows.initiatives
    .filter(({ id }) => lineageOf(rows.links, ['sample:ucsd-bordeaux']).has(id))
    .map(({ name }) => name)
    .sort()
  expect(names).toEqual([
    'At Home/Chez Soi',
    'Le Marabout du 46',
    'Oïkéo',
    'Pathways to Housing (New York)',
    "Un chez-soi d'abord (programme national)",
    "Un chez-soi d'abord Bordeaux",
  ])
  const lineage = onlyLineage(rows, 'sample:ucsd-bordeaux')
  expect(lineage.initiatives).toHaveLength(6)
  expect(lineage.links).toHaveLength(6)
})

it('ends on a lattice of 20 layers of 10, where the paths are 10²⁰', () => {
  const family = familyOf(lattice(20, 10))
  expect(family.members.size).toBe(200)
  expect(lineageOf(lattice(20, 10).links, ['19.0']).size).toBe(191)
})

it('ends on a circle, which the store refuses but a careless answer may hold', () => {
  const family = familyOf(story({ root: {}, a: { from: { b: {} } }, b: { from: { a: {} } } }))
  expect(family.roots.map(({ row }) => row.id)).toEqual(['root'])
})

it('knows the country of a commune, of a country and of a town abroad', () => {
  const [row] = story({ here: {} }).initiatives
  if (!row) throw new Error('no row')
  expect(countryOf({ ...row, territoryCode: 'cog:26345', territory: 'Die', territoryWithin: 'Drôme' })).toBe(
    'France',
  )
  expect(countryOf({ ...row, territoryCode: 'iso:BE', territory: 'Belgique' })).toBe('Belgique')
  expect(
    countryOf({ ...row, territoryCode: 'geonames:1', territory: 'Montréal', territoryWithin: 'Canada' }),
  ).toBe('Canada')
  expect(countryOf(row)).toBeNull()
})
