import { describe, expect, test } from 'vitest'
import { problemLine } from '../../api/exchange/files/format.ts'
import { importDirect } from '../../api/exchange/importing/direct.ts'
import { edges, elements, nodes, results } from './network.ts'
import { listed } from '../support/listed.ts'

const given = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))
const bring = (texts: Readonly<Record<string, string>>, recorder: string | undefined = 'cantines') =>
  listed(importDirect(given(texts), { recorder, today: '2026-01-01' }))
type Made = ReturnType<typeof bring>
const whole = { 'nodes.csv': nodes, 'edges.csv': edges, 'elements.csv': elements, 'results.csv': results }
const linksOf = ({ records }: Made) => records.links.map(({ type, start, end }) => `${start} ${type} ${end}`)
const node = ({ records }: Made, id: string) => records.nodes.find((one) => one.id === id)?.properties
const errors = (texts: Readonly<Record<string, string>>) => bring(texts).problems.map(problemLine)

describe('tidy tables', () => {
  const read = bring(whole)

  test('become records and links, no mapping needed', () => {
    expect(read.problems).toEqual([])
    expect(linksOf(read).sort()).toEqual(
      [
        'cantines:brest ABOUT cantines:theme-alimentation',
        'cantines:brest ABOUT cantines:theme-lien-social',
        'cantines:brest ACTS_IN cog:29019',
        'cantines:brest CONSISTS_OF cantines:element-brest-a-kitchen-of-its-own',
        'cantines:brest CONSISTS_OF cantines:menu',
        'cantines:brest USES cantines:charte',
        'cantines:fonds AWARDED cantines:grant-e3',
        'cantines:fonds BASED_IN iso:FR',
        'cantines:fonds PARTNERS_IN cantines:lyon',
        'cantines:grant-e3 FOR cantines:lyon',
        'cantines:lyon ACHIEVED cantines:result-lyon-meals-served-2020',
        'cantines:lyon ACTS_IN cog:69123',
        'cantines:lyon CONSISTS_OF cantines:element-lyon-a-garden',
        'cantines:lyon DROPS cantines:element-brest-a-kitchen-of-its-own',
        'cantines:lyon KEEPS cantines:menu',
        'cantines:lyon REPLICATES cantines:brest',
        'cantines:lyon USES cantines:charte',
        'cantines:tablees IDENTIFIED_BY siren:552100554',
        'cantines:tablees PARTNERS_IN cantines:brest',
      ].sort(),
    )
  })

  test('keep dates as partly known as they are, and sums in French', () => {
    expect(node(read, 'cantines:lyon')).toMatchObject({ startedOn: '2019-05', status: 'RUNNING' })
    expect(node(read, 'cantines:grant-e3')).toMatchObject({
      amount: 12_500.5,
      currency: 'EUR',
      awardedOn: '2019-06-01',
    })
    expect(node(read, 'cantines:result-lyon-meals-served-2020')).toMatchObject({
      value: 4200,
      period: '2020',
    })
    expect(read.records.links.find(({ type }) => type === 'REPLICATES')?.properties).toMatchObject({
      level: 'SCALED',
      mode: 'SOCIAL_FRANCHISE',
      since: '2019',
      source: 'https://example.org/lyon',
    })
  })

  test('name their network themselves', () => {
    expect(node(read, 'cantines')).toMatchObject({ name: 'Les cantines', recordedBy: 'cantines' })
  })

  test.each([
    [
      'a kind of record',
      nodes.replace('Commons', 'Comons'),
      edges,
      'type: "Comons": is no kind of record: did you mean Commons?',
    ],
    [
      'a kind of partner',
      nodes.replace('association', 'asociation'),
      edges,
      'kind: "asociation": is no PartnerKind: did you mean ASSOCIATION?',
    ],
    [
      'a type of link',
      nodes,
      edges.replace('REPLICATES', 'REPLICATE'),
      'type: "REPLICATE": is no type of link: did you mean REPLICATES?',
    ],
    [
      'a role',
      nodes,
      edges.replace('CARRIER', 'CARIER'),
      'role: "CARIER": is no PartnerRole: did you mean CARRIER?',
    ],
    [
      'a level',
      nodes,
      edges.replace('scaled', 'scalled'),
      'level: "scalled": is no ReplicationLevel: did you mean SCALED?',
    ],
    [
      'an id',
      nodes,
      edges.replace('tablees,brest', 'tables,brest'),
      'source: "tables": no record has this id: did you mean tablees?',
    ],
  ])('with an unknown word for %s propose the nearest', (_, some, others, message) => {
    expect(errors({ 'nodes.csv': some, 'edges.csv': others })).toEqual([expect.stringContaining(message)])
  })

  test('with a link the wrong way round say so', () => {
    const turned = edges.replace('tablees,brest', 'brest,tablees')
    expect(errors({ 'nodes.csv': nodes, 'edges.csv': turned })).toEqual([
      'edges.csv, row 3, type: "PARTNERS_IN": goes from Initiative to Partner, wants Partner to Initiative: turn source and target round',
    ])
  })

  test.each([
    [
      'an e-mail address',
      nodes.replace('Shared meals', 'ask a@example.org'),
      'summary: "ask a@example.org": holds an e-mail address',
    ],
    ['a date that is none', nodes.replace('2019-05', 'May'), 'start: "May": is no date'],
    [
      'a territory that is none',
      nodes.replace('29019', '99999'),
      'territory_code: "cog:99999": is no territory',
    ],
    [
      'a number that its register refuses',
      nodes.replace('552100554', '552100555'),
      'identifiers: "siren:552100555": is no SIREN',
    ],
    [
      'an id twice',
      nodes.replace('lyon,Initiative', 'brest,Initiative'),
      'id: "brest": row 2 of nodes.csv has this id already',
    ],
  ])('with %s are refused with its place', (_, text, message) => {
    expect(errors({ 'nodes.csv': text })).toEqual([expect.stringMatching(/^nodes\.csv, row \d, /)])
    expect(errors({ 'nodes.csv': text })[0]).toContain(message)
  })

  test('with a column nobody knows read the others, and tell', () => {
    const { problems, report } = bring({ 'nodes.csv': nodes.replace('summary', 'sumary') })
    expect(problems).toEqual([])
    expect(report.notes.map(problemLine)).toContain(
      'nodes.csv, row 1, sumary: is no column of nodes, and not read: did you mean summary?',
    )
  })

  test('are recorded by whom they name when nobody else is', () => {
    const owned = 'id,type,name,graph_owner,source_url\na,Initiative,A,reseau,https://example.org\n'
    expect(
      node(listed(importDirect(given({ 'n.csv': owned }), { today: '2026-01-01' })), 'reseau:a'),
    ).toMatchObject({
      recordedBy: 'reseau',
    })
  })

  test('are needed where there is no mapping', () => {
    expect(errors({ 'members.csv': 'Nom;Ville\nA;B\n' })).toEqual([
      'members.csv: is neither tidy tables nor a graph that is known: give a mapping, essaim import --guess FILE proposes one',
    ])
  })
})
