import { beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../../api/exchange/sample/sample.ts'
import { writeRecords } from '../../api/exchange/writing/records.ts'
import type { Records } from '../../api/exchange/record.ts'
import { figure, link } from '../exchange/story.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { initiative, tell, testApi } from './api.ts'

const store = testStore()
const { driver, database } = store
const { ask } = testApi(store)
const completeness = 'completeness { filled total missing }'

/** What the API says of an initiative's sheets and plans. */
async function told(id: string, ofSheets = completeness, ofPlans = completeness) {
  const { data, errors } = await ask(
    `query ($id: ID!) { initiative(id: $id) { sheets { ${ofSheets} } spreadingPlans { ${ofPlans} } } }`,
    { id },
  )
  expect(errors).toBeUndefined()
  return data?.initiative as unknown as { sheets: unknown[]; spreadingPlans: unknown[] }
}
const sheet = (of: string, given = {}): Records => ({
  nodes: [figure('Sheet', `${of}:sheet`, given)],
  links: [link('DESCRIBED_BY', of, `${of}:sheet`)],
})
const plan = (of: string, given = {}): Records => ({
  nodes: [figure('SpreadingPlan', `${of}:plan`, given)],
  links: [link('SPREADS_BY', of, `${of}:plan`)],
})
const full = {
  ...{ context: 'A yard.', governance: 'All vote.', audiences: ['Neighbours'] },
  ...{ strengths: ['Green', 'Cheap'], weaknesses: ['Wet'], opportunities: ['Spring'], threats: ['Builders'] },
  ...{
    evaluation: 'Yearly.',
    vigilancePoints: ['Ask first'],
    successFactors: ['Water'],
    obstacles: ['Walls'],
  },
  ...{ expectedEffort: 12.5, setUpCost: 0, currency: 'EUR', asOf: '2014-05' },
}

describe('the gardens of a town', () => {
  // One has all 13 parts, one three of them, one none, one has no sheet at all.
  beforeAll(() => {
    const given = [
      sheet('full', full),
      sheet('begun', { context: 'A roof.', strengths: ['High'], setUpCost: 900, currency: 'CAD' }),
      sheet('empty'),
      plan('full', { objectives: ['Ten gardens'], description: 'A yard for all.' }),
    ]
    return tell(store, {
      nodes: [
        ...['full', 'begun', 'empty', 'bare'].map((id) => initiative(id)),
        ...given.flatMap(({ nodes }) => nodes),
      ],
      links: given.flatMap(({ links }) => links),
    })
  })

  test('say all that is on a sheet, lists in their order', async () => {
    const { sheets } = await told('full', Object.keys(full).join(' '))
    expect(sheets).toEqual([full])
  })

  test('with all 13 parts lack none, and a cost of nothing is a cost', async () => {
    const { sheets } = await told('full')
    expect(sheets).toEqual([{ completeness: { filled: 13, total: 13, missing: [] } }])
  })

  test('with context, strengths and cost lack the ten others, in the order of the sheet', async () => {
    const { sheets, spreadingPlans } = await told('begun')
    const missing = [
      ...['GOVERNANCE', 'AUDIENCES', 'WEAKNESSES', 'OPPORTUNITIES', 'THREATS', 'EVALUATION'],
      ...['VIGILANCE_POINTS', 'SUCCESS_FACTORS', 'OBSTACLES', 'EXPECTED_EFFORT'],
    ]
    expect(sheets).toEqual([{ completeness: { filled: 3, total: 13, missing } }])
    expect(spreadingPlans).toEqual([])
  })

  test('of which nothing was said have empty lists and lack everything', async () => {
    const { sheets } = await told('empty', `strengths context ${completeness}`)
    expect(sheets).toMatchObject([{ strengths: [], context: null, completeness: { filled: 0, total: 13 } }])
    expect(await told('bare')).toEqual({ sheets: [], spreadingPlans: [] })
  })

  test('are not fuller by blank texts, empty lists or lists of blanks, whoever put them there', async () => {
    await driver.executeQuery(
      `MATCH (sheet {id: 'full:sheet'}), (plan {id: 'full:plan'})
       SET sheet.evaluation = ' ', sheet.obstacles = ['', ' '], sheet.threats = [], sheet.audiences = NULL,
         plan.description = '', plan.planning = [' ']`,
      {},
      { database },
    )
    const { sheets, spreadingPlans } = await told('full')
    const missing = ['AUDIENCES', 'THREATS', 'EVALUATION', 'OBSTACLES']
    expect(sheets).toEqual([{ completeness: { filled: 9, total: 13, missing } }])
    const lacks = [
      'GOVERNANCE',
      'SCOPE',
      'EVALUATION',
      'STRATEGIC_ACTORS',
      'BUDGET',
      'PLANNING',
      'DESCRIPTION',
    ]
    expect(spreadingPlans).toEqual([{ completeness: { filled: 1, total: 8, missing: lacks } }])
  })
})

test('a plan of eight blocks lacks none, and one of none all eight', async () => {
  const blocks = {
    ...{ governance: 'All vote.', scope: 'Towns.', objectives: ['Ten gardens'], evaluation: 'Count them.' },
    ...{
      strategicActors: ['The mayor’s office'],
      budget: 'Small.',
      planning: ['Spring'],
      description: 'A yard.',
    },
  }
  const [one, other] = [plan('one', blocks), plan('other')]
  await tell(store, {
    nodes: [initiative('one'), initiative('other'), ...one.nodes, ...other.nodes],
    links: [...one.links, ...other.links],
  })
  expect(
    (await told('one', completeness, `${Object.keys(blocks).join(' ')} ${completeness}`)).spreadingPlans,
  ).toEqual([{ ...blocks, completeness: { filled: 8, total: 8, missing: [] } }])
  expect((await told('other')).spreadingPlans).toMatchObject([{ completeness: { filled: 0, total: 8 } }])
})

describe('a sheet', () => {
  const write = (given: Record<string, unknown>) => writeRecords(driver, database, sheet('garden', given))
  beforeAll(() => tell(store, { nodes: [initiative('garden')], links: [] }))

  test.each([
    ['a text where a list belongs', { strengths: 'Green' }, 'strengths is no list: "Green"'],
    ['a blank in a list', { strengths: ['Green', ' '] }, 'strengths is no String: " "'],
    ['a list where a text belongs', { context: ['A yard.'] }, 'context is no String: ["A yard."]'],
    ['a cost without a currency', { setUpCost: 10 }, 'has a cost without a currency'],
    ['an e-mail address in a list', { threats: ['Ask', 'ask jane@example.org'] }, 'threats holds an e-mail'],
  ])('with %s is refused', async (_, given, why) => {
    await expect(write(given)).rejects.toThrow(why)
  })

  test('told twice in the same words changes nothing, in another order of its list it does', async () => {
    expect(await write({ strengths: ['Green', 'Cheap'] })).toMatchObject({ nodesCreated: 1 })
    expect(await write({ strengths: ['Green', 'Cheap'] })).toMatchObject({ nodesUnchanged: 1 })
    expect(await write({ strengths: ['Cheap', 'Green'] })).toMatchObject({ nodesChanged: 1 })
  })
})

describe('the sample', () => {
  beforeAll(async () => {
    await emptyGraph(store)
    await seed(driver, database)
  })

  test('tells eight parts of thirteen of the sheet of Territoires zéro chômeur', async () => {
    const { sheets } = await told('sample:tzcld')
    const missing = ['OPPORTUNITIES', 'SUCCESS_FACTORS', 'OBSTACLES', 'EXPECTED_EFFORT', 'SET_UP_COST']
    expect(sheets).toEqual([{ completeness: { filled: 8, total: 13, missing } }])
  })

  test('tells what a garden cost, and five blocks of eight of a plan', async () => {
    const { sheets } = await told('sample:jardin-passion-venissieux', 'setUpCost currency asOf')
    expect(sheets).toEqual([{ setUpCost: 43000, currency: 'EUR', asOf: '2011-05' }])
    const { spreadingPlans } = await told('sample:ucsd')
    const missing = ['SCOPE', 'OBJECTIVES', 'STRATEGIC_ACTORS']
    expect(spreadingPlans).toEqual([{ completeness: { filled: 5, total: 8, missing } }])
  })
})
