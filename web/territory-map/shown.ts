import { mostFlows } from './scene.ts'
import { classesOf } from './classes.ts'
import type { Count, MapAddress } from './address.ts'
import type { Point } from './frames.ts'
import { type Ground, type Plot } from './ground.ts'
import { nameOfTerritory, shortName } from './names.ts'
import type { CountsRow, Flows, PlaceRow } from './query.ts'
import { flowsOn, gatesOf, placesOn, spotsOf, type Flow } from './spots.ts'

export const home = 'iso:FR'

/** The figure of a territory that is coloured, written and told. */
export const valueOf = (row: CountsRow, count: Count): number =>
  count === 'replications' ? row.inspired + row.redone + row.scaled : row[count]

/** What a map shows of rows: nothing of it knows how large the window is. */
export function shownOf(
  ground: Ground,
  address: MapAddress,
  rows: readonly CountsRow[],
  // Of all dates: so the tints of a year mean the same as those of another.
  scale: readonly CountsRow[],
  flows: Flows,
) {
  const { level, inside, ground: kind, count, on } = address
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const plots = plotsOf(ground, address)
  const here = placesOn(flows.places, on)
  const all = spotsOf(ground, here)
  const isBeyond = (country: string | null) => kind === 'france' && country !== null && country !== home
  const spots = all.spots.filter(({ country }) => !isBeyond(country))
  const gates = gatesOf(
    ground,
    all.spots.filter(({ country }) => isBeyond(country)),
    home,
    40,
  )

  /** The territory of this map in which a place counts: a country, region or département, or the commune itself. */
  function codeOf(place: PlaceRow): string {
    const { territory, department, region, country } = place
    if (kind === 'world') return inside !== null && country === inside ? territory : (country ?? territory)
    if (isBeyond(country)) return country ?? territory
    if (level === 'REGION') return region ?? territory
    if (inside === home) return department ?? region ?? territory
    if (level === 'DEPARTMENT')
      return region === inside ? (department ?? region ?? territory) : (region ?? territory)
    return department === inside ? territory : (department ?? region ?? territory)
  }
  const points = new Map<string, Point>([
    ...[...ground.byCode].map(([code, plot]) => [code, plot.at] as const),
    ...spots.map(({ code, at }) => [code, at] as const),
    ...gates.map(({ code, at }) => [code, at] as const),
  ])
  const arcs = flowsOn(flows, on, codeOf)
  const names = new Map<string, string>([
    ...[...ground.byCode].map(([code, { name }]) => [code, name] as const),
    ...flows.places.map(({ territory, territoryName }) => [territory, territoryName] as const),
    ...rows.map(({ code, name }) => [code, name] as const),
  ])
  return {
    ground,
    count,
    plots,
    inside: (inside !== null && inside !== home && ground.byCode.get(inside)) || null,
    spots,
    gates,
    flows: arcs,
    /** Replications beyond those that are drawn. */
    more: Math.max(0, arcs.length - mostFlows),
    unplaced: all.unplaced,
    classes: classesOf(scale.map((row) => valueOf(row, count))),
    valueOf: (code: string) => {
      const row = byCode.get(code)
      return row ? valueOf(row, count) : 0
    },
    nameOf: (code: string) => shortName(nameOfTerritory(code, names.get(code))),
    placeOf: (code: string) => points.get(code),
    started: startsOf(flows.places),
    initiatives: new Set(here.filter(({ isElsewhere }) => !isElsewhere).map(({ id }) => id)).size,
    replications: arcs.reduce((sum, { ids }) => sum + ids.length, 0),
  }
}

export type ShownMap = ReturnType<typeof shownOf>

function plotsOf(ground: Ground, { level, inside, ground: kind }: MapAddress): readonly Plot[] {
  if (level === 'MUNICIPALITY') return []
  const plots = ground.plots[level] ?? []
  return kind === 'world' || inside === home
    ? plots
    : plots.filter(({ code }) => ground.within[code] === inside)
}

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

/** From where what is here came, or where it went, those of most replications first. */
export function neighboursOf(flows: readonly Flow[], code: string, side: 'from' | 'to') {
  const other = side === 'from' ? 'to' : 'from'
  const counts = new Map<string, number>()
  for (const flow of flows) {
    if (flow[other] === code) counts.set(flow[side], (counts.get(flow[side]) ?? 0) + flow.ids.length)
  }
  return [...counts].map(([one, count]) => ({ code: one, count })).toSorted((a, b) => b.count - a.count)
}
