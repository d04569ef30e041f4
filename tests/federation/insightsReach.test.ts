import { expect, test } from 'vitest'
import { bridges, losses } from '../../api/federation/insights/bridges.ts'
import { partnerGraph } from '../../api/federation/insights/partnerGraph.ts'
import { reachOf } from '../../api/federation/insights/reach.ts'
import type { Links } from '../../api/federation/insights/snapshot.ts'

const none = new Int32Array()
const links = (given: Partial<Links>): Links => ({
  ...{ partners: 0, initiatives: 0, territories: 0, partnerships: none, replications: none },
  ...{ presences: none, within: none, populations: new Float64Array() },
  ...given,
})
const pairs = (rows: number[][]) => Int32Array.from(rows.flat())

test('a lattice of 20 layers of 10, which has 10²⁰ paths, reaches 190 initiatives in 19 generations', () => {
  const places = Array.from({ length: 10 }, (_, place) => place)
  const replications = Array.from({ length: 19 }, (_, layer) =>
    places.flatMap((child) => places.map((parent) => [10 * (layer + 1) + child, 10 * layer + parent])),
  ).flat()
  // Each initiative acts in a place of its own, where two people live.
  const all = Array.from({ length: 200 }, (_, initiative) => [initiative, initiative])
  const began = performance.now()
  const reach = reachOf(
    links({
      ...{ initiatives: 200, territories: 200, replications: pairs(replications), presences: pairs(all) },
      populations: new Float64Array(200).fill(2),
    }),
  )
  expect(performance.now() - began).toBeLessThan(2_000)
  const of = (at: number) =>
    [reach.descendants, reach.generations, reach.territories, reach.population].map((r) => r[at])
  expect(of(0)).toEqual([190, 19, 190, 380])
  expect(of(95)).toEqual([100, 10, 100, 200])
  expect(of(199)).toEqual([0, 0, 0, NaN])
})

test('a generation is counted by the shortest way, as the tree draws it', () => {
  // 0 ← 1 ← 2 ← 3, and 3 took up 0 as well: 2 is the farthest.
  const replications = pairs([
    [1, 0],
    [2, 1],
    [3, 2],
    [3, 0],
  ])
  const { descendants, generations } = reachOf(links({ initiatives: 4, replications }))
  expect([...descendants]).toEqual([3, 2, 1, 0])
  expect([...generations]).toEqual([2, 2, 1, 0])
})

test('replications in a circle, which should not be, come to an end', () => {
  const { descendants } = reachOf(
    links({
      initiatives: 2,
      replications: pairs([
        [0, 1],
        [1, 0],
      ]),
    }),
  )
  expect([...descendants]).toEqual([2, 2])
})

test('people are counted where the widest territory with a known population is, whatever lies between', () => {
  // Territory 0 lies in 1, 1 in 2: nobody counted 1. All of 0, 1, 2 are acted in by the child 1; its parent is 0.
  const reach = reachOf(
    links({
      ...{ initiatives: 2, territories: 3, replications: pairs([[1, 0]]) },
      presences: pairs([
        [1, 0],
        [1, 1],
      ]),
      within: pairs([
        [0, 1],
        [0, 2],
        [1, 2],
      ]),
      populations: Float64Array.from([10, NaN, 1000]),
    }),
  )
  expect([reach.territories[0], reach.population[0]]).toEqual([2, 10])
})

test('a partner between two groups of gardens joins two communities, evenly', () => {
  // Partners 0, 1, 2; gardens 0 and 1 with partner 0, gardens 2 and 3 with partner 2; partner 1 in gardens 1 and 2.
  const graph = partnerGraph(
    links({
      ...{ partners: 3, initiatives: 4 },
      partnerships: pairs([
        [0, 0],
        [1, 0],
        [1, 1],
        [2, 1],
        [2, 2],
        [3, 2],
      ]),
    }),
  )
  const community = Int32Array.from([0, 0, 1, 0, 0, 1, 1])
  const half = { communities: 2, participation: 0.5, pieces: 2, cutOff: 2 }
  expect(bridges(3, graph, community, 100)).toEqual([
    { partner: 1, ...half },
    { partner: 0, communities: 1, participation: 0, pieces: 2, cutOff: 1 },
    { partner: 2, communities: 1, participation: 0, pieces: 2, cutOff: 1 },
  ])
  expect(losses(3, graph).cutOff).toEqual(Int32Array.from([1, 2, 1]))
})
