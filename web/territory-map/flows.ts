import type { Ground } from './ground.ts'
import type { Flows, PlaceRow, ReplicationRow } from './query.ts'
import { mayHold, placesOn } from './spots.ts'

/** Replications from one place to another at one level. */
export type Flow = {
  from: string
  to: string
  level: ReplicationRow['level']
  ids: readonly string[]
  /** False where nobody knows of any of them when it began. */
  isDated: boolean
}

/** The replications that may be so on a date, by where their ends act; within one place nothing is drawn. */
export function flowsOn(
  { places, replications }: Pick<Flows, 'places' | 'replications'>,
  on: string | null,
  codeOf: (place: PlaceRow) => string,
): Flow[] {
  const firstPlaces = (rows: readonly PlaceRow[]) => {
    const first = new Map<string, PlaceRow>()
    for (const row of rows) {
      const before = first.get(row.id)
      if (!before || (before.isElsewhere && !row.isElsewhere)) first.set(row.id, row)
    }
    return first
  }
  const here = firstPlaces(placesOn(places, on))
  // What ended since had been taken up all the same.
  const begun = firstPlaces(places.filter(({ startedOn }) => mayHold(startedOn, null, on)))
  const flows = new Map<string, Flow & { ids: string[] }>()
  for (const { id, child, parent, level, since } of replications) {
    const [end, start] = [here.get(child), here.get(parent) ?? begun.get(parent)]
    if (!end || !start || !mayHold(since, null, on)) continue
    const [from, to] = [codeOf(start), codeOf(end)]
    if (from === to) continue
    const key = `${level} ${from} ${to}`
    const isDated = since !== null || end.startedOn !== null
    const known = flows.get(key)
    if (known) {
      known.ids.push(id)
      known.isDated ||= isDated
    } else flows.set(key, { from, to, level, ids: [id], isDated })
  }
  return [...flows.values()]
}

/** How many arcs are drawn at most: on a small map more of them would hide it. */
export const mostFlows = ({ isNarrow }: Pick<Ground, 'isNarrow'>): number => (isNarrow ? 60 : 400)
