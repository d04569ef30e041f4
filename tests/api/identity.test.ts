import { beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../../api/exchange/sample/sample.ts'
import { writeRecords } from '../../api/exchange/writing/records.ts'
import { figure, link, node } from '../exchange/story.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { partner, tell, testApi } from './api.ts'

const store = testStore()
const { driver, database } = store
const { ask } = testApi(store)
const number = (id: string, given = {}) => {
  const [scheme = '', value = ''] = id.split(':')
  return figure('Identifier', id, { scheme: scheme.toUpperCase(), value, ...given })
}

/** What the API says of the records that may be this partner's. */
async function twins(id: string) {
  const { data, errors } = await ask(
    `query ($id: ID!) { partner(id: $id) { sameAs { id }
      sameAsConnection { edges { properties { status evidence score source } node { id } } } } }`,
    { id },
  )
  expect(errors).toBeUndefined()
  const { sameAs, sameAsConnection } = data?.partner as unknown as {
    sameAs: { id: string }[]
    sameAsConnection: { edges: { properties: Record<string, unknown>; node: { id: string } }[] }
  }
  const edges = sameAsConnection.edges.map(({ node: { id: other }, properties }) => [
    other,
    properties.status,
  ])
  expect(sameAs.map((other) => other.id).sort()).toEqual(edges.map(([other]) => other).sort())
  return edges.sort()
}

describe('who a town hall is', () => {
  // Two records of one town, a lookalike that is another one, and a number that two records give as theirs.
  beforeAll(() =>
    tell(store, {
      nodes: [
        ...['town', 'hall', 'village', 'alone'].map((id) => partner(id)),
        number('siren:732829320', { validFrom: '1990', validUntil: '2014-12' }),
        number('siren:217500016'),
      ],
      links: [
        link('IDENTIFIED_BY', 'town', 'siren:732829320'),
        link('IDENTIFIED_BY', 'town', 'siren:217500016'),
        link('IDENTIFIED_BY', 'hall', 'siren:217500016'),
        link('SAME_AS', 'town', 'hall', { status: 'PROPOSED', evidence: 'One number.', score: 0.75 }),
        link('SAME_AS', 'village', 'town', { status: 'REJECTED', evidence: 'Another place.' }),
      ],
    }),
  )

  test('is told with all its numbers, those of the past too', async () => {
    const { data } = await ask(
      '{ partner(id: "town") { identifiers { id scheme value validFrom validUntil } } }',
    )
    const { identifiers } = data?.partner as unknown as { identifiers: { id: string }[] }
    expect(identifiers.sort((one, other) => one.id.localeCompare(other.id))).toEqual([
      { id: 'siren:217500016', scheme: 'SIREN', value: '217500016', validFrom: null, validUntil: null },
      {
        id: 'siren:732829320',
        scheme: 'SIREN',
        value: '732829320',
        validFrom: '1990',
        validUntil: '2014-12',
      },
    ])
  })

  test('is found by a number, with every record that gives it', async () => {
    const { data } = await ask(
      '{ given: identifier(id: "siren:217500016") { identifies { id } } unknown: identifier(id: "siren:1") { id } }',
    )
    const { identifies } = data?.given as unknown as { identifies: { id: string }[] }
    expect(identifies.map(({ id }) => id).sort()).toEqual(['hall', 'town'])
    expect(data?.unknown).toBeNull()
  })

  test('is asked from either end, and the status says what was found', async () => {
    expect(await twins('town')).toEqual([
      ['hall', 'PROPOSED'],
      ['village', 'REJECTED'],
    ])
    expect(await twins('hall')).toEqual([['town', 'PROPOSED']])
    expect(await twins('village')).toEqual([['town', 'REJECTED']])
    expect(await twins('alone')).toEqual([])
  })

  test('can be asked for what is proposed only', async () => {
    const { data } = await ask(
      `{ partner(id: "town") { sameAsConnection(where: { edge: { status: { eq: PROPOSED } } }) {
        edges { properties { evidence score } node { id } } } } }`,
    )
    expect(data?.partner).toEqual({
      sameAsConnection: {
        edges: [{ properties: { evidence: 'One number.', score: 0.75 }, node: { id: 'hall' } }],
      },
    })
  })

  test('may be stated by several networks with the same number', async () => {
    const theirs = { recordedBy: 'them', source: 'theirs' }
    const written = await writeRecords(driver, database, {
      nodes: [
        node('Network', 'them', { recordedBy: 'them' }),
        node('Partner', 'their-town', { kind: 'LOCAL_AUTHORITY', ...theirs }),
        number('siren:217500016', theirs),
      ],
      links: [link('IDENTIFIED_BY', 'their-town', 'siren:217500016', theirs)],
    })
    expect(written).toMatchObject({ nodesCreated: 2, nodesChanged: 0, nodesUnchanged: 1, linksCreated: 1 })
  })

  test.each([
    ['both ways', 'hall', 'town', {}, 'town and hall are joined more than once'],
    ['with itself', 'alone', 'alone', {}, 'alone and alone are one record'],
    ['without evidence', 'alone', 'hall', { evidence: null }, 'evidence is missing'],
    ['with a score of 75', 'alone', 'hall', { score: 75 }, 'have the score 75'],
  ])('is not told %s', async (_, start, end, given, why) => {
    const proposed = link('SAME_AS', start, end, { status: 'PROPOSED', evidence: 'Alike.', ...given })
    await expect(writeRecords(driver, database, { nodes: [], links: [proposed] })).rejects.toThrow(why)
  })
})

describe('the sample', () => {
  beforeAll(async () => {
    await emptyGraph(store)
    await seed(driver, database)
  })

  test('knows Lyon and its Métropole by their numbers, and that Grand Lyon was another one', async () => {
    const { data } = await ask(`{ city: partner(id: "sample:ville-de-lyon") { identifiers { id } }
      metropole: partner(id: "sample:metropole-de-lyon") { identifiers { id } }
      before: partner(id: "sample:grand-lyon") { identifiers { id } } }`)
    expect(data).toEqual({
      city: { identifiers: [{ id: 'siren:216901231' }] },
      metropole: { identifiers: [{ id: 'siren:200046977' }] },
      before: { identifiers: [] },
    })
    expect(await twins('sample:metropole-de-lyon')).toEqual([['sample:grand-lyon', 'REJECTED']])
    expect(await twins('sample:caisse-des-depots')).toEqual([['sample:banque-des-territoires', 'PROPOSED']])
  })
})
