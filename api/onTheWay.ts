type Row = {
  id: string
  generation: number
  isOtherParent: boolean
  actsThere: boolean
  /** Link id, parent. */
  links: [string, string, ...unknown[]][]
}

/** Those that act in the territory, those on any way between them and the one asked for, and that one; visits each once. */
export function onTheWay<R extends Row>(family: R[]): R[] {
  const nearer = stepsTowardsAsked(family)
  const waiting = family.filter(({ actsThere }) => actsThere).map(({ id }) => id)
  const kept = new Set(waiting)
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const next of nearer.get(id) ?? []) {
      if (kept.has(next)) continue
      kept.add(next)
      waiting.push(next)
    }
  }
  return family.filter((row) => kept.has(row.id) || isAsked(row))
}

/** From below one goes up to parents that came from the one asked for; from above, and from other parents, down. */
function stepsTowardsAsked(family: Row[]): Map<string, string[]> {
  const rows = new Map(family.map((row) => [row.id, row]))
  const steps = new Map<string, string[]>()
  const step = (from: Row, to: Row) => {
    const known = steps.get(from.id)
    if (known) known.push(to.id)
    else steps.set(from.id, [to.id])
  }
  for (const child of family) {
    for (const [, id] of child.links) {
      const parent = rows.get(id)
      if (!parent) continue
      if (isBelow(child) && (isBelow(parent) || isAsked(parent))) step(child, parent)
      else if (isAbove(parent) && (isAbove(child) || isAsked(child))) step(parent, child)
      else if (parent.isOtherParent && isBelow(child)) step(parent, child)
    }
  }
  return steps
}

const isAsked = ({ generation, isOtherParent }: Row) => generation === 0 && !isOtherParent
const isBelow = ({ generation, isOtherParent }: Row) => generation > 0 && !isOtherParent
const isAbove = ({ generation, isOtherParent }: Row) => generation < 0 && !isOtherParent
