/** The number at a place that is known to be in the array. */
export const at = (numbers: Int32Array | Float64Array | Float32Array | Uint8Array, place: number): number =>
  numbers[place] ?? 0

/** Who stands next to whom: the neighbours of `node` are `ends[starts[node]]` to `ends[starts[node + 1] - 1]`. */
export type Adjacency = { count: number; starts: Int32Array; ends: Int32Array }

/** The neighbours of `count` nodes in one direction, out of a flat list of pairs `[from, to, from, to, …]`. */
export function adjacency(count: number, pairs: Int32Array): Adjacency {
  const starts = new Int32Array(count + 1)
  for (let pair = 0; pair < pairs.length; pair += 2) {
    const after = at(pairs, pair) + 1
    starts[after] = at(starts, after) + 1
  }
  for (let node = 0; node < count; node++) starts[node + 1] = at(starts, node + 1) + at(starts, node)
  const ends = new Int32Array(pairs.length / 2)
  const free = starts.slice()
  for (let pair = 0; pair < pairs.length; pair += 2) {
    const from = at(pairs, pair)
    const place = at(free, from)
    ends[place] = at(pairs, pair + 1)
    free[from] = place + 1
  }
  // The order in which the database tells links must not change an answer.
  for (let node = 0; node < count; node++) ends.subarray(at(starts, node), at(starts, node + 1)).sort()
  return { count, starts, ends }
}

/** How many neighbours a node has. */
export const degreeOf = ({ starts }: Adjacency, node: number): number =>
  at(starts, node + 1) - at(starts, node)

/** The pairs read the other way round. */
export function reversed(pairs: Int32Array): Int32Array {
  const turned = new Int32Array(pairs.length)
  for (let pair = 0; pair < pairs.length; pair += 2) {
    turned[pair] = at(pairs, pair + 1)
    turned[pair + 1] = at(pairs, pair)
  }
  return turned
}
