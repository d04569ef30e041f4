import { beforeAll, describe, expect, test } from 'vitest'
import { link, node } from '../exchange/story.ts'
import { testStore } from '../support/store.ts'
import { initiative, tell, testApi } from './api.ts'
import { valleys } from './places.ts'

const store = testStore()
const { ask } = testApi(store)

async function asked(query: string): Promise<Record<string, unknown>> {
  const { data, errors } = await ask(`{ ${query} }`)
  expect(errors).toBeUndefined()
  return Object.values(data ?? {})[0] as Record<string, unknown>
}
type Rows = { id: string }[]
const rowOf = (rows: unknown, id: string) => (rows as Rows).find((row) => row.id === id)

describe('in the valleys', () => {
  beforeAll(() => {
    const { nodes, links } = valleys()
    return tell(store, {
      nodes,
      links: [
        ...links,
        // The town funds the orchard in two periods: one role, one partner.
        link('PARTNERS_IN', 'town', 'orchard', { role: 'FUNDER', since: '2004', until: '2005' }),
        link('PARTNERS_IN', 'town', 'orchard', { role: 'FUNDER', since: '2008' }),
        link('PARTNERS_IN', 'town', 'orchard', { role: 'CARRIER', since: '2010' }),
        link('CONTRIBUTES_TO', 'grove', 'handbook'),
        link('STEWARDS', 'assoc', 'handbook'),
      ],
    })
  })

  test('the table of initiatives holds what narrows and sorts them, by name', async () => {
    const { total, truncated, initiatives } = await asked(
      `initiativeTable { total truncated initiatives {
        id name status startedOn endedOn territories themes roles partners carrier levels replicatedBy recordedBy } }`,
    )
    expect({ total, truncated }).toEqual({ total: 4, truncated: false })
    expect((initiatives as Rows).map(({ id }) => id)).toEqual(['garden', 'grove', 'kiosk', 'orchard'])
    expect(rowOf(initiatives, 'garden')).toEqual({
      id: 'garden',
      name: 'garden',
      status: 'RUNNING',
      startedOn: '1997',
      endedOn: null,
      territories: ['cog:26108', 'cog:26113'],
      themes: ['gardening'],
      roles: ['FUNDER', 'RELAY'],
      partners: 2,
      carrier: null,
      levels: [],
      replicatedBy: 2,
      recordedBy: 'us',
    })
    // Its first carrier left, and is still the one that carried it first.
    expect(rowOf(initiatives, 'orchard')).toMatchObject({
      roles: ['CARRIER', 'FUNDER'],
      partners: 2,
      carrier: 'assoc',
      levels: ['REDONE'],
      replicatedBy: 1,
    })
    expect(rowOf(initiatives, 'grove')).toMatchObject({ levels: ['INSPIRED', 'SCALED'], carrier: null })
  })

  test('what rows name by ids is told once, with all around it', async () => {
    const { territories, themes, recorders } = await asked(
      `initiativeTable { territories { code name level partOf } themes { id broader } recorders { network records } }`,
    )
    const both = expect.toSatisfy((codes: string[]) => codes.toSorted().join() === 'dep:26,epci:242600534')
    expect(territories).toEqual([
      { code: 'cog:26108', name: 'Crest', level: 'MUNICIPALITY', partOf: both },
      { code: 'cog:26113', name: 'Die', level: 'MUNICIPALITY', partOf: both },
      { code: 'cog:38563', name: 'Voiron', level: 'MUNICIPALITY', partOf: ['dep:38'] },
      { code: 'dep:26', name: 'Drôme', level: 'DEPARTMENT', partOf: ['reg:84'] },
      { code: 'dep:38', name: 'Isère', level: 'DEPARTMENT', partOf: ['reg:84'] },
      { code: 'epci:242600534', name: 'Vallée', level: 'INTERCOMMUNALITY', partOf: ['iso:FR'] },
      { code: 'iso:FR', name: 'France', level: 'COUNTRY', partOf: [] },
      { code: 'reg:84', name: 'Auvergne-Rhône-Alpes', level: 'REGION', partOf: ['iso:FR'] },
    ])
    expect(themes).toEqual([
      { id: 'compost', broader: ['gardening'] },
      { id: 'food', broader: [] },
      { id: 'gardening', broader: ['food'] },
    ])
    expect(recorders).toEqual([
      { network: 'us', records: 3 },
      { network: 'them', records: 1 },
    ])
  })
  test('the table of partners', async () => {
    const { total, partners, networks, territories } = await asked(
      `partnerTable { total partners { id kind territories networks roles initiatives recordedBy }
        networks { id name } territories { code } }`,
    )
    expect(total).toBe(4)
    expect(partners).toEqual([
      {
        id: 'assoc',
        kind: 'ASSOCIATION',
        territories: ['cog:38563'],
        networks: ['them'],
        roles: ['CARRIER', 'RELAY'],
        initiatives: 2,
        recordedBy: 'us',
      },
      {
        id: 'idle',
        kind: 'ASSOCIATION',
        territories: ['dep:38'],
        networks: ['them'],
        roles: [],
        initiatives: 0,
        recordedBy: 'them',
      },
      {
        id: 'other',
        kind: 'COOPERATIVE',
        territories: ['cog:26108'],
        networks: [],
        roles: ['IMPLEMENTER'],
        initiatives: 1,
        recordedBy: 'us',
      },
      expect.objectContaining({ id: 'town', networks: ['them'], initiatives: 3 }),
    ])
    expect(networks).toEqual([{ id: 'them', name: 'them' }])
    expect(territories).toHaveLength(8)
  })

  test('the tables of commons and of networks', async () => {
    expect(
      await asked(
        'commonsTable { total truncated commons { id kind usedBy enrichedBy stewards } recorders { network } }',
      ),
    ).toEqual({
      total: 1,
      truncated: false,
      commons: [{ id: 'handbook', kind: 'GUIDE', usedBy: 2, enrichedBy: 1, stewards: ['assoc'] }],
      recorders: [{ network: 'us' }],
    })
    expect(await asked('networkTable(first: 1) { next networks { id } }')).toMatchObject({
      next: expect.any(String) as unknown,
      networks: [{ id: 'them' }],
    })
    expect(await asked('networkTable { total networks { id heads members initiatives partners } }')).toEqual({
      total: 2,
      networks: [
        { id: 'them', heads: ['town'], members: 2, initiatives: 1, partners: 1 },
        { id: 'us', heads: [], members: 0, initiatives: 3, partners: 3 },
      ],
    })
  })

  test('a table says what `first` left out, and names only what its rows name', async () => {
    expect(
      await asked('initiativeTable(first: 1) { total truncated initiatives { id } themes { id } }'),
    ).toEqual({
      total: 4,
      truncated: true,
      initiatives: [{ id: 'garden' }],
      themes: [{ id: 'food' }, { id: 'gardening' }],
    })
  })

  test('a table goes on where its last rows ended, and says where that is', async () => {
    const { next, initiatives } = await asked('initiativeTable(first: 3) { next initiatives { id } }')
    expect(initiatives).toEqual([{ id: 'garden' }, { id: 'grove' }, { id: 'kiosk' }])
    expect(
      await asked(
        `initiativeTable(first: 3, after: "${String(next)}") { total truncated next initiatives { id } themes { id } }`,
      ),
    ).toEqual({
      total: 4,
      truncated: true,
      next: null,
      initiatives: [{ id: 'orchard' }],
      themes: [{ id: 'compost' }, { id: 'food' }, { id: 'gardening' }],
    })
  })

  test('a place that nobody gave is refused', async () => {
    const { errors } = await ask('{ networkTable(after: "here") { total } }')
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('no place in a list') as unknown,
      extensions: { code: 'INVALID' },
    })
  })

  test('a table of more than 50,000 rows is refused', async () => {
    const { errors } = await ask('{ partnerTable(first: 50001) { total } }')
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'LIMIT' } })
  })
})

describe('in a graph', () => {
  test('where nothing is, tables are empty', async () => {
    await tell(store, { nodes: [], links: [] })
    expect(
      await asked('initiativeTable { total truncated initiatives { id } territories { code } }'),
    ).toEqual({ total: 0, truncated: false, initiatives: [], territories: [] })
  })

  test('of two initiatives in one place, the place is told once', async () => {
    await tell(store, {
      nodes: [
        initiative('a'),
        initiative('b'),
        node('Territory', 'iso:FR', { level: 'COUNTRY', name: 'France' }),
      ],
      links: [link('ACTS_IN', 'a', 'iso:FR'), link('ACTS_IN', 'b', 'iso:FR')],
    })
    const { territories } = await asked('initiativeTable { territories { code } }')
    expect(territories).toEqual([{ code: 'iso:FR' }])
  })
})
