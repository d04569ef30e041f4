import { beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../../api/exchange/sample/sample.ts'
import { link, node } from '../exchange/story.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { initiative, partner, tell, testApi } from './api.ts'

const store = testStore()
const { ask } = testApi(store)
type Path = { nodes: Record<string, unknown>[]; links: Record<string, unknown>[] }
async function between(from: string, to: string, given = '') {
  const { data, errors } = await ask(
    `{ pathBetween(from: "${from}", to: "${to}"${given}) { length total truncated paths {
      nodes { id kind name position } links { position type start end role level since until source } } } }`,
  )
  expect(errors).toBeUndefined()
  return data?.pathBetween as unknown as {
    length: number | null
    total: number
    truncated: boolean
    paths: Path[]
  } | null
}
const steps = (answer: Awaited<ReturnType<typeof between>>) =>
  answer?.paths.map(({ nodes }) => nodes.map(({ id }) => id).join(' – '))

describe('between the records of three cafés', () => {
  // Everything acts in France and is about coffee, and that links nobody.
  beforeAll(() =>
    tell(store, {
      nodes: [
        ...['café', 'tearoom', 'library', 'lonely'].map((id) => initiative(id)),
        ...['friends', 'town', 'bank'].map((id) => partner(id)),
        node('Network', 'cafés'),
        node('Commons', 'recipe', { kind: 'GUIDE' }),
        node('Theme', 'coffee'),
        node('Territory', 'iso:FR', { level: 'COUNTRY' }),
      ],
      links: [
        link('PARTNERS_IN', 'friends', 'café', { role: 'CARRIER' }),
        link('PARTNERS_IN', 'friends', 'café', { role: 'HOST', since: '2012', until: '2014-05' }),
        link('PARTNERS_IN', 'town', 'café', { role: 'FUNDER' }),
        link('PARTNERS_IN', 'town', 'tearoom', { role: 'FUNDER' }),
        link('PARTNERS_IN', 'bank', 'tearoom', { role: 'FUNDER' }),
        link('PARTNERS_IN', 'bank', 'library', { role: 'FUNDER' }),
        link('REPLICATES', 'tearoom', 'library', { level: 'INSPIRED', since: '2015' }),
        link('MEMBER_OF', 'friends', 'cafés'),
        link('HEADS', 'bank', 'cafés'),
        link('USES', 'café', 'recipe'),
        link('CONTRIBUTES_TO', 'library', 'recipe'),
        ...['café', 'tearoom', 'library', 'lonely'].flatMap((id) => [
          link('ACTS_IN', id, 'iso:FR'),
          link('ABOUT', id, 'coffee'),
        ]),
      ],
    }),
  )

  test('the shortest path is told with its links, each in the direction it was recorded', async () => {
    expect(await between('café', 'library')).toEqual({
      length: 2,
      total: 1,
      truncated: false,
      paths: [
        {
          nodes: [
            { id: 'café', kind: 'INITIATIVE', name: 'café', position: 0 },
            { id: 'recipe', kind: 'COMMONS', name: 'recipe', position: 1 },
            { id: 'library', kind: 'INITIATIVE', name: 'library', position: 2 },
          ],
          links: [
            expect.objectContaining({ position: 0, type: 'USES', start: 'café', end: 'recipe', role: null }),
            expect.objectContaining({ position: 1, type: 'CONTRIBUTES_TO', start: 'library', end: 'recipe' }),
          ],
        },
      ],
    })
  })

  // Links of the records between: friends 3 and cafés 2; recipe 2 and library 5; town 2 and tearoom 5.
  test('of equally short paths, the least connected records come first', async () => {
    const answer = await between('café', 'bank')
    expect(steps(answer)).toEqual([
      'café – friends – cafés – bank',
      'café – recipe – library – bank',
      'café – town – tearoom – bank',
    ])
    expect(answer).toMatchObject({ length: 3, total: 3, truncated: false })
  })

  test('two roles of one partner are two links of one path', async () => {
    const answer = await between('cafés', 'café')
    expect(answer).toMatchObject({ length: 2, total: 1 })
    expect(answer?.paths[0]?.nodes.map(({ kind }) => kind)).toEqual(['NETWORK', 'PARTNER', 'INITIATIVE'])
    expect(
      answer?.paths[0]?.links.map(({ position, type, role, since, until }) => [
        position,
        type,
        role,
        since,
        until,
      ]),
    ).toEqual([
      [0, 'MEMBER_OF', null, null, null],
      [1, 'PARTNERS_IN', 'CARRIER', null, null],
      [1, 'PARTNERS_IN', 'HOST', '2012', '2014-05'],
    ])
  })

  test('a replication says how much was taken up', async () => {
    const links = (await between('library', 'tearoom'))?.paths[0]?.links
    expect(links).toMatchObject([
      { type: 'REPLICATES', start: 'tearoom', end: 'library', level: 'INSPIRED', since: '2015' },
    ])
    expect(links?.[0]?.source).toBe('https://example.org/page')
  })

  test('what `first` leaves out is counted', async () => {
    const answer = await between('café', 'bank', ', first: 1')
    expect(steps(answer)).toEqual(['café – friends – cafés – bank'])
    expect(answer).toMatchObject({ total: 3, truncated: true })
  })

  test('a path that is longer than asked is none', async () => {
    const nothing = { length: null, total: 0, truncated: false, paths: [] }
    expect(await between('café', 'bank', ', maxLength: 2')).toEqual(nothing)
    expect(await between('café', 'bank', ', maxLength: 3')).toMatchObject({ length: 3 })
  })

  test('meeting in a territory or a theme is no path', async () => {
    expect(await between('café', 'lonely')).toEqual({ length: null, total: 0, truncated: false, paths: [] })
  })

  test('a record is there already', async () => {
    const path = { nodes: [{ id: 'bank', kind: 'PARTNER', name: 'bank', position: 0 }], links: [] }
    expect(await between('bank', 'bank')).toEqual({ length: 0, total: 1, truncated: false, paths: [path] })
  })

  test('an id that nobody recorded has nothing', async () => {
    expect(await between('nobody', 'café')).toBeNull()
    expect(await between('café', 'nobody')).toBeNull()
  })

  test.each([
    ['maxLength: 9', 'INVALID', 'The argument `maxLength` is 9: it must be 1 to 8.'],
    ['maxLength: 0', 'INVALID', 'The argument `maxLength` is 0: it must be 1 to 8.'],
    ['first: 21', 'LIMIT', 'The argument `first` is 21: it must be 1 to 20.'],
  ])('%s is refused', async (argument, code, message) => {
    const answer = await ask(`{ pathBetween(from: "café", to: "bank", ${argument}) { length } }`)
    expect(answer.errors).toMatchObject([{ message, extensions: { code } }])
  })
})

describe('in a lattice of 20 layers of 10', () => {
  beforeAll(() => {
    const layers = Array.from({ length: 20 }, (_, layer) =>
      Array.from({ length: 10 }, (_, place) => `${layer}:${place}`),
    )
    const links = layers.flatMap((layer, depth) =>
      layer.flatMap((child) =>
        (layers[depth - 1] ?? []).map((parent) => link('REPLICATES', child, parent, { level: 'REDONE' })),
      ),
    )
    return tell(store, {
      nodes: [...layers.flat().map((id) => initiative(id)), initiative('island'), partner('islander')],
      links: [...links, link('PARTNERS_IN', 'islander', 'island', { role: 'CARRIER' })],
    })
  })

  test.each([
    ['few paths', '5:3', '7:4', { length: 2, total: 10, truncated: true }],
    ['ten million paths', '2:3', '10:4', { length: 8, total: 1000, truncated: true }],
    ['only longer paths', '0:0', '19:0', { length: null, total: 0, paths: [] }],
    ['no path at all', '9:9', 'islander', { length: null, total: 0, paths: [] }],
  ])('%s are answered at once', async (_, from, to, expected) => {
    const began = performance.now()
    expect(await between(from, to, ', maxLength: 8')).toMatchObject(expected)
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})

describe('in the sample', () => {
  beforeAll(async () => {
    await emptyGraph(store)
    await seed(store.driver, store.database)
  })

  test('the Accorderies of Paris 19e and Chambéry share what they took up, a funder and a tool', async () => {
    const answer = await between('sample:accorderie-paris-19', 'sample:accorderie-chambery')
    expect(answer).toMatchObject({ length: 2, total: 3, truncated: false })
    expect(answer?.paths.map(({ nodes }) => nodes[1]?.id).sort()).toEqual([
      'sample:acc-banque-temps',
      'sample:accorderies-france',
      'sample:fondation-macif',
    ])
    const funded = answer?.paths.find(({ nodes }) => nodes[1]?.id === 'sample:fondation-macif')
    expect(funded?.links.map(({ role, since, source }) => [role, since, source])).toEqual([
      ['FUNDER', '2011', 'https://ess-et-societe.net/La-fondation-MACIF-et-la-Mairie-de'],
      ['FUNDER', null, 'https://resolis.org/?p=29564'],
    ])
  })
})
