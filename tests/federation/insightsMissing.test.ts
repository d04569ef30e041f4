import { beforeAll, describe, expect, test } from 'vitest'
import { initiative, partner, tell } from '../api/api.ts'
import { link, node } from '../exchange/story.ts'
import { testStore } from '../support/store.ts'
import { testInsights } from './insights.ts'

const store = testStore()
const { ask, statements } = testInsights(store)
const takesPart = (who: string, where: string, role: string, given = {}) =>
  link('PARTNERS_IN', who, where, { role, ...given })
const redone = (child: string, parent: string) => link('REPLICATES', child, parent, { level: 'REDONE' })

type Near = {
  partner: { id: string }
  takesPart: boolean
  territory: { code: string } | null
  knownThrough: { id: string } | null
  sisters: number
  hasRoleIn: { id: string }[]
}
type Missing = { sisters: number; roles: { role: string; sisters: number; partners: Near[] }[] } | null

async function missing(of: string, first = 5): Promise<Missing> {
  const { data, errors } = await ask(
    `query ($of: ID!, $first: Int!) { missingPartners(of: $of, first: $first) { sisters roles { role sisters
      partners { partner { id } takesPart territory { code } knownThrough { id } sisters hasRoleIn { id } } } } }`,
    { of, first },
  )
  expect(errors).toBeUndefined()
  return data?.missingPartners as Missing
}

describe('a café that took up what three others took up too', () => {
  // All four came from mother. Die and Crest lie in the Drôme, as does what valley does; Lyon does not.
  beforeAll(() =>
    tell(store, {
      nodes: [
        ...['mother', 'asked', 'sister1', 'sister2', 'sister3', 'elsewhere', 'valley'].map((id) =>
          initiative(id),
        ),
        ...['carrier', 'town', 'bank', 'school', 'lab', 'friend', 'past'].map((id) => partner(id)),
        node('Territory', 'iso:FR', { level: 'COUNTRY' }),
        node('Territory', 'reg:84', { level: 'REGION' }),
        node('Territory', 'dep:26', { level: 'DEPARTMENT' }),
        node('Territory', 'cog:26113', { level: 'MUNICIPALITY' }),
        node('Territory', 'cog:26108', { level: 'MUNICIPALITY' }),
        node('Territory', 'cog:69123', { level: 'MUNICIPALITY' }),
      ],
      links: [
        ...['asked', 'sister1', 'sister2', 'sister3'].map((child) => redone(child, 'mother')),
        link('PART_OF', 'reg:84', 'iso:FR'),
        link('PART_OF', 'dep:26', 'reg:84'),
        link('PART_OF', 'cog:26113', 'dep:26'),
        link('PART_OF', 'cog:26108', 'dep:26'),
        link('PART_OF', 'cog:69123', 'reg:84'),
        link('ACTS_IN', 'asked', 'cog:26113'),
        link('ACTS_IN', 'valley', 'cog:26108'),
        link('BASED_IN', 'lab', 'cog:69123'),
        takesPart('carrier', 'asked', 'CARRIER'),
        takesPart('past', 'asked', 'EVALUATOR', { until: '2001' }),
        // What the sisters have: a funder twice, an evaluator twice, a host once, a carrier as the asked one has.
        takesPart('bank', 'sister1', 'FUNDER'),
        takesPart('town', 'sister2', 'FUNDER'),
        takesPart('lab', 'sister1', 'EVALUATOR'),
        takesPart('lab', 'sister3', 'EVALUATOR'),
        takesPart('school', 'sister3', 'HOST'),
        takesPart('carrier', 'sister1', 'CARRIER'),
        // Who has these roles near: in the valley; beside the carrier; and the carrier itself.
        takesPart('town', 'valley', 'FUNDER'),
        takesPart('carrier', 'elsewhere', 'FUNDER'),
        takesPart('friend', 'elsewhere', 'FUNDER'),
      ],
    }),
  )

  test('lacks what sisters have, the role that most of them have first; who has left has none any more', async () => {
    const answer = await missing('asked')
    expect(answer?.sisters).toBe(3)
    expect(answer?.roles.map(({ role, sisters }) => [role, sisters])).toEqual([
      ['EVALUATOR', 2],
      ['FUNDER', 2],
      ['HOST', 1],
    ])
  })

  test('may ask for money who takes part already, who funds in the same department, whom its carrier knows', async () => {
    const answer = await missing('asked')
    expect(answer?.roles[1]?.partners).toEqual([
      {
        ...{ partner: { id: 'carrier' }, takesPart: true, territory: null, knownThrough: null, sisters: 0 },
        hasRoleIn: [{ id: 'elsewhere' }],
      },
      {
        ...{ partner: { id: 'town' }, takesPart: false, territory: { code: 'dep:26' }, knownThrough: null },
        ...{ sisters: 1, hasRoleIn: [{ id: 'sister2' }, { id: 'valley' }] },
      },
      {
        ...{ partner: { id: 'bank' }, takesPart: false, territory: null, knownThrough: { id: 'carrier' } },
        ...{ sisters: 1, hasRoleIn: [{ id: 'sister1' }] },
      },
      {
        ...{ partner: { id: 'friend' }, takesPart: false, territory: null, knownThrough: { id: 'carrier' } },
        ...{ sisters: 0, hasRoleIn: [{ id: 'elsewhere' }] },
      },
    ])
  })

  test('finds near who is based in its region and has the role in two sisters', async () => {
    const [evaluators] = (await missing('asked'))?.roles ?? []
    expect(evaluators?.partners).toMatchObject([
      { partner: { id: 'lab' }, territory: { code: 'reg:84' }, sisters: 2, knownThrough: { id: 'carrier' } },
    ])
  })

  test('is told of a role that nobody near has, too', async () => {
    expect((await missing('asked'))?.roles[2]).toEqual({ role: 'HOST', sisters: 1, partners: [] })
  })

  test('is told of one partner a role when it asks for one, by one statement', async () => {
    const before = statements.length
    const answer = await missing('asked', 1)
    expect(answer?.roles.map(({ partners }) => partners.length)).toEqual([1, 1, 0])
    expect(statements.length - before).toBe(1)
  })

  test('has sisters only where something was taken up; of nobody there is nothing', async () => {
    expect(await missing('mother')).toEqual({ sisters: 0, roles: [] })
    expect(await missing('nobody')).toBeNull()
  })
})
