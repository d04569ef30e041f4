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

/** From top to bottom: a branch takes consecutive rows, its parent between its children, half of the rows above. */
export function inRows<Own extends Twig<Own>>(roots: readonly Own[]): Own[] {
  const sizes = branchRows(parentsFirst(roots))
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
    const above = half(children.map((child) => sizes.get(child) ?? 1))
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

function half(weights: readonly number[]): number {
  if (weights.length < 2) return 0
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let above = 0
  let best = 1
  let least = Infinity
  for (let count = 1; count < weights.length; count += 1) {
    above += weights[count - 1] ?? 0
    const difference = Math.abs(total - 2 * above)
    if (difference < least) {
      least = difference
      best = count
    }
  }
  return best
}
