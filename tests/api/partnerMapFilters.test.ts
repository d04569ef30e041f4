import { beforeAll, describe, expect, test } from 'vitest'
import { link, node } from '../exchange/story.ts'
import { testStore } from '../support/store.ts'
import { initiative, partner, tell, testApi } from './api.ts'

const store = testStore()
const { ask } = testApi(store)
type Row = Record<string, unknown>
async function map(given: string) {
  const { data, errors } = await ask(`{ partnerMap(${given}) { total
    nodes { id depth } links { partner initiative role } } }`)
  expect(errors).toBeUndefined()
  return data?.partnerMap as unknown as { total: number; nodes: Row[]; links: Row[] }
}
const around = async (given: string) => (await map(given)).nodes.map(({ id, depth }) => `${id} ${depth}`)
const held = async (given: string) =>
  (await map(given)).links.map(({ partner: who, role }) => `${who} ${role}`).sort()
const takesPart = (who: string, what: string, role: string, given = {}) =>
  link('PARTNERS_IN', who, what, { role, ...given })

// The café acts in Valence (in an EPCI and a département), the tearoom in the département, the library in the next one.
beforeAll(() =>
  tell(store, {
    nodes: [
      initiative('café', { status: 'RUNNING', startedOn: '2012' }),
      initiative('tearoom', { status: 'ENDED', startedOn: '2005', endedOn: '2009' }),
      initiative('library', { status: 'RUNNING' }),
      initiative('idea'),
      partner('town', { kind: 'LOCAL_AUTHORITY' }),
      partner('bank', { kind: 'COMPANY' }),
      partner('trust', { kind: 'FOUNDATION' }),
      partner('friends'),
      node('Network', 'cafés'),
      ...['drinks', 'coffee', 'books'].map((id) => node('Theme', id)),
      node('Territory', 'iso:FR', { level: 'COUNTRY' }),
      node('Territory', 'reg:84', { level: 'REGION' }),
      node('Territory', 'dep:26', { level: 'DEPARTMENT' }),
      node('Territory', 'dep:69', { level: 'DEPARTMENT' }),
      node('Territory', 'epci:200040459', { level: 'INTERCOMMUNALITY' }),
      node('Territory', 'cog:26362', { level: 'MUNICIPALITY' }),
    ],
    links: [
      takesPart('friends', 'café', 'CARRIER', { since: '2012' }),
      takesPart('friends', 'café', 'HOST', { since: '2012', until: '2014-05' }),
      takesPart('town', 'café', 'FUNDER', { since: '2013', until: '2015' }),
      takesPart('town', 'tearoom', 'FUNDER'),
      takesPart('bank', 'tearoom', 'FUNDER', { since: '2006', until: '2008' }),
      takesPart('bank', 'library', 'FUNDER', { since: '2016-03' }),
      takesPart('trust', 'library', 'FUNDER', { since: '2010' }),
      link('MEMBER_OF', 'friends', 'cafés', { since: '2010', until: '2012' }),
      link('MEMBER_OF', 'bank', 'cafés'),
      link('BROADER', 'coffee', 'drinks'),
      link('ABOUT', 'café', 'coffee'),
      link('ABOUT', 'tearoom', 'drinks'),
      link('ABOUT', 'library', 'books'),
      link('ACTS_IN', 'café', 'cog:26362', { since: '2012' }),
      link('ACTS_IN', 'tearoom', 'dep:26'),
      link('ACTS_IN', 'library', 'dep:69'),
      link('BASED_IN', 'town', 'cog:26362'),
      link('BASED_IN', 'bank', 'dep:69'),
      link('PART_OF', 'cog:26362', 'epci:200040459'),
      link('PART_OF', 'cog:26362', 'dep:26'),
      link('PART_OF', 'epci:200040459', 'dep:26'),
      link('PART_OF', 'dep:26', 'reg:84'),
      link('PART_OF', 'dep:69', 'reg:84'),
      link('PART_OF', 'reg:84', 'iso:FR'),
    ],
  }),
)

describe('around a territory or a theme', () => {
  test('stand who acts or is based there or inside it, then their partners', async () => {
    expect(await around('of: ["dep:26"], depth: 1')).toEqual([
      ...['café 0', 'tearoom 0', 'town 0'],
      ...['bank 1', 'friends 1'],
    ])
  })

  test('the commune of two parents counts once, and nothing outside counts', async () => {
    expect(await around('of: ["epci:200040459"], depth: 1')).toEqual([
      ...['café 0', 'town 0'],
      ...['tearoom 1', 'friends 1'],
    ])
    expect(await around('of: ["reg:84"], depth: 1')).toEqual([
      ...['bank 0', 'café 0', 'library 0', 'tearoom 0', 'town 0'],
      ...['friends 1', 'trust 1'],
    ])
  })

  test('stand the initiatives about it or about a narrower theme', async () => {
    expect(await around('of: ["drinks"], depth: 1')).toEqual([
      ...['café 0', 'tearoom 0'],
      ...['bank 1', 'town 1', 'friends 1'],
    ])
    expect(await around('of: ["coffee"], depth: 1')).toEqual(['café 0', 'town 1', 'friends 1'])
  })

  test('of different sorts, one map is made', async () => {
    expect(await around('of: ["coffee", "dep:69", "idea", "nowhere"], depth: 1')).toEqual([
      ...['bank 0', 'café 0', 'library 0', 'idea 0'],
      ...['tearoom 1', 'town 1', 'friends 1', 'trust 1'],
    ])
  })
})

describe('filters leave out', () => {
  test('partners of other kinds, and what is only reached through them', async () => {
    expect(await around('of: ["café"], depth: 4, kinds: [LOCAL_AUTHORITY]')).toEqual([
      ...['café 0', 'town 1', 'tearoom 2'],
    ])
    expect(await around('of: ["dep:26"], depth: 2, kinds: [COMPANY, FOUNDATION]')).toEqual([
      ...['café 0', 'tearoom 0', 'bank 1', 'library 2'],
    ])
  })

  test('initiatives of another or no status', async () => {
    expect(await around('of: ["dep:26", "idea"], depth: 4, statuses: [RUNNING]')).toEqual([
      ...['café 0', 'town 0', 'idea 0', 'friends 1'],
    ])
  })

  test('never what was named', async () => {
    expect(await around('of: ["town", "tearoom"], depth: 1, kinds: [COMPANY], statuses: [RUNNING]')).toEqual([
      ...['tearoom 0', 'town 0', 'bank 1', 'café 1'],
    ])
  })

  // Each row worked out from the three links of the café above.
  test.each([
    ['on: "2011"', []],
    ['on: "2012"', ['friends CARRIER', 'friends HOST']],
    ['on: "2014"', ['friends CARRIER', 'friends HOST', 'town FUNDER']],
    ['on: "2014-05-31"', ['friends CARRIER', 'friends HOST', 'town FUNDER']],
    ['on: "2014-06"', ['friends CARRIER', 'town FUNDER']],
    ['on: "2015-12-31"', ['friends CARRIER', 'town FUNDER']],
    ['on: "2016"', ['friends CARRIER']],
    ['from: "2014-06", to: "2014-12"', ['friends CARRIER', 'town FUNDER']],
    ['from: "2011", to: "2012"', ['friends CARRIER', 'friends HOST']],
    ['from: "2016"', ['friends CARRIER']],
    ['to: "2012-06"', ['friends CARRIER', 'friends HOST']],
    ['from: "2014-05", to: "2014"', ['friends CARRIER', 'friends HOST', 'town FUNDER']],
    ['on: "2014", roles: [HOST]', ['friends HOST']],
  ])('links that did not hold %s', async (when, links) => {
    expect(await held(`of: ["café"], depth: 1, ${when}`)).toEqual(links)
  })

  test('no link whose dates are unknown', async () => {
    expect(await held('of: ["tearoom"], depth: 1, on: "1990"')).toEqual(['town FUNDER'])
    expect(await held('of: ["tearoom"], depth: 1, from: "2020"')).toEqual(['town FUNDER'])
  })

  test('who was not there, not yet begun or no longer a member', async () => {
    expect(await around('of: ["dep:26"], depth: 1, on: "2008"')).toEqual(['tearoom 0', 'town 0', 'bank 1'])
    expect(await around('of: ["dep:26"], depth: 1, on: "2011"')).toEqual(['town 0', 'tearoom 1'])
    expect(await around('of: ["cafés"], depth: 1, on: "2012"')).toEqual(['bank 0', 'friends 0', 'café 1'])
    expect(await around('of: ["cafés"], depth: 1, on: "2017"')).toEqual(['bank 0', 'library 1'])
  })

  test.each([
    ['on: "2014", from: "2013"', 'Ask for the map `on` one date or between `from` and `to`, not for both.'],
    ['on: "2014", to: "2015"', 'Ask for the map `on` one date or between `from` and `to`, not for both.'],
    [
      'from: "2015", to: "2014-12"',
      'The period ends (2014-12) before it begins (2015): exchange the two dates.',
    ],
  ])('%s is refused', async (dates, message) => {
    const { errors } = await ask(`{ partnerMap(of: ["café"], ${dates}) { total } }`)
    expect(errors).toMatchObject([{ message, extensions: { code: 'INVALID' } }])
  })
})
