import type { MapAddress } from './address.ts'
import { beyond } from './beyond.ts'
import { codeIn, home, isBeyond, valueOf, type Ever } from './ever.ts'
import type { Ground } from './ground.ts'
import type { CountsRow, Flows, PlaceRow } from './query.ts'
import type { Gate } from './rim.ts'
import { flowsOn, mostFlows } from './flows.ts'
import { placesOn, spotsOf } from './spots.ts'

/** What a map shows of rows: nothing of it knows how large the window is. */
export function shownOf(
  ground: Ground,
  address: MapAddress,
  rows: readonly CountsRow[],
  flows: Flows,
  ever: Ever,
) {
  const { inside, count, on } = address
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const here = placesOn(flows.places, on)
  const all = spotsOf(ground, here)
  const spots = all.spots.filter(({ country }) => !isBeyond(address, country))
  const abroad = new Map(
    beyond(
      all.spots.filter(({ country }) => isBeyond(address, country)),
      home,
    ).map(({ code, ids }) => [code, ids]),
  )
  // Where they were at all dates, as far as there is something now.
  const gates = ever.gates.flatMap((gate): Gate[] => {
    const ids = abroad.get(gate.code)
    return ids ? [{ ...gate, ids }] : []
  })
  const arcs = flowsOn(flows, on, (place) => codeIn(address, place))
  return {
    ground,
    count,
    on,
    plots: ever.plots,
    inside: (inside !== null && inside !== home && ground.byCode.get(inside)) || null,
    spots,
    gates,
    flows: arcs,
    /** Replications beyond those that are drawn. */
    more: Math.max(0, arcs.length - mostFlows(ground)),
    unplaced: all.unplaced,
    classes: ever.classes,
    valueOf: (code: string) => {
      const row = byCode.get(code)
      return row ? valueOf(row, count) : 0
    },
    nameOf: ever.nameOf,
    ever,
    placeOf: ever.placeOf,
    started: startsOf(flows.places),
    initiatives: new Set(here.filter(({ isElsewhere }) => !isElsewhere).map(({ id }) => id)).size,
    replications: arcs.reduce((sum, { ids }) => sum + ids.length, 0),
  }
}

export type ShownMap = ReturnType<typeof shownOf>

/** How many initiatives began in each year, and how many whose year nobody knows. */
function startsOf(places: readonly PlaceRow[]) {
  const own = new Map(
    places.filter(({ isElsewhere }) => !isElsewhere).map(({ id, startedOn }) => [id, startedOn]),
  )
  const counts = new Map<number, number>()
  for (const startedOn of own.values()) {
    if (startedOn === null) continue
    const year = Number(startedOn.slice(0, 4))
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  const years = [...counts].map(([year, count]) => ({ year, count })).toSorted((a, b) => a.year - b.year)
  return { years, unknown: [...own.values()].filter((one) => one === null).length }
}
