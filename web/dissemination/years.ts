import type { Rows } from './family.ts'

/** How many initiatives began in each year, and of how many nobody knows. */
export function startsOf({ initiatives }: Rows): {
  counts: { year: number; count: number }[]
  unknown: number
} {
  const years = new Map<number, number>()
  let unknown = 0
  for (const { startedOn } of initiatives) {
    if (!startedOn) unknown += 1
    else years.set(Number(startedOn.slice(0, 4)), (years.get(Number(startedOn.slice(0, 4))) ?? 0) + 1)
  }
  return {
    counts: [...years].map(([year, count]) => ({ year, count })).toSorted((a, b) => a.year - b.year),
    unknown,
  }
}
