import { levels } from '../drawing/levels.ts'
import type { Flow } from './flows.ts'

/** Flows in the order of how much they say: those of most replications first, then the closest. */
export const byWeight = (flows: readonly Flow[]): Flow[] =>
  flows.toSorted((a, b) => b.ids.length - a.ids.length || levels.indexOf(b.level) - levels.indexOf(a.level))

/** What an arc is known by at all dates. */
export const wayOf = ({ from, to, level }: Pick<Flow, 'from' | 'to' | 'level'>) => `${level} ${from} ${to}`

/** What later dates bring: the arcs that were not there before, as far as it is known when they began. */
export function newcomers(before: readonly Flow[], now: readonly Flow[]): Set<string> {
  const known = new Set(before.map(wayOf))
  return new Set(
    now
      .filter(({ isDated }) => isDated)
      .map(wayOf)
      .filter((way) => !known.has(way)),
  )
}
