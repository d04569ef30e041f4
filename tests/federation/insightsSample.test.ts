import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { betweenness } from '../../api/federation/insights/betweenness.ts'
import { losses } from '../../api/federation/insights/bridges.ts'
import { compute, positions } from '../../api/federation/insights/compute.ts'
import { partnerGraph, parts } from '../../api/federation/insights/partnerGraph.ts'
import { snapshot } from '../../api/federation/insights/snapshot.ts'
import { at } from '../../api/federation/insights/adjacency.ts'
import { seed } from '../../api/exchange/sample/sample.ts'
import { reading } from '../../api/read.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { testInsights } from './insights.ts'

type Told = {
  parts: number
  modularity: number
  communities: string[][]
  losses: Record<string, [pieces: number, cutOff: number]>
  partners: Record<string, [degree: number, betweenness: number, pageRank: number]>
}
const told = JSON.parse(readFileSync(new URL('./byNetworkx.json', import.meta.url), 'utf8')) as Told

const store = testStore()
const { ask, fresh, entity } = testInsights(store)
const read = reading(store.driver, store.database)
let graph: Awaited<ReturnType<typeof snapshot>>

beforeAll(async () => {
  await emptyGraph(store)
  await seed(store.driver, store.database)
  await fresh()
  graph = await snapshot(read)
})

/** Newman's modularity of groups of nodes: what lies within, less what would by chance. */
function modularity(groups: Map<string, number>): number {
  const { partners, initiatives, links } = graph
  const pairs = links.partnerships.length / 2
  const within = new Map<number, number>()
  const degrees = new Map<number, number>()
  for (let pair = 0; pair < links.partnerships.length; pair += 2) {
    const initiative = groups.get(initiatives.ids[at(links.partnerships, pair)] ?? '') ?? -1
    const partner = groups.get(partners.ids[at(links.partnerships, pair + 1)] ?? '') ?? -1
    if (partner === initiative) within.set(partner, (within.get(partner) ?? 0) + 1)
    for (const group of [partner, initiative]) degrees.set(group, (degrees.get(group) ?? 0) + 1)
  }
  return [...degrees].reduce(
    (sum, [group, degree]) => sum + (within.get(group) ?? 0) / pairs - (degree / (2 * pairs)) ** 2,
    0,
  )
}

describe('on the graph of the sample, NetworkX and we agree', () => {
  test('on which graph it is (else: see byNetworkx.py)', async () => {
    const around = new Map<string, string[]>(graph.partners.ids.map((id) => [id, []]))
    const { partnerships } = graph.links
    for (let pair = 0; pair < partnerships.length; pair += 2) {
      const initiative = graph.initiatives.ids[at(partnerships, pair)] ?? ''
      around.get(graph.partners.ids[at(partnerships, pair + 1)] ?? '')?.push(initiative)
    }
    const lines = [
      ...[...around].map(([id, initiatives]) => ['partner', id, ...initiatives.sort()].join(' ')),
      ...graph.initiatives.ids.map((id) => `initiative ${id}`),
    ]
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./sample.adjlist')
  })

  test('on the degree, the betweenness and the PageRank of every partner, to a millionth', () => {
    const { centrality } = compute(graph.links)
    expect(graph.partners.ids.toSorted()).toEqual(Object.keys(told.partners).sort())
    for (const [place, id] of graph.partners.ids.entries()) {
      const [degree, share, pageRank] = told.partners[id] ?? [NaN, NaN, NaN]
      expect(at(centrality.degree, place), id).toBe(degree)
      expect(Math.abs(at(centrality.betweenness, place) - share), id).toBeLessThan(1e-6)
      expect(Math.abs(at(centrality.pageRank, place) - pageRank), id).toBeLessThan(1e-6)
      expect(at(centrality.isEstimated, place), id).toBe(0)
    }
  })

  test('on how many parts it has, whose loss parts it, into how many pieces, and what that cuts off', () => {
    const links = partnerGraph(graph.links)
    expect(parts(links)).toHaveLength(told.parts)
    const { pieces, cutOff } = losses(graph.links.partners, links)
    const parting = graph.partners.ids
      .map((id, place): [string, number[]] => [id, [at(pieces, place), at(cutOff, place)]])
      .filter(([, [number]]) => Number(number) > 1)
    expect(Object.fromEntries(parting)).toEqual(told.losses)
  })

  test('on how clear its communities are, by one formula, ours as clear as the best of twenty tries', () => {
    const theirs = new Map(told.communities.flatMap((ids, group) => ids.map((id) => [id, group])))
    expect(Math.abs(modularity(theirs) - told.modularity)).toBeLessThan(1e-6)

    const { communities } = compute(graph.links)
    const ids = [...graph.partners.ids, ...graph.initiatives.ids]
    const ours = new Map(ids.map((id, node) => [id, at(communities.of, node)]))
    expect(Math.abs(modularity(ours) - communities.modularity)).toBeLessThan(1e-6)
    expect(communities.modularity).toBeGreaterThan(told.modularity - 0.01)
  })
})

test('the API says the same of the partner with most initiatives, and names its community after it', async () => {
  const [id, [degree, share]] = Object.entries(told.partners).reduce((most, next) =>
    next[1][0] > most[1][0] ? next : most,
  )
  const known = (await entity(
    'Partner',
    id,
    'centrality { degree betweenness rank } community { id name size members(first: 2) { id } } mapPosition { x y }',
  )) as Record<string, Record<string, unknown>>
  expect(known.centrality).toMatchObject({ degree, rank: 1 })
  expect(known.centrality?.betweenness).toBeCloseTo(share, 9)
  expect(known.community?.id).toBe(id)
  expect(String(known.community?.name)).toMatch(/^.+ · .+ · .+$/)
  expect(known.community?.members).toMatchObject([{ id }, {}])
  expect(known.mapPosition).toEqual({ x: expect.any(Number), y: expect.any(Number) })
})

test('the API names first whose loss would cut off most initiatives', async () => {
  const { data } = await ask('{ bridges(first: 100) { partner { id } cutOff pieces } }')
  const rows = data?.bridges as { partner: { id: string }; cutOff: number; pieces: number }[]
  const most = Math.max(...Object.values(told.losses).map(([, cutOff]) => cutOff))
  expect(rows[0]?.cutOff).toBe(most)
  for (const { partner, cutOff, pieces } of rows.slice(0, 20)) {
    expect([partner.id, [pieces, cutOff]]).toEqual([partner.id, told.losses[partner.id] ?? [1, 0]])
  }
})

test('the same graph has the same figures and the same places', async () => {
  const again = await snapshot(read)
  const [one, other] = [compute(graph.links), compute(again.links)]
  expect(other).toEqual(one)
  expect(positions(again.links, other)).toEqual(positions(graph.links, one))
})

test('from some starts only, betweenness names the same ten partners as central, nine of them at least', () => {
  const links = partnerGraph(graph.links)
  const most = ({ share }: ReturnType<typeof betweenness>) =>
    [...share.keys()].sort((a, b) => at(share, b) - at(share, a)).slice(0, 10)
  const exact = betweenness(links)
  const estimated = betweenness(links, 1)
  expect(exact.isEstimated.some((is) => is === 1)).toBe(false)
  expect(estimated.isEstimated.some((is) => is === 1)).toBe(true)
  expect(most(estimated).filter((node) => most(exact).includes(node)).length).toBeGreaterThanOrEqual(9)
})

test('in the sample every role told as missing is one that a sister has and the initiative has not', async () => {
  const { data, errors } = await ask(
    '{ missingPartners(of: "sample:accorderie-pontcharra") { sisters roles { role partners { partner { id } } } } }',
  )
  expect(errors).toBeUndefined()
  const answer = data?.missingPartners as { sisters: number; roles: { role: string; partners: unknown[] }[] }
  const has = async (role: string, pattern: string) => {
    const { records } = await store.driver.executeQuery(
      `MATCH (asked:Initiative {id: 'sample:accorderie-pontcharra'})
       RETURN EXISTS { MATCH ${pattern}<-[link:PARTNERS_IN]-() WHERE link.role = $role } AS has`,
      { role },
      { database: store.database },
    )
    return records[0]?.get('has') as boolean
  }
  expect(answer.roles.length).toBeGreaterThan(0)
  for (const { role } of answer.roles) {
    expect([role, await has(role, '(asked)')]).toEqual([role, false])
    expect(await has(role, '(asked)-[:REPLICATES]->()<-[:REPLICATES]-()')).toBe(true)
  }
  expect(answer.roles.some(({ partners }) => partners.length > 0)).toBe(true)
})
