import type { Flow } from './flows.ts'

/** From where what is here came, or where it went, those of most replications first. */
export function neighboursOf(flows: readonly Flow[], code: string, side: 'from' | 'to') {
  const other = side === 'from' ? 'to' : 'from'
  const counts = new Map<string, number>()
  for (const flow of flows) {
    if (flow[other] === code) counts.set(flow[side], (counts.get(flow[side]) ?? 0) + flow.ids.length)
  }
  return [...counts].map(([one, count]) => ({ code: one, count })).toSorted((a, b) => b.count - a.count)
}
