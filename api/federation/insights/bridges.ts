import { at, degreeOf, type Adjacency } from './adjacency.ts'

/** A partner without whom initiatives would hang together less. */
export type Bridge = {
  partner: number
  /** How many communities its initiatives belong to. */
  communities: number
  /** How evenly: 0 when all are in one, towards 1 when spread over many. */
  participation: number
  /** Into how many pieces what hangs together would fall without it; 1 when it would not. */
  pieces: number
  /** How many initiatives would no longer hang together with the largest piece. */
  cutOff: number
}

/** The partners whose loss would part the graph or who join communities, those who would be missed most first. */
export function bridges(partners: number, links: Adjacency, community: Int32Array, most: number): Bridge[] {
  const { pieces, cutOff } = losses(partners, links)
  const found: Bridge[] = []
  for (let partner = 0; partner < partners; partner++) {
    const spread = spreadOver(links, community, partner)
    if (at(pieces, partner) < 2 && spread.communities < 2) continue
    const parted = { pieces: Math.max(1, at(pieces, partner)), cutOff: at(cutOff, partner) }
    found.push({ partner, ...spread, ...parted })
  }
  return found
    .sort(
      (a, b) =>
        b.cutOff - a.cutOff ||
        b.participation - a.participation ||
        degreeOf(links, b.partner) - degreeOf(links, a.partner) ||
        a.partner - b.partner,
    )
    .slice(0, most)
}

/**
 * The participation coefficient, 1 - Σ (share of its links in a community)²: R. Guimerà and L. A. N. Amaral, Functional
 * cartography of complex metabolic networks, Nature 433, 2005.
 */
function spreadOver({ starts, ends }: Adjacency, community: Int32Array, partner: number) {
  const counts = new Map<number, number>()
  const around = ends.subarray(at(starts, partner), at(starts, partner + 1))
  for (const initiative of around) {
    const there = at(community, initiative)
    counts.set(there, (counts.get(there) ?? 0) + 1)
  }
  const squares = [...counts.values()].reduce((sum, count) => sum + (count / around.length) ** 2, 0)
  return { communities: counts.size, participation: around.length === 0 ? 0 : 1 - squares }
}

/**
 * What the loss of each partner would do, all in one walk in depth: J. Hopcroft and R. Tarjan, Algorithm 447: Efficient
 * algorithms for graph manipulation, Communications of the ACM 16(6), 1973.
 */
export function losses(partners: number, { count, starts, ends }: Adjacency) {
  const met = new Int32Array(count)
  const lowest = new Int32Array(count)
  const parent = new Int32Array(count).fill(-1)
  const nextEdge = starts.slice(0, count)
  const initiatives = new Int32Array(count)
  const severed = new Int32Array(count)
  const largest = new Int32Array(count)
  const pieces = new Int32Array(count)
  let time = 0

  for (let root = 0; root < count; root++) {
    if (at(met, root) !== 0) continue
    const walked: number[] = []
    const enter = (node: number) => {
      met[node] = lowest[node] = ++time
      initiatives[node] = node < partners ? 0 : 1
      walked.push(node)
    }
    enter(root)
    for (let node = root; node !== -1;) {
      const edge = at(nextEdge, node)
      if (edge < at(starts, node + 1)) {
        nextEdge[node] = edge + 1
        const neighbour = at(ends, edge)
        if (at(met, neighbour) === 0) {
          parent[neighbour] = node
          enter(neighbour)
          node = neighbour
        } else if (neighbour !== at(parent, node)) {
          lowest[node] = Math.min(at(lowest, node), at(met, neighbour))
        }
        continue
      }
      const above = at(parent, node)
      if (above !== -1) {
        lowest[above] = Math.min(at(lowest, above), at(lowest, node))
        initiatives[above] = at(initiatives, above) + at(initiatives, node)
        if (at(lowest, node) >= at(met, above)) {
          pieces[above] = at(pieces, above) + 1
          severed[above] = at(severed, above) + at(initiatives, node)
          largest[above] = Math.max(at(largest, above), at(initiatives, node))
        }
      }
      node = above
    }
    for (const node of walked) {
      const rest = at(initiatives, root) - at(severed, node)
      if (node === root || node >= partners) continue
      pieces[node] = at(pieces, node) + 1
      largest[node] = Math.max(at(largest, node), rest)
    }
    for (const node of walked) severed[node] = at(initiatives, root) - at(largest, node)
  }
  return { pieces: pieces.slice(0, partners), cutOff: severed.slice(0, partners) }
}
