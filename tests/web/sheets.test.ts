import { expect, it } from 'vitest'
import { familiesOf } from '../../web/commons/rows.ts'
import { named } from '../../web/networks/members.ts'
import { inOrder, supportRows } from '../../web/networks/programmes.ts'
import type { Member, Programme } from '../../web/networks/query.ts'
import { isMostlyFrench, whereRows, withMostFirst } from '../../web/networks/recorded.ts'
import { levelsInside, withSomething } from '../../web/territories/inside.ts'
import { around } from '../../web/ui/place.ts'

const programme = (id: string, more: Partial<Programme> = {}): Programme => ({
  ...{
    id,
    name: id,
    kind: 'OTHER',
    summary: null,
    aims: null,
    orientation: null,
    source: 'https://example.org',
  },
  ...{ opensOn: null, closesOn: null, budget: null, currency: null, website: null },
  ...{ includedIn: [], themes: [], steeredBy: [], offers: [], cohorts: [] },
  backedByConnection: { edges: [] },
  ...more,
})

const member = (name: string, place?: string): Member => ({
  properties: { id: name, since: null, until: null, tier: null, source: 'https://example.org' },
  node: { id: name, name, kind: 'ASSOCIATION', basedIn: place ? [{ name: place }] : [] },
})

it('a programme stands before its parts, the parts in the order of time', () => {
  const whole = [{ id: 'path', name: 'path' }]
  const told = inOrder([
    programme('late', { includedIn: whole, opensOn: '2023' }),
    programme('call', { opensOn: '2021' }),
    programme('early', { includedIn: whole, opensOn: '2022' }),
    programme('path', { opensOn: '2018' }),
    programme('alone', { includedIn: [{ id: 'elsewhere', name: 'elsewhere' }] }),
  ])
  expect(told.map(({ id }) => id)).toEqual(['path', 'early', 'late', 'call', 'alone'])
})

it('a support tells its sums once when they are one, and none without a currency', () => {
  const offer = { kind: 'FINANCIAL' as const, format: null, description: null, source: 'https://example.org' }
  const rows = supportRows(
    programme('p', {
      offers: [
        { ...offer, id: 'range', leastAmount: 5000, mostAmount: 10000, currency: 'EUR' },
        { ...offer, id: 'one', leastAmount: null, mostAmount: 3000, currency: 'EUR' },
        { ...offer, id: 'bare', leastAmount: 3000, mostAmount: null, currency: null },
      ],
    }),
  )
  expect(rows.map(({ says }) => says.join().replace(/\s/g, ' '))).toEqual([
    'de 5 000 à 10 000 euros',
    '3 000 euros',
    '',
  ])
})

it('a member is found by parts of its name or place, whatever their accents', () => {
  const members = [
    member('Épicerie des Hauts', 'Brest'),
    member('Atelier vélo', 'Nîmes'),
    member('Atelier bois'),
  ]
  const names = (wanted: string) => named(members, wanted).map(({ node }) => node.name)
  expect(names('epicerie')).toEqual(['Épicerie des Hauts'])
  expect(names('nimes ate')).toEqual(['Atelier vélo'])
  expect(names(' ')).toHaveLength(3)
  expect(names('école')).toEqual([])
})

it('what a network recorded is told by regions when most of it is in France, else by countries', () => {
  const place = (code: string, initiatives: number) => ({ code, name: code, initiatives })
  expect(isMostlyFrench([place('iso:BE', 1), place('iso:FR', 7)])).toBe(true)
  const abroad = [place('iso:BE', 4), place('iso:FR', 7), place('iso:KE', 9), place('iso:PE', 0)]
  expect(isMostlyFrench(abroad)).toBe(false)
  expect(isMostlyFrench([])).toBe(false)
  expect(withMostFirst(abroad).map(({ code }) => code)).toEqual(['iso:KE', 'iso:FR', 'iso:BE'])
  expect(whereRows([place('iso:KE', 9)], 'net')[0]).toMatchObject({
    href: '/initiatives?recorder=net&territory=iso%3AKE',
    says: ['9 initiatives'],
  })
})

it('families count the initiatives asked for, not what lies around them', () => {
  const node = (id: string, family: string | null) => ({ id, familyId: family, familyName: family })
  const nodes = [
    node('a', 'small'),
    node('b', 'large'),
    node('c', 'large'),
    node('p', null),
    node('q', 'small'),
  ]
  expect(familiesOf(nodes, ['a', 'b', 'c', 'p'])).toEqual([
    { id: 'large', name: 'large', count: 2 },
    { id: 'small', name: 'small', count: 1 },
  ])
})

it('levels inside a territory are those that a table can hold, the widest first', () => {
  const counted = (REGION: number, DEPARTMENT: number, MUNICIPALITY: number) => ({
    ...{
      REGION: { total: REGION },
      DEPARTMENT: { total: DEPARTMENT },
      MUNICIPALITY: { total: MUNICIPALITY },
    },
    ...{ INTERCOMMUNALITY: { total: 1255 }, DISTRICT: { total: 45 } },
  })
  expect(levelsInside(counted(18, 101, 34969))).toEqual(['REGION', 'DEPARTMENT', 'DISTRICT'])
  expect(levelsInside(counted(0, 0, 1000))).toEqual(['MUNICIPALITY', 'DISTRICT'])
})

it('territories where nothing is recorded are left out, those with most come first', () => {
  const row = (code: string, initiatives: number, partnersBased: number) => ({
    ...{ code, name: code, initiatives, partnersBased, inspired: 0, redone: 0, scaled: 0 },
  })
  const rows = withSomething([row('a', 0, 0), row('b', 1, 0), row('c', 0, 3), row('d', 1, 2)])
  expect(rows.map(({ code }) => code)).toEqual(['d', 'b', 'c'])
})

it('a territory lies in each wider one once, from the nearest to the country', () => {
  const france = { code: 'iso:FR', name: 'France', level: 'COUNTRY' as const }
  const region = { code: 'reg:53', name: 'Bretagne', level: 'REGION' as const, partOf: [france] }
  const department = { code: 'dep:29', name: 'Finistère', level: 'DEPARTMENT' as const, partOf: [region] }
  const group = {
    ...{ code: 'epci:242900314', name: 'Brest Métropole', level: 'INTERCOMMUNALITY' as const },
    partOf: [france],
  }
  const brest = {
    code: 'cog:29019',
    name: 'Brest',
    level: 'MUNICIPALITY' as const,
    partOf: [department, group],
  }
  expect(around(brest).map(({ code }) => code)).toEqual(['epci:242900314', 'dep:29', 'reg:53', 'iso:FR'])
})
