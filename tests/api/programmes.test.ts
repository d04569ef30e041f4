import { beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../../api/exchange/sample/sample.ts'
import { nursery } from '../exchange/nursery.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { tell, testApi } from './api.ts'

const store = testStore()
const { ask } = testApi(store)
async function answer(query: string) {
  const { data, errors } = await ask(query)
  expect(errors).toBeUndefined()
  return data
}

describe('the programmes of the nursery', () => {
  beforeAll(() => tell(store, nursery()))

  test('are read from their network, with what each gives, who steers it and who pays', async () => {
    const data = await answer(`{ network(id: "orchards") { programmes(sort: { id: ASC }) {
      id kind aims opensOn closesOn budget currency
      includes { id } includedIn { id } themes { id } runBy { id }
      steeredBy { seats tiers membersConnection { edges { properties { tier } node { id } } } }
      backedByConnection { edges { properties { note } node { id } } }
      offers(sort: { id: ASC }) { kind format description leastAmount mostAmount currency }
      grants { amount awardedBy { id } initiatives { id } } } } }`)
    expect(data?.network).toEqual({
      programmes: [
        {
          ...{
            id: 'call',
            kind: 'CALL',
            aims: ['to plant', 'to share'],
            opensOn: '2020',
            closesOn: '2020-06',
          },
          ...{ budget: 30000, currency: 'EUR', includes: [{ id: 'path' }], includedIn: [] },
          ...{ themes: [{ id: 'theme:fruit' }], runBy: [{ id: 'orchards' }] },
          steeredBy: [
            {
              ...{ seats: 10, tiers: ['LOCAL', 'NATIONAL'] },
              membersConnection: { edges: [{ properties: { tier: 'NATIONAL' }, node: { id: 'union' } }] },
            },
          ],
          backedByConnection: { edges: [{ properties: { note: 'pays for it' }, node: { id: 'union' } }] },
          offers: [
            {
              ...{ kind: 'METHODOLOGICAL', format: 'WRITTEN', description: 'How to press.' },
              ...{ leastAmount: null, mostAmount: null, currency: null },
            },
            {
              ...{ kind: 'FINANCIAL', format: null, description: null },
              ...{ leastAmount: 3000, mostAmount: 10000, currency: 'EUR' },
            },
          ],
          grants: [{ amount: 5000, awardedBy: [{ id: 'union' }], initiatives: [{ id: 'cider' }] }],
        },
        {
          ...{ id: 'path', kind: 'SUPPORT_PATH', aims: null, opensOn: null, closesOn: null },
          ...{ budget: null, currency: null, includes: [], includedIn: [{ id: 'call' }], themes: [] },
          ...{ runBy: [{ id: 'orchards' }], steeredBy: [], backedByConnection: { edges: [] } },
          ...{ offers: [], grants: [] },
        },
      ],
    })
  })

  test('tell the way of each member through each cohort, one link for each state', async () => {
    const data = await answer(`{ programme(id: "call") { cohorts(sort: { name: DESC }) {
      id opensOn closesOn startsOn endsOn size takesUp { id } brings { id }
      enrolmentsConnection(sort: { edge: { since: ASC } }) {
        edges { properties { status since until reason committedOn isAutonomous } node { id } } } } } }`)
    const [spring, autumn] = data?.programme?.cohorts as [Cohort, Cohort]
    expect(spring).toMatchObject({
      id: 'spring',
      closesOn: null,
      startsOn: '2020-09',
      endsOn: '2021',
      size: 3,
    })
    expect(spring).toMatchObject({ takesUp: [], brings: [{ id: 'honey' }] })
    expect(way(spring)).toEqual([
      ['north', 'INTERESTED', '2020-01', '2020-03', null, null, null],
      ['south', 'DECLINED', '2020-06', null, 'no land yet', null, null],
      ['north', 'ENROLLED', '2020-09', '2021', null, null, null],
      ['north', 'COMPLETED', '2021', null, null, null, true],
    ])
    expect(autumn).toMatchObject({ id: 'autumn', closesOn: '2022-01', startsOn: '2022-02', size: null })
    expect(autumn).toMatchObject({ takesUp: [{ id: 'cider' }], brings: [] })
    expect(way(autumn)).toEqual([
      ['south', 'ENROLLED', '2022-02', null, null, '2022-01-15', null],
      ['east', 'WITHDRAWN', '2022-05', null, 'its staff left', null, null],
    ])
  })

  test('name those who are enrolled, and not those who were only interested', async () => {
    const data = await answer(`{ programme(id: "call") { cohorts(sort: { name: DESC }) {
      enrolmentsConnection(where: { edge: { status: { in: [ENROLLED, COMPLETED] } } }) {
        edges { node { id } } } } } }`)
    // North is enrolled, then completed: two links of one member.
    expect((data?.programme?.cohorts as Cohort[]).map((cohort) => way(cohort).flat())).toEqual([
      ['north', 'north'],
      ['south'],
    ])
  })

  test('show a sponsorship from the cohort, from both members and from the initiative', async () => {
    const data = await answer(`{
      programme(id: "call") { cohorts(where: { id: { eq: "autumn" } }) { sponsorships { id } sessions { heldOn problem outcome proposedBy { id } } } }
      north: partner(id: "north") { sponsorshipsGiven { id } sponsorshipsReceived { id } }
      south: partner(id: "south") { sponsorshipsGiven { id } sponsorshipsReceived {
        kinds since until sponsor { id } accompanies { id } on { id } cohorts { id } } }
      initiative(id: "cider") { sponsorships { id sponsor { id } } takenUpIn { id programme { id } } broughtTo { id } } }`)
    const frost = {
      heldOn: '2022-03',
      problem: 'frost in March',
      outcome: null,
      proposedBy: [{ id: 'south' }],
    }
    expect(data).toEqual({
      programme: { cohorts: [{ sponsorships: [{ id: 'mentoring' }], sessions: [frost] }] },
      north: { sponsorshipsGiven: [{ id: 'mentoring' }], sponsorshipsReceived: [] },
      south: {
        sponsorshipsGiven: [],
        sponsorshipsReceived: [
          {
            ...{ kinds: ['EXCHANGE', 'ADVICE'], since: '2022-02', until: null, sponsor: [{ id: 'north' }] },
            ...{ accompanies: [{ id: 'south' }], on: [{ id: 'cider' }], cohorts: [{ id: 'autumn' }] },
          },
        ],
      },
      initiative: {
        sponsorships: [{ id: 'mentoring', sponsor: [{ id: 'north' }] }],
        takenUpIn: [{ id: 'autumn', programme: [{ id: 'call' }] }],
        broughtTo: [],
      },
    })
  })

  test('keep both declarations of a member, each with its date, and no answer where it gave none', async () => {
    const data = await answer(`{ partner(id: "south") { readiness(sort: { asOf: DESC }) {
      asOf availableEffort hasStaff hasFunding readyFrom readyUntil isApproved } } }`)
    expect(data?.partner?.readiness).toEqual([
      {
        ...{ asOf: '2021-11', availableEffort: 20.5, hasStaff: null, hasFunding: true },
        ...{ readyFrom: '2022-01', readyUntil: '2022-06', isApproved: true },
      },
      {
        ...{ asOf: '2020-05', availableEffort: null, hasStaff: true, hasFunding: false },
        ...{ readyFrom: null, readyUntil: null, isApproved: null },
      },
    ])
  })

  test('tell who presented what at an event, who was looking, and what came of it', async () => {
    const data = await answer(`{ programme(id: "call") { convenes {
      heldOn participants territories { code } networks { id }
      pitches { minutes presents { id } givenBy { id } metConnection { edges { properties { outcome } node { id } } } }
      seekersConnection { edges { properties { lookingFor outcome } node { id } } } } }
      initiative(id: "cider") { pitches { event { id } } } }`)
    const met = [{ properties: { outcome: 'SPONSORSHIP_AGREED' }, node: { id: 'south' } }]
    const looking = { lookingFor: 'something to do with apples', outcome: 'WILL_TAKE_UP' }
    expect(data?.programme?.convenes).toEqual([
      {
        ...{ heldOn: '2020-02', participants: 40, territories: [{ code: 'iso:FR' }], networks: [] },
        pitches: [
          {
            ...{ minutes: 10, presents: [{ id: 'cider' }], givenBy: [{ id: 'north' }] },
            metConnection: { edges: met },
          },
        ],
        seekersConnection: { edges: [{ properties: looking, node: { id: 'south' } }] },
      },
    ])
    expect(data?.initiative?.pitches).toEqual([{ event: [{ id: 'fair' }] }])
  })

  test('of nobody are nothing', async () => {
    expect(await answer('{ programme(id: "nothing") { name } }')).toEqual({ programme: null })
  })

  test('are a record of another kind for whoever asks by the id of a cohort', async () => {
    expect(await answer('{ programme(id: "spring") { name } }')).toEqual({ programme: null })
  })

  test.each([
    'network(id: "orchards") { programmes(limit: 101) { id } }',
    'programme(id: "call") { cohorts(limit: 101) { id } }',
  ])('are refused beyond a hundred: %s', async (field) => {
    const { status, errors } = await ask(`{ ${field} }`)
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'LIMIT'])
  })
})

describe('in the sample', () => {
  beforeAll(async () => {
    await emptyGraph(store)
    await seed(store.driver, store.database)
  })

  test('two of the eleven laureates of the Générateur de solidarité are known by name', async () => {
    const data = await answer(`{ network(id: "sample:mouvement-unapei") { programmes {
      name budget steeredBy { seats } grants { amount }
      cohorts { size brings { id } enrolments(sort: { name: ASC }) { name } } } } }`)
    expect(data?.network?.programmes).toEqual([
      {
        ...{ name: 'Générateur de solidarité', budget: 200000, steeredBy: [{ seats: 10 }] },
        grants: [{ amount: 200000 }],
        cohorts: [
          {
            size: 11,
            brings: expect.arrayContaining([
              { id: 'sample:adapei44-accueil' },
              { id: 'sample:apei-ouest44-relais' },
            ]) as unknown,
            enrolments: [{ name: 'Adapei de Loire-Atlantique' }, { name: 'Apei Ouest 44' }],
          },
        ],
      },
    ])
  })

  test('four editions of the paths of HAPA, two of a size that a page tells, and four paths', async () => {
    const data = await answer(`{ programme(id: "sample:programme-hapa") {
      cohorts(sort: { id: ASC }) { id size } includes(sort: { id: ASC }) { id } } }`)
    expect((data?.programme?.cohorts as { size: number }[]).map(({ size }) => size)).toEqual([
      null,
      36,
      26,
      null,
    ])
    expect((data?.programme?.['includes'] as unknown as { id: string }[]).map(({ id }) => id)).toEqual([
      'sample:hapa-defriche',
      'sample:hapa-deploie',
      'sample:hapa-developpe',
      'sample:hapa-developpe-plus',
    ])
  })

  test('the Repair Café of Sophia Antipolis accompanies those of Vence and Grasse', async () => {
    const data = await answer(`{ partner(id: "sample:repair-cafe-sophia-asso") {
      sponsorshipsGiven(sort: { id: ASC }) { accompanies { name } on { name } } } }`)
    expect(data?.partner?.sponsorshipsGiven).toEqual([
      { accompanies: [{ name: 'Repair Café de Grasse (groupe)' }], on: [{ name: 'Repair Café de Grasse' }] },
      { accompanies: [{ name: 'Repair Café de Vence (groupe)' }], on: [{ name: 'Repair Café de Vence' }] },
    ])
  })

  test('the speed-dating is convened by its network, on no day that anybody knows', async () => {
    const data = await answer(
      '{ network(id: "sample:culture-social") { convenes { name heldOn pitches { id } } } }',
    )
    expect(data?.network?.convenes).toEqual([
      { name: "Speed-dating de l'essaimage", heldOn: null, pitches: [] },
    ])
  })
})

type Edge = { properties?: Record<string, unknown>; node: { id: string } }
type Cohort = { enrolmentsConnection: { edges: Edge[] } }

/** Who, and how far, in the order of the answer. */
function way({ enrolmentsConnection }: Cohort): unknown[][] {
  return enrolmentsConnection.edges.map(({ properties, node }) => [
    node.id,
    ...Object.values(properties ?? {}),
  ])
}
