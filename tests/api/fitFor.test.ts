import { beforeAll, describe, expect, test } from 'vitest'
import type { Value } from '../../api/exchange/record.ts'
import { link, node } from '../exchange/story.ts'
import { testStore } from '../support/store.ts'
import { initiative, partner, tell, testApi } from './api.ts'
import { expectSums, type Model } from './fit.ts'

const store = testStore()
const { ask } = testApi(store)
async function fit(given: string) {
  const { data, errors } = await ask(`{ fitFor(${given}) {
    total truncated territory territoryName level populationClass themes { id initiatives }
    models { id name example exampleName exampleTerritory score
      parts { reason points evidence { kind id name points territory value } }
      sponsors { id name role initiative initiativeName territory }
      ready { id name territory asOf availableEffort readyUntil isEnough } } } }`)
  expect(errors).toBeUndefined()
  return data?.fitFor as unknown as (Record<string, unknown> & { themes: unknown[]; models: Model[] }) | null
}
const scores = (answer: { models: Model[] } | null) => answer?.models.map(({ id, score }) => [id, score])
const points = (model: Model | undefined) =>
  Object.fromEntries(model?.parts.map(({ reason, points }) => [reason, points]) ?? [])
const said = { source: 'https://example.org/page', recordedBy: 'us', recordedOn: '2026-01-01' }
const nameless = (label: string, id: string, given: Record<string, Value>) => ({
  ...{ label, id, properties: { ...said, ...given } },
})
const commune = (id: string, name: string, population?: number) =>
  node('Territory', id, { name, level: 'MUNICIPALITY', ...(population && { population }) })
const area = (level: string) => (id: string) => node('Territory', id, { level })
const readiness = (id: string, given: Record<string, Value>) =>
  nameless('Readiness', id, {
    asOf: '2025',
    isApproved: true,
    readyFrom: '2000',
    readyUntil: '2999',
    ...given,
  })
const commons = (id: string, kind: string, licence?: string) =>
  node('Commons', id, { kind, ...(licence && { licence }) })
const took = (child: string, parent: string) => link('REPLICATES', child, parent, { level: 'REDONE' })
const role = (who: string, what: string, role: string, more = {}) =>
  link('PARTNERS_IN', who, what, { role, ...more })
const all = (type: string, ...pairs: [string, string][]) =>
  pairs.map(([start, end]) => link(type, start, end))

describe('for Brest, where two gardens are', () => {
  // Brest and Quimper are in Finistère, Rennes and Bourg in Ille-et-Vilaine, both in Bretagne; Chambéry in Savoie, in
  // Rhône-Alpes; Namur in Belgium. Brest, Quimper, Chambéry and Namur have 50,000 to 199,999 inhabitants.
  beforeAll(async () => {
    await tell(store, {
      nodes: [
        ...['iso:FR', 'iso:BE'].map(area('COUNTRY')),
        ...['reg:53', 'reg:84'].map(area('REGION')),
        ...['dep:29', 'dep:35', 'dep:42', 'dep:73'].map(area('DEPARTMENT')),
        commune('cog:29019', 'Brest', 142_000),
        commune('cog:29232', 'Quimper', 63_000),
        commune('cog:35238', 'Rennes', 220_000),
        commune('cog:35001', 'Bourg', 900),
        commune('cog:73065', 'Chambéry', 59_000),
        commune('geonames:1', 'Namur', 110_000),
        commune('geonames:2', 'Nowhere'),
        ...['books', 'food', 'green', 'nature', 'zither'].map((id) => node('Theme', `theme:${id}`)),
        ...['grove', 'garden', 'garden2', 'library', 'choir', 'shop'].map((id) => initiative(id)),
        initiative('gone', { status: 'ABANDONED' }),
        initiative('repair', { familyName: 'Repair Cafés', startedOn: '2009' }),
        initiative('repair-quimper', { startedOn: '2015', status: 'RUNNING' }),
        initiative('repair-chambery', { startedOn: '2012' }),
        initiative('repair-ended', { startedOn: '2010', endedOn: '2014' }),
        initiative('repair-idea', { status: 'IDEA' }),
        nameless('Sheet', 'sheet1', { expectedEffort: 15 }),
        nameless('Sheet', 'sheet2', { expectedEffort: 40, setUpCost: 5000, currency: 'EUR' }),
        nameless('Sheet', 'sheet3', { setUpCost: 2000, currency: 'CAD' }),
        commons('kit', 'PLAYBOOK', 'CC BY-SA 4.0'),
        commons('closed-guide', 'GUIDE'),
        commons('frozen-method', 'METHOD', 'CC BY-ND 4.0'),
        commons('open-guide', 'GUIDE', 'Licence Ouverte 2.0'),
        commons('open-charter', 'CHARTER', 'CC0'),
        ...['club', 'singers', 'late', 'unsure', 'refused', 'rennais', 'fixers'].map((id) => partner(id)),
        ...['former', 'head', 'mentor', 'dutch'].map((id) => partner(id)),
        node('Network', 'net'),
        nameless('Sponsorship', 'sponsorship', {}),
        readiness('club-2024', { asOf: '2024', isApproved: false }),
        readiness('club-2025', { availableEffort: 20 }),
        readiness('singers-2025', { availableEffort: 10 }),
        readiness('late-2025', { availableEffort: 90, readyUntil: '2020-05' }),
        nameless('Readiness', 'unsure-2025', { asOf: '2025', availableEffort: 90 }),
        readiness('refused-2024', { asOf: '2024', availableEffort: 90 }),
        readiness('refused-2025', { availableEffort: 90, isApproved: false }),
        readiness('rennais-2025', { availableEffort: 99 }),
      ],
      links: [
        ...all(
          'PART_OF',
          ...(['reg:53', 'reg:84'] as const).map((id): [string, string] => [id, 'iso:FR']),
          ...([
            ['dep:29', 'reg:53'],
            ['dep:35', 'reg:53'],
            ['dep:42', 'reg:84'],
            ['dep:73', 'reg:84'],
          ] as [string, string][]),
          ...([
            ['cog:29019', 'dep:29'],
            ['cog:29232', 'dep:29'],
            ['cog:35238', 'dep:35'],
          ] as [string, string][]),
          ...([
            ['cog:35001', 'dep:35'],
            ['cog:73065', 'dep:73'],
            ['geonames:1', 'iso:BE'],
            ['geonames:2', 'iso:BE'],
          ] as [string, string][]),
        ),
        ...all(
          'ACTS_IN',
          ...([
            ['garden', 'cog:29019'],
            ['garden2', 'cog:29019'],
            ['grove', 'cog:73065'],
          ] as [string, string][]),
          ...([
            ['library', 'cog:35238'],
            ['choir', 'geonames:1'],
            ['shop', 'cog:35001'],
          ] as [string, string][]),
          ...([
            ['gone', 'cog:29232'],
            ['repair', 'geonames:1'],
            ['repair-quimper', 'cog:29232'],
          ] as [string, string][]),
          ...([
            ['repair-chambery', 'cog:73065'],
            ['repair-ended', 'cog:35238'],
            ['repair-idea', 'cog:35001'],
          ] as [string, string][]),
        ),
        ...all(
          'ABOUT',
          ...([
            ['garden', 'theme:green'],
            ['garden', 'theme:food'],
            ['garden2', 'theme:green'],
          ] as [string, string][]),
          ...([
            ['grove', 'theme:green'],
            ['library', 'theme:books'],
            ['choir', 'theme:zither'],
          ] as [string, string][]),
          ...([
            ['repair-quimper', 'theme:green'],
            ['repair-quimper', 'theme:zither'],
          ] as [string, string][]),
        ),
        link('BROADER', 'theme:green', 'theme:nature'),
        took('garden', 'grove'),
        took('repair-quimper', 'repair'),
        took('repair-chambery', 'repair'),
        took('repair-ended', 'repair'),
        took('repair-idea', 'repair-chambery'),
        ...all(
          'DESCRIBED_BY',
          ...([
            ['repair', 'sheet1'],
            ['repair-chambery', 'sheet2'],
            ['repair-ended', 'sheet3'],
          ] as [string, string][]),
        ),
        ...all(
          'USES',
          ...([
            ['repair', 'kit'],
            ['repair', 'closed-guide'],
            ['repair', 'frozen-method'],
            ['repair', 'open-charter'],
          ] as [string, string][]),
        ),
        link('CONTRIBUTES_TO', 'repair-chambery', 'open-guide'),
        role('club', 'library', 'FUNDER'),
        role('club', 'choir', 'FUNDER'),
        role('fixers', 'repair-quimper', 'CARRIER', { since: '2015' }),
        role('former', 'repair-quimper', 'CARRIER', { until: '2016' }),
        role('head', 'repair-chambery', 'NETWORK_HEAD'),
        role('dutch', 'repair', 'CARRIER'),
        link('SPONSORS', 'mentor', 'sponsorship'),
        link('ACCOMPANIES', 'sponsorship', 'head'),
        link('ON', 'sponsorship', 'repair-chambery'),
        link('MEMBER_OF', 'club', 'net'),
        link('HEADS', 'head', 'net'),
        ...all(
          'BASED_IN',
          ...['club', 'late', 'unsure', 'refused'].map((id): [string, string] => [id, 'cog:29019']),
          ...([
            ['singers', 'cog:29232'],
            ['rennais', 'cog:35238'],
          ] as [string, string][]),
        ),
        ...all(
          'DECLARED',
          ...([
            ['club', 'club-2024'],
            ['club', 'club-2025'],
            ['singers', 'singers-2025'],
          ] as [string, string][]),
          ...([
            ['late', 'late-2025'],
            ['unsure', 'unsure-2025'],
            ['rennais', 'rennais-2025'],
          ] as [string, string][]),
          ...([
            ['refused', 'refused-2024'],
            ['refused', 'refused-2025'],
          ] as [string, string][]),
        ),
      ],
    })
  })

  test('the themes are those of its gardens and of what its partners do elsewhere', async () => {
    const answer = await fit('territory: "cog:29019"')
    expect(answer).toMatchObject({ territory: 'cog:29019', territoryName: 'Brest', level: 'MUNICIPALITY' })
    expect(answer).toMatchObject({ populationClass: 'CITY', total: 4, truncated: false })
    expect(answer?.themes).toEqual([
      { id: 'theme:green', initiatives: 2 },
      { id: 'theme:books', initiatives: 1 },
      { id: 'theme:food', initiatives: 1 },
      { id: 'theme:zither', initiatives: 1 },
    ])
  })

  test('the models are those that are not there, and each score is counted by hand', async () => {
    const answer = await fit('territory: "cog:29019"')
    // The grove is there by its branch; what was abandoned is no example. Choir and shop: 3 each, by name.
    expect(scores(answer)).toEqual([
      ['repair', 30],
      ['library', 6],
      ['choir', 3],
      ['shop', 3],
    ])
    expectSums(answer?.models)
    // The fourth theme gives 2 to the choir, Namur abroad 1; the library is of the region and too big a city.
    expect(answer?.models.slice(1).map(points)).toEqual([
      { SHARED_THEMES: 3, NEARBY: 3 },
      { SHARED_THEMES: 2, SIMILAR_TERRITORIES: 1 },
      { NEARBY: 3 },
    ])
  })

  test('one row stands for all Repair Cafés, with the nearest as its example and each reason named', async () => {
    const repair = (await fit('territory: "cog:29019"'))?.models[0]
    expect(repair).toMatchObject({
      name: 'Repair Cafés',
      example: 'repair-quimper',
      exampleTerritory: 'Quimper',
    })
    const evidence = repair?.parts.map(({ reason, evidence }) => [
      reason,
      evidence.map(({ id, points, territory, value }) => [id, points, territory, value]),
    ])
    expect(evidence).toEqual([
      [
        'SHARED_THEMES',
        [
          ['theme:green', 3, null, null],
          ['theme:zither', 2, null, null],
        ],
      ],
      ['NEARBY', [['dep:29', 5, null, null]]],
      [
        'SIMILAR_TERRITORIES',
        [
          ['repair-quimper', 2, 'Quimper', null],
          ['repair-chambery', 2, 'Chambéry', null],
          ['repair', 1, 'Namur', null],
        ],
      ],
      ['LITTLE_EFFORT', [['repair', 4, null, 15]]],
      // Canadian dollars are not compared with euros.
      ['LOW_COST', [['repair-chambery', 2, null, 5000]]],
      [
        'COMMONS_AT_HAND',
        [
          ['kit', 3, null, null],
          ['open-guide', 2, null, null],
        ],
      ],
      ['SPONSOR_NEAR', [['fixers', 3, 'Quimper', null]]],
      ['MEMBERS_READY', [['club', 1, 'Brest', 20]]],
    ])
  })

  test('sponsors are those of today, the nearest first; none abroad', async () => {
    const repair = (await fit('territory: "cog:29019"'))?.models[0]
    expect(repair?.sponsors.map(({ id, role, initiative }) => [id, role, initiative])).toEqual([
      ['fixers', 'CARRIER', 'repair-quimper'],
      ['mentor', 'SPONSOR_GROUP', 'repair-chambery'],
      ['head', 'NETWORK_HEAD', 'repair-chambery'],
    ])
  })

  test('ready are those around whose last word is yes, with days enough; unknown effort gives no point', async () => {
    const models = (await fit('territory: "cog:29019"'))?.models
    const ready = models?.map(({ id, ready }) => [id, ready.map(({ id, isEnough }) => [id, isEnough])])
    expect(ready).toEqual([
      ['repair', [['club', true]]],
      // The club is in the library and in the choir already.
      ['library', [['singers', null]]],
      ['choir', [['singers', null]]],
      [
        'shop',
        [
          ['club', null],
          ['singers', null],
        ],
      ],
    ])
  })

  test('an asked theme leaves only the models about it or a narrower one', async () => {
    const answer = await fit('territory: "cog:29019", theme: "theme:nature"')
    expect(scores(answer)).toEqual([['repair', 30]])
    expect(await fit('territory: "cog:29019", theme: "theme:nobody"')).toMatchObject({ total: 0, models: [] })
  })

  test('`first` cuts the list and says so', async () => {
    const answer = await fit('territory: "cog:29019", first: 1')
    expect(answer).toMatchObject({ total: 4, truncated: true })
    expect(scores(answer)).toEqual([['repair', 30]])
  })

  test('a club of Brest gets what it has no part in, Brest itself being nearest', async () => {
    const answer = await fit('partner: "club"')
    expect(answer).toMatchObject({ territory: 'cog:29019', total: 4 })
    expect(answer?.themes).toEqual([
      { id: 'theme:books', initiatives: 1 },
      { id: 'theme:zither', initiatives: 1 },
    ])
    // Repair: zither 3, near 5, similar 5, effort 4, cost 2, commons 5, sponsor 3, itself ready 1.
    // Grove: its garden is in Brest 6, Brest and Chambéry are like Brest 4. Garden2: 6 and 2. Shop: region 3.
    expect(scores(answer)).toEqual([
      ['repair', 28],
      ['grove', 10],
      ['garden2', 8],
      ['shop', 3],
    ])
    expect(answer?.models[1]).toMatchObject({ example: 'garden' })
    expectSums(answer?.models)
    // The head of its network is as near as the neighbours.
    expect(answer?.models[0]?.sponsors.map(({ id }) => id)).toEqual(['fixers', 'head', 'mentor'])
  })

  test('a head asks for its members: they are ready, and what they do says its themes', async () => {
    const answer = await fit('partner: "head"')
    // It takes part in Repair Cafés, is based nowhere: one theme of each of the club's two initiatives remains.
    expect(scores(answer)).toEqual([
      ['choir', 3],
      ['library', 3],
    ])
    // The club funds both: a member of its network, but neither carrier nor ready for what it has.
    expect(answer?.models.map(({ ready }) => ready)).toEqual([[], []])
  })

  test('a region leaves out what is anywhere inside it, a department compares with departments', async () => {
    // Zither is second in Bretagne, by Quimper and by the club.
    expect(scores(await fit('territory: "reg:53"'))).toEqual([['choir', 3]])
    // Green 3, same country 1, at work in another department 2.
    const savoie = await fit('territory: "dep:73"')
    expect(savoie).toMatchObject({ level: 'DEPARTMENT', populationClass: null })
    expect(scores(savoie)).toEqual([['garden2', 6]])
  })

  test('a territory with nothing in it gets what is near, and what others of its level have', async () => {
    const answer = await fit('territory: "dep:42"')
    expect(answer?.themes).toEqual([])
    // Repair: region 3, Finistère and Savoie 4, effort 4, cost 2, commons 5, sponsor of the region 2.
    // Grove: region 3, two departments 4. The others: same country 1, one department 2.
    expect(scores(answer)).toEqual([
      ['repair', 20],
      ['grove', 7],
      ['garden2', 3],
      ['library', 3],
      ['shop', 3],
    ])
  })

  test('a territory of which nothing is known gets an empty answer', async () => {
    const answer = await fit('territory: "geonames:2"')
    expect(answer).toMatchObject({
      total: 0,
      truncated: false,
      populationClass: null,
      themes: [],
      models: [],
    })
  })

  test('an id that nobody recorded gets nothing', async () => {
    expect(await fit('territory: "cog:00000"')).toBeNull()
    expect(await fit('partner: "nobody"')).toBeNull()
  })

  test.each(['first: 5', 'territory: "cog:29019", partner: "club"'])(
    '%s is refused with a sentence',
    async (given) => {
      const { errors } = await ask(`{ fitFor(${given}) { total } }`)
      expect(errors?.[0]?.extensions.code).toBe('INVALID')
      expect(errors?.[0]?.message).toContain('one of the two')
    },
  )

  test.each(['first: 0', 'first: 101'])('%s is beyond the limit', async (given) => {
    const { errors } = await ask(`{ fitFor(territory: "cog:29019", ${given}) { total } }`)
    expect(errors?.[0]?.extensions.code).toBe('LIMIT')
  })
})

test('a lattice of 20 layers of 10 is one model, found from its last initiative', async () => {
  const layers = Array.from({ length: 20 }, (_, layer) =>
    Array.from({ length: 10 }, (_, place) => `${layer}:${place}`),
  )
  const links = layers.flatMap((layer, depth) =>
    layer.flatMap((child) => (layers[depth - 1] ?? []).map((parent) => took(child, parent))),
  )
  await tell(store, {
    nodes: [
      ...layers.flat().map((id) => initiative(id)),
      area('COUNTRY')('iso:FR'),
      commune('cog:29232', 'Quimper', 63_000),
      commune('cog:73065', 'Chambéry', 59_000),
    ],
    links: [
      ...links,
      link('ACTS_IN', '19:9', 'cog:29232'),
      ...all('PART_OF', ['cog:29232', 'iso:FR'], ['cog:73065', 'iso:FR']),
    ],
  })
  // Same country 1, at work in Quimper 2; each of the ten first ones would do, and one row stands for it.
  expect(scores(await fit('territory: "cog:73065"'))).toEqual([['0:0', 3]])
  expect(scores(await fit('territory: "cog:29232"'))).toEqual([])
})
