import iterate from 'graphology-layout-forceatlas2/iterate.js'
import { pushApart } from './apart.ts'
import type { Positions } from '../picture/drawn.ts'
import type { Point } from '../picture/hulls.ts'
import { placeByNeighbours } from './given.ts'
import type { Mark, Tie } from '../network.ts'
import { seeded } from './random.ts'
import { crowdSpacing, rounded } from './spacing.ts'

const golden = Math.PI * (3 - Math.sqrt(5))
const perNode = 10
/** Between the sides of two marks, in pixels. */
const gap = 10
/** Work of all iterations together, in marks. */
const budget = 600_000

/** What a crowd needs to know of a network, so that a worker need not be handed all of it. */
export type Crowded = {
  marks: readonly Pick<Mark, 'id' | 'group' | 'size' | 'stage'>[]
  ties: readonly Pick<Tie, 'partner' | 'initiative'>[]
}

/**
 * Places for a crowd: ForceAtlas2 (M. Jacomy et al., PLoS ONE 9(6), 2014) with Barnes and Hut's cells, from a start in
 * which the groups stand side by side. The same network gets the same places.
 */
export function arrangeCrowd(
  network: Crowded,
  stage: number,
  onProgress: (part: number, soFar?: () => Map<string, Point>) => void = () => {},
): Map<string, Point> {
  const { marks, ties } = upToStage(network, stage)
  const index = new Map(marks.map(({ id }, order) => [id, order]))
  const groups = groupsOf(marks)
  const order = marks.length + groups.length
  const nodes = new Float32Array(order * perNode)
  const start = startOf(marks, groups)
  const degree = new Float64Array(order)
  const edges: number[] = []
  const link = (one: number, other: number, weight: number) => {
    edges.push(one * perNode, other * perNode, weight)
    degree[one] = (degree[one] ?? 0) + 1
    degree[other] = (degree[other] ?? 0) + 1
  }
  for (const { partner, initiative } of ties) {
    const [one, other] = [index.get(partner), index.get(initiative)]
    if (one !== undefined && other !== undefined) link(one, other, 1)
  }
  // A place in the middle of each group that nobody sees holds its members together.
  groups.forEach((members, group) => {
    for (const member of members) link(marks.length + group, member, 1)
  })
  for (let one = 0; one < order; one += 1) {
    nodes.set(
      [start[one]?.x ?? 0, start[one]?.y ?? 0, 0, 0, 0, 0, 1 + (degree[one] ?? 0), 1, 1, 0],
      one * perNode,
    )
  }
  const matrix = Float32Array.from(edges)
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 10,
    strongGravityMode: true,
    gravity: 0.05,
    slowDown: 1 + Math.log(order),
    barnesHutOptimize: order > 1000,
    barnesHutTheta: 0.6,
  }
  const rounds = Math.round(Math.min(400, Math.max(30, budget / order)))
  for (let round = 0; round < rounds; round += 1) {
    iterate(settings, nodes, matrix)
    if (round % 4 === 0) onProgress((round / rounds) * 0.95, () => placesOf(false))
    if (round > rounds / 3 && round % 10 === 0 && isSettled(nodes, order)) break
  }
  return placesOf(true)

  function placesOf(isLast: boolean): Map<string, Point> {
    const places = marks.map((_, one) => ({ x: nodes[one * perNode] ?? 0, y: nodes[one * perNode + 1] ?? 0 }))
    const factor = crowdSpacing(places)
    const x = Float64Array.from(places, (place) => place.x * factor)
    const y = Float64Array.from(places, (place) => place.y * factor)
    pushApart({ x, y, reach: Float64Array.from(marks, ({ size }) => size) }, gap, isLast ? 60 : 4)
    return rounded(marks, x, y)
  }
}

/** Places for what came later into a crowd: by its neighbours; who was there stays. */
export function joinCrowd(network: Crowded, stage: number, kept: Positions): Map<string, Point> {
  const { marks, ties } = upToStage(network, stage)
  const places = new Map(kept)
  placeByNeighbours(marks, ties, places)
  const x = Float64Array.from(marks, ({ id }) => places.get(id)?.x ?? 0)
  const y = Float64Array.from(marks, ({ id }) => places.get(id)?.y ?? 0)
  const fixed = marks.map(({ id }) => (kept.has(id) ? 1 : 0))
  pushApart({ x, y, reach: Float64Array.from(marks, ({ size }) => size) }, gap, 60, fixed)
  return rounded(marks, x, y)
}

const upToStage = ({ marks, ties }: Crowded, stage: number): Crowded => ({
  marks: marks.filter((mark) => mark.stage <= stage),
  ties,
})

/** The groups of three marks or more, as places in the list of marks; the largest first. */
function groupsOf(marks: Crowded['marks']): number[][] {
  const members = new Map<string, number[]>()
  marks.forEach(({ group }, one) => {
    if (group === null) return
    const own = members.get(group)
    if (own) own.push(one)
    else members.set(group, [one])
  })
  return [...members.values()].filter((own) => own.length > 2).sort((a, b) => b.length - a.length)
}

/** Groups as discs beside each other, the largest in the middle; who has none stands around them. */
function startOf(marks: Crowded['marks'], groups: readonly number[][]): Point[] {
  const random = seeded(marks.length)
  const start: Point[] = []
  let area = 0
  groups.forEach((members, order) => {
    const distance = order === 0 ? 0 : 22 * Math.sqrt(area + members.length)
    const middle = { x: distance * Math.cos(golden * order), y: distance * Math.sin(golden * order) }
    start[marks.length + order] = middle
    members.forEach((member, seed) => {
      const out = 11 * Math.sqrt(seed)
      start[member] = {
        x: middle.x + out * Math.cos(golden * seed),
        y: middle.y + out * Math.sin(golden * seed),
      }
    })
    area += members.length
  })
  const reach = 22 * Math.sqrt(marks.length)
  marks.forEach((_, one) => {
    const angle = random() * Math.PI * 2
    const distance = reach * Math.sqrt(random())
    start[one] ??= { x: Math.cos(angle) * distance, y: Math.sin(angle) * distance }
  })
  return start
}

/** True when hardly anything moves any more, against the size of the whole. */
function isSettled(nodes: Float32Array, order: number): boolean {
  let speed = 0
  let reach = 0
  for (let one = 0; one < order; one += 1) {
    const place = one * perNode
    speed += Math.hypot(nodes[place + 4] ?? 0, nodes[place + 5] ?? 0) * (nodes[place + 7] ?? 0)
    reach = Math.max(reach, Math.abs(nodes[place] ?? 0), Math.abs(nodes[place + 1] ?? 0))
  }
  return speed / order < reach * 4e-4
}
