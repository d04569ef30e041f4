/** Whatever has a place in a tree. */
export type Twig<Own> = { parent: Own | null; children: readonly Own[] }

/** Generation after generation, as one walks a tree from its roots outwards. */
export function parentsFirst<Own extends Twig<Own>>(roots: readonly Own[]): Own[] {
  const order = [...roots]
  for (let at = 0; at < order.length; at += 1)
    for (const child of order[at]?.children ?? []) order.push(child)
  return order
}

/** Branch after branch, each parent before its children, as a tree is read out. */
export function branchesFirst<Own extends Twig<Own>>(roots: readonly Own[]): Own[] {
  const order: Own[] = []
  const waiting = roots.toReversed()
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    order.push(entry)
    waiting.push(...entry.children.toReversed())
  }
  return order
}

/**
 * From top to bottom: a branch takes consecutive rows, its parent between its children, half of the rows above; but rather
 * elsewhere than between two `pairs`, which something else joins.
 */
export function inRows<Own extends Twig<Own>>(
  roots: readonly Own[],
  pairs: readonly (readonly [Own, Own])[] = [],
): Own[] {
  const sizes = branchRows(parentsFirst(roots))
  const joined = joinedBy(roots, pairs)
  const rows: Own[] = []
  const waiting: { entry: Own; isAlone: boolean }[] = roots
    .toReversed()
    .map((entry) => ({ entry, isAlone: false }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.isAlone || next.entry.children.length === 0) {
      rows.push(next.entry)
      continue
    }
    const { children } = next.entry
    const weights = children.map((child) => sizes.get(child) ?? 1)
    const above = half(weights, joined.get(next.entry) ?? [])
    const after = children.slice(above).toReversed()
    const before = children.slice(0, above).toReversed()
    for (const entry of after) waiting.push({ entry, isAlone: false })
    waiting.push({ entry: next.entry, isAlone: true })
    for (const entry of before) waiting.push({ entry, isAlone: false })
  }
  return rows
}

function branchRows<Own extends Twig<Own>>(order: readonly Own[]): Map<Own, number> {
  const sizes = new Map(order.map((entry) => [entry, 1]))
  for (const entry of order.toReversed())
    if (entry.parent) sizes.set(entry.parent, (sizes.get(entry.parent) ?? 1) + (sizes.get(entry) ?? 1))
  return sizes
}

/** The counts of children above a parent at which its row would part a pair: more than `from`, up to `until`. */
type Span = { from: number; until: number }

function joinedBy<Own extends Twig<Own>>(
  roots: readonly Own[],
  pairs: readonly (readonly [Own, Own])[],
): Map<Own, Span[]> {
  const spans = new Map<Own, Span[]>()
  if (pairs.length === 0) return spans
  const places = new Map<Own, number>(roots.map((root, place) => [root, place]))
  for (const { children } of parentsFirst(roots))
    for (const [place, child] of children.entries()) places.set(child, place)
  const placeOf = (entry: Own | undefined) => (entry ? (places.get(entry) ?? 0) : 0)
  const span = (parent: Own, from: number, until: number) => {
    const list = spans.get(parent)
    if (list) list.push({ from, until })
    else spans.set(parent, [{ from, until }])
  }
  for (const [one, other] of pairs) {
    const [ups, others] = [lineOf(one), lineOf(other)]
    let shared = 0
    while (shared < ups.length && ups[shared] === others[shared]) shared += 1
    // One of the two may be what the other came from.
    if (shared === ups.length || shared === others.length) continue
    const [a, b] = [placeOf(ups[shared]), placeOf(others[shared])]
    const parent = ups[shared - 1]
    if (parent) span(parent, Math.min(a, b), Math.max(a, b))
    for (const [line, isUpper] of [
      [ups, a < b],
      [others, b < a],
    ] as const)
      for (let at = shared; at + 1 < line.length; at += 1) {
        const [above, below] = [line[at], placeOf(line[at + 1])]
        if (above) span(above, isUpper ? below : -1, isUpper ? above.children.length : below)
      }
  }
  return spans
}

/** An entry and all it hangs under, from the root on. */
function lineOf<Own extends Twig<Own>>(entry: Own): Own[] {
  const line: Own[] = []
  for (let at: Own | null = entry; at; at = at.parent) line.push(at)
  return line.toReversed()
}

/** How many children stand above their parent: about half of the weight, where that parts no pair. */
function half(weights: readonly number[], spans: readonly Span[]): number {
  if (weights.length < 2) return 0
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const changes = Array.from({ length: weights.length + 2 }, () => 0)
  for (const { from, until } of spans) {
    changes[from + 1] = (changes[from + 1] ?? 0) + 1
    changes[until + 1] = (changes[until + 1] ?? 0) - 1
  }
  const first = spans.length > 0 ? 0 : 1
  let [above, parted] = [0, 0]
  let best = 1
  let least = Infinity
  for (let count = 0; count < weights.length; count += 1) {
    above += weights[count - 1] ?? 0
    parted += changes[count] ?? 0
    const price = Math.abs(total - 2 * above) + (parted * total) / 2
    if (count < first || price >= least) continue
    least = price
    best = count
  }
  return best
}
