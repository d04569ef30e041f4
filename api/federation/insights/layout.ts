import forceAtlas2 from 'graphology-layout-forceatlas2'
import { at, degreeOf, type Adjacency } from './adjacency.ts'
import { asGraph } from './partnerGraph.ts'
import type { Links } from './snapshot.ts'

const golden = Math.PI * (3 - Math.sqrt(5))
/** Work of all iterations together, in nodes: what is bigger gets fewer of them. */
const budget = 1_000_000
const fewestIterations = 20

/**
 * A place for every partner and every initiative, x and y in turn: linked ones near each other, the middle at 0, 0.
 * M. Jacomy et al., ForceAtlas2, PLoS ONE 9(6), 2014, from a start that the communities give. The same graph gets the
 * same places. Who has no link stands around the others.
 */
export function layout(
  { partners, replications }: Links,
  links: Adjacency,
  community: Int32Array,
): Float32Array {
  const family = replications.map((initiative) => partners + initiative)
  const graph = asGraph(links, family)
  const places = new Float32Array(links.count * 2)
  const alone = graph.filterNodes((node) => graph.degree(node) === 0)
  for (const node of alone) graph.dropNode(node)
  let radius = 1
  if (graph.order > 0) {
    const start = sunflowers(links, community)
    graph.forEachNode((node) => {
      graph.mergeNodeAttributes(node, { x: at(start, 2 * Number(node)), y: at(start, 2 * Number(node) + 1) })
    })
    const iterations = Math.min(500, Math.max(fewestIterations, Math.round(budget / graph.order)))
    const found = forceAtlas2(graph, {
      iterations,
      settings: forceAtlas2.inferSettings(graph),
      getEdgeWeight: null,
    })
    for (const [node, { x, y }] of Object.entries(found)) {
      places[2 * Number(node)] = x
      places[2 * Number(node) + 1] = y
    }
    center(places, Object.keys(found).map(Number))
    for (let place = 0; place < places.length; place += 2) {
      radius = Math.max(radius, 1.05 * Math.hypot(at(places, place), at(places, place + 1)))
    }
  }
  for (const [order, node] of alone.entries()) {
    const around = golden * order
    const distance = radius * Math.sqrt(1 + order / Math.max(100, links.count))
    places[2 * Number(node)] = distance * Math.cos(around)
    places[2 * Number(node) + 1] = distance * Math.sin(around)
  }
  return places
}

/** Communities as discs beside each other, the largest in the middle, each with its best connected in its middle. */
function sunflowers(links: Adjacency, community: Int32Array): Float32Array {
  const discs = new Map<number, number[]>()
  for (let node = 0; node < links.count; node++) {
    const disc = at(community, node)
    if (!discs.has(disc)) discs.set(disc, [])
    discs.get(disc)?.push(node)
  }
  const bySize = [...discs.values()].sort((a, b) => b.length - a.length)
  const places = new Float32Array(links.count * 2)
  let area = 0
  for (const [order, nodes] of bySize.entries()) {
    const distance = order === 0 ? 0 : 10 * Math.sqrt(area + nodes.length)
    nodes.sort((a, b) => degreeOf(links, b) - degreeOf(links, a) || a - b)
    for (const [seed, node] of nodes.entries()) {
      const out = 5 * Math.sqrt(seed)
      places[2 * node] = distance * Math.cos(golden * order) + out * Math.cos(golden * seed)
      places[2 * node + 1] = distance * Math.sin(golden * order) + out * Math.sin(golden * seed)
    }
    area += nodes.length
  }
  return places
}

function center(places: Float32Array, nodes: number[]): void {
  for (const axis of [0, 1]) {
    const middle = nodes.reduce((sum, node) => sum + at(places, 2 * node + axis), 0) / nodes.length
    for (const node of nodes) places[2 * node + axis] = at(places, 2 * node + axis) - middle
  }
}
