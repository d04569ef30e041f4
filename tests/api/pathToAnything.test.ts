import { readFileSync } from 'node:fs'
import { buildSchema, isEnumType } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../../api/exchange/sample/sample.ts'
import { vocabulary } from '../../api/exchange/vocabulary.ts'
import { kindOf } from '../../api/recordKind.ts'
import { nursery } from '../exchange/nursery.ts'
import { figure, link, node } from '../exchange/story.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { initiative, partner, tell, testApi } from './api.ts'

const store = testStore()
const { ask } = testApi(store)
type Found = {
  length: number | null
  total: number
  paths: { nodes: { id: string; kind: string; name: string }[]; links: { type: string }[] }[]
}
async function between(from: string, to: string) {
  const { data, errors } = await ask(
    `{ pathBetween(from: "${from}", to: "${to}", maxLength: 8, first: 20) {
      length total paths { nodes { id kind name } links { type } } } }`,
  )
  expect(errors).toBeUndefined()
  return data?.pathBetween as unknown as Found | null
}
const steps = async (from: string, to: string) =>
  ((await between(from, to))?.paths ?? []).map(({ nodes }) => nodes.map(({ id }) => id).join(' – ')).sort()
const types = async (from: string, to: string) =>
  ((await between(from, to))?.paths ?? []).map(({ links }) => links.map(({ type }) => type).join(' '))

describe('between what the orchards did together', () => {
  beforeAll(() => {
    const { nodes, links } = nursery()
    return tell(store, {
      nodes: [
        ...nodes,
        ...['wasps', 'hornets', 'bees'].map((id) => partner(id)),
        initiative('perry'),
        node('Element', 'barrel', { name: 'a barrel', core: true }),
        figure('Result', 'litres', { indicator: 'litres of cider', value: 900, unit: 'l' }),
        node('Commons', 'recipe', { kind: 'METHOD' }),
        node('Commons', 'translation', { kind: 'METHOD' }),
        figure('Sheet', 'cider-sheet', { context: 'too many apples' }),
        figure('SpreadingPlan', 'cider-plan', { description: 'Cider for all.' }),
        figure('Identifier', 'siren:217500016', { scheme: 'SIREN', value: '217500016' }),
      ],
      links: [
        ...links,
        link('CONSISTS_OF', 'cider', 'barrel'),
        link('REPLICATES', 'perry', 'cider', { level: 'REDONE' }),
        link('KEEPS', 'perry', 'barrel'),
        link('DERIVES_FROM', 'translation', 'recipe'),
        link('ACHIEVED', 'cider', 'litres'),
        link('DESCRIBED_BY', 'cider', 'cider-sheet'),
        link('SPREADS_BY', 'cider', 'cider-plan'),
        link('IDENTIFIED_BY', 'union', 'siren:217500016'),
        link('SAME_AS', 'wasps', 'union', { status: 'CONFIRMED', evidence: 'one number' }),
        link('SAME_AS', 'hornets', 'union', { status: 'REJECTED', evidence: 'two numbers' }),
        link('SAME_AS', 'bees', 'union', { status: 'PROPOSED', evidence: 'alike' }),
      ],
    })
  })

  test('a programme leads to a member by its cohort, and by the network that runs it', async () => {
    expect(await steps('call', 'north')).toEqual(['call – orchards – north', 'call – spring – north'])
    // In spring the north was interested, then enrolled, then through with it.
    expect((await types('call', 'north')).sort()).toEqual([
      'GATHERS ENROLLED_IN ENROLLED_IN ENROLLED_IN',
      'RUNS MEMBER_OF',
    ])
  })

  test('a grant leads to a member by what it was for, under which programme, and by who gave it', async () => {
    expect(await steps('press', 'north')).toEqual([
      'press – call – orchards – north',
      'press – call – spring – north',
      'press – cider – cider-in-ten – north',
      'press – cider – mentoring – north',
      'press – union – orchards – north',
    ])
  })

  test('a theme leads to an initiative by the programme about it', async () => {
    expect(await steps('theme:fruit', 'cider')).toEqual([
      'theme:fruit – call – autumn – cider',
      'theme:fruit – call – press – cider',
    ])
  })

  test('a country leads to an initiative by the event held there', async () => {
    expect(await types('iso:FR', 'cider')).toEqual(['HELD_IN GIVEN_AT PRESENTS'])
  })

  test.each([
    ['litres', 'cider', 'ACHIEVED', 'RESULT', 'litres of cider'],
    ['cider-sheet', 'cider', 'DESCRIBED_BY', 'SHEET', 'cider'],
    ['cider-plan', 'cider', 'SPREADS_BY', 'SPREADING_PLAN', 'cider'],
    ['barrel', 'perry', 'KEEPS', 'ELEMENT', 'a barrel'],
    ['siren:217500016', 'union', 'IDENTIFIED_BY', 'IDENTIFIER', 'siren:217500016'],
    ['press', 'union', 'AWARDED', 'GRANT', '5000 EUR'],
    ['ready-2020', 'south', 'DECLARED', 'READINESS', 'south'],
    ['mentoring', 'north', 'SPONSORS', 'SPONSORSHIP', 'cider'],
    ['frost', 'south', 'PROPOSED', 'CO_DEVELOPMENT_SESSION', 'frost in March'],
    ['fair', 'call', 'CONVENES', 'MATCHMAKING_EVENT', 'fair'],
    ['cider-in-ten', 'south', 'MET', 'PITCH', 'cider'],
    ['guide', 'call', 'OFFERS', 'SUPPORT', 'How to press.'],
    ['purse', 'call', 'OFFERS', 'SUPPORT', 'purse'],
    ['board', 'union', 'SITS_ON', 'STEERING_COMMITTEE', 'call'],
    ['autumn', 'cider', 'TAKES_UP', 'COHORT', 'autumn'],
    ['call', 'path', 'INCLUDES', 'PROGRAMME', 'call'],
    ['theme:fruit', 'call', 'ABOUT', 'THEME', 'theme:fruit'],
    ['recipe', 'translation', 'DERIVES_FROM', 'COMMONS', 'recipe'],
  ])('%s is one link away from %s: %s', async (from, to, type, kind, name) => {
    const there = await between(from, to)
    expect(there).toMatchObject({ length: 1, total: 1 })
    expect(there?.paths[0]?.nodes[0]).toEqual({ id: from, kind, name })
    expect(there?.paths[0]?.links).toEqual([{ type }])
    expect(await types(to, from)).toEqual([type])
  })

  test('an element that both have is no step between them', async () => {
    expect(await types('perry', 'cider')).toEqual(['REPLICATES'])
  })

  test('two records of one organisation are linked once somebody confirmed it', async () => {
    expect(await types('wasps', 'union')).toEqual(['SAME_AS'])
    expect(await steps('hornets', 'union')).toEqual([])
    expect(await steps('bees', 'union')).toEqual([])
  })
})

describe('between places, themes and what is in them', () => {
  // Both cafés are in the Drôme and about warm drinks; the friends carry one, the guild the other.
  beforeAll(() =>
    tell(store, {
      nodes: [
        node('Territory', 'iso:FR', { level: 'COUNTRY' }),
        node('Territory', 'reg:84', { level: 'REGION' }),
        node('Territory', 'dep:26', { level: 'DEPARTMENT' }),
        node('Territory', 'cog:26345', { level: 'MUNICIPALITY' }),
        node('Territory', 'cog:26362', { level: 'MUNICIPALITY' }),
        node('Theme', 'drinks'),
        node('Theme', 'coffee'),
        initiative('café'),
        initiative('tearoom'),
        partner('friends'),
        partner('guild'),
        partner('town'),
      ],
      links: [
        link('PART_OF', 'reg:84', 'iso:FR'),
        link('PART_OF', 'dep:26', 'reg:84'),
        link('PART_OF', 'cog:26345', 'dep:26'),
        link('PART_OF', 'cog:26362', 'dep:26'),
        link('BROADER', 'coffee', 'drinks'),
        link('ACTS_IN', 'café', 'cog:26345'),
        link('ACTS_IN', 'tearoom', 'dep:26'),
        link('BASED_IN', 'town', 'cog:26345'),
        link('ABOUT', 'café', 'coffee'),
        link('ABOUT', 'tearoom', 'drinks'),
        link('PARTNERS_IN', 'friends', 'café', { role: 'CARRIER' }),
        link('PARTNERS_IN', 'guild', 'tearoom', { role: 'CARRIER' }),
      ],
    }),
  )

  test.each([
    ['reg:84', 'town', 'reg:84 – dep:26 – cog:26345 – town'],
    ['town', 'reg:84', 'town – cog:26345 – dep:26 – reg:84'],
    ['reg:84', 'friends', 'reg:84 – dep:26 – cog:26345 – café – friends'],
    ['iso:FR', 'guild', 'iso:FR – reg:84 – dep:26 – tearoom – guild'],
    ['drinks', 'café', 'drinks – coffee – café'],
    ['coffee', 'reg:84', 'coffee – café – cog:26345 – dep:26 – reg:84'],
    ['cog:26362', 'iso:FR', 'cog:26362 – dep:26 – reg:84 – iso:FR'],
  ])('from %s to %s one goes down to what is inside, each step a link', async (from, to, expected) => {
    expect(await steps(from, to)).toEqual([expected])
  })

  test.each([
    ['café', 'tearoom'],
    ['town', 'café'],
    ['friends', 'guild'],
    ['cog:26345', 'cog:26362'],
    ['cog:26362', 'tearoom'],
    ['coffee', 'tearoom'],
  ])('%s and %s do not meet in a place or a theme around both', async (from, to) => {
    expect(await between(from, to)).toEqual({ length: null, total: 0, paths: [] })
  })
})

describe('in the sample', () => {
  beforeAll(async () => {
    await emptyGraph(store)
    await seed(store.driver, store.database)
  })

  // programmes.yaml: the fund backs it; the Adapei is enrolled in its first call, and a member of the network that runs it.
  test('the Générateur de solidarité leads to its fund, and to the Adapei by cohort and by network', async () => {
    const programme = 'sample:programme-generateur-de-solidarite'
    expect(await types(programme, 'sample:fonds-dotation-unapei')).toEqual(['BACKS'])
    expect(await steps(programme, 'sample:adapei-44')).toEqual([
      `${programme} – sample:generateur-premier-appel – sample:adapei-44`,
      `${programme} – sample:mouvement-unapei – sample:adapei-44`,
    ])
  })

  // accorderies.yaml: what the foundation gave in 2016 was for the Accorderie of Pontcharra, that Accord'heures carries.
  test('a grant leads to who gave it, and by what it was for to who carries that', async () => {
    const grant = 'sample:accorderie-pontcharra:grant:fondation-veolia:2016-04-04:emploi-et-lien-social'
    expect(await types(grant, 'sample:fondation-veolia')).toEqual(['AWARDED'])
    expect(await types(grant, 'sample:accord-heures')).toEqual(['FOR PARTNERS_IN'])
  })

  test('a theme leads to an initiative about it', async () => {
    expect(await types('theme:echange-de-services', 'sample:accorderie-quebec')).toEqual(['ABOUT'])
  })

  // accorderies.yaml: Haute-Savoie Habitat is based in the département, Le temps qu'on sème in Annecy.
  test('a region leads to partners by the places between', async () => {
    expect(await steps('reg:84', 'sample:haute-savoie-habitat')).toEqual([
      'reg:84 – dep:74 – sample:haute-savoie-habitat',
    ])
    expect(await steps('reg:84', 'sample:le-temps-quon-seme')).toEqual([
      'reg:84 – dep:74 – cog:74010 – sample:le-temps-quon-seme',
    ])
  })
})

test('every kind of record and every sort of link has its word', () => {
  const contract = buildSchema(readFileSync(new URL('../../api/contract.graphql', import.meta.url), 'utf8'))
  const words = (name: string) => {
    const type = contract.getType(name)
    return isEnumType(type) ? type.getValues().map(({ value }) => value) : []
  }
  const { labels, links } = vocabulary()
  expect(words('RecordKind').toSorted()).toEqual(
    [...labels.keys()].map((label) => kindOf(['Record', label])).toSorted(),
  )
  expect(words('RecordPathLinkType').toSorted()).toEqual([...links.keys()].toSorted())
})
