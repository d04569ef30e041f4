import { textWidth } from '../drawing/letters.ts'
import { formatNumber } from '../messages.ts'
import type { Count, MapAddress } from './address.ts'
import { beyond } from './beyond.ts'
import { classesOf } from './classes.ts'
import { plain } from './faces.ts'
import type { Point } from './frames.ts'
import type { Ground, Plot } from './ground.ts'
import { nameOfTerritory, shortName } from './names.ts'
import type { CountsRow, Flows, PlaceRow } from './query.ts'
import type { gatesOf } from './rim.ts'
import { flowsOn } from './flows.ts'
import { spotsOf } from './spots.ts'

export const home = 'iso:FR'

/** The figure of a territory that is coloured, written and told. */
export const valueOf = (row: CountsRow, count: Count): number =>
  count === 'replications' ? row.inspired + row.redone + row.scaled : row[count]

export type Where = Pick<MapAddress, 'level' | 'inside' | 'ground'>

/** True where territories are told apart that are too small to be read on the map. */
export const hasCloseUp = ({ level, inside }: Where): boolean =>
  level === 'COUNTRY' || (level === 'DEPARTMENT' && inside === home)

/** True for what has no place on a map of France. */
export const isBeyond = ({ ground }: Where, country: string | null): boolean =>
  ground === 'france' && country !== null && country !== home

/** The territory of a map in which a place counts: a country, région or département, or the commune itself. */
export function codeIn(where: Where, place: PlaceRow): string {
  const { level, inside, ground } = where
  const { territory, department, region, country } = place
  if (ground === 'world') return inside !== null && country === inside ? territory : (country ?? territory)
  if (isBeyond(where, country)) return country ?? territory
  if (level === 'REGION') return region ?? territory
  if (inside === home) return department ?? region ?? territory
  if (level === 'DEPARTMENT')
    return region === inside ? (department ?? region ?? territory) : (region ?? territory)
  return department === inside || !place.isElsewhere ? territory : (department ?? region ?? territory)
}

function plotsOf(ground: Ground, { level, inside, ground: kind }: Where): readonly Plot[] {
  if (level === 'MUNICIPALITY') return []
  const plots = ground.plots[level] ?? []
  return kind === 'world' || inside === home
    ? plots
    : plots.filter(({ code }) => ground.within[code] === inside)
}

/**
 * What a map holds at all dates: places of names and ways of arcs follow from it, so that a date hides what had not begun
 * and moves nothing. Countries stand on the rim once what finds their places is there; it has room for names as they are
 * when the whole map has `k` pixels a unit.
 */
export function everOf(
  ground: Ground,
  where: Where,
  count: Count,
  rows: readonly CountsRow[],
  flows: Flows,
  gatesOn: typeof gatesOf | undefined,
  k = ground.isNarrow ? 0.36 : 0.5,
) {
  const names = new Map<string, string>([
    ...[...ground.byCode].map(([code, { name }]) => [code, name] as const),
    ...flows.places.map(({ territory, territoryName }) => [territory, territoryName] as const),
    ...rows.map(({ code, name }) => [code, name] as const),
  ])
  const nameOf = (code: string) => shortName(nameOfTerritory(code, names.get(code)))
  const { spots } = spotsOf(ground, flows.places)
  const values = new Map(rows.map((row) => [row.code, valueOf(row, count)]))
  const here = spots.filter(({ country }) => !isBeyond(where, country))
  const wide = (code: string, many: number) =>
    (textWidth(`${nameOf(code)} ${formatNumber(many)}`, plain) + 4) / k
  const gates = gatesOn?.(
    ground,
    beyond(
      spots.filter(({ country }) => isBeyond(where, country)),
      home,
    ),
    wide,
    15 / k,
  )
  const points = new Map<string, Point>([
    ...here.map(({ code, at }) => [code, at] as const),
    ...[...ground.byCode].map(([code, plot]) => [code, plot.at] as const),
    ...(gates ?? []).map(({ code, at }) => [code, at] as const),
  ])
  return {
    nameOf,
    plots: plotsOf(ground, where),
    spots: here,
    gates: gates ?? [],
    flows: flowsOn(flows, null, (place) => codeIn(where, place)),
    valueOf: (code: string) => values.get(code) ?? 0,
    /** Where a territory, a commune or a country abroad stands. */
    placeOf: (code: string) => points.get(code),
    // A tint means the same in every year.
    classes: classesOf([...values.values()]),
  }
}

export type Ever = ReturnType<typeof everOf>
