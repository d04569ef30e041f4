/**
 * The groups of ids that lie on cycles together, each sorted; none when the links form no cycle. Strongly connected
 * components after Tarjan (1972), with a stack of its own: the time grows with the links, not with the paths.
 */
export function onCycles(links: readonly (readonly [start: string, end: string])[]): string[][] {
  const next = new Map<string, string[]>()
  for (const [start, end] of links) next.set(start, [...(next.get(start) ?? []), end])
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  const groups: string[][] = []
  const lower = (id: string, to: number) => lowest.set(id, Math.min(lowest.get(id) ?? to, to))

  const enter = (id: string) => {
    order.set(id, order.size)
    lowest.set(id, order.size - 1)
    open.push(id)
    isOpen.add(id)
    return { id, ends: next.get(id) ?? [], at: 0 }
  }
  const leave = (id: string) => {
    if (lowest.get(id) !== order.get(id)) return
    const group = open.splice(open.lastIndexOf(id))
    for (const member of group) isOpen.delete(member)
    if (group.length > 1 || next.get(id)?.includes(id)) groups.push(group.sort())
  }

  for (const root of next.keys()) {
    if (order.has(root)) continue
    const path = [enter(root)]
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const end = top.ends[top.at++]
      if (end === undefined) {
        path.pop()
        leave(top.id)
        const below = path.at(-1)
        if (below) lower(below.id, lowest.get(top.id) ?? 0)
      } else if (!order.has(end)) {
        path.push(enter(end))
      } else if (isOpen.has(end)) {
        lower(top.id, order.get(end) ?? 0)
      }
    }
  }
  return groups
}
