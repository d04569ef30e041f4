import type { Spot } from './spots.ts'

/** The countries of spots that lie beyond the map, with the middle of what lies there. */
export function beyond(spots: readonly Spot[], home: string) {
  const byCountry = new Map<string, Spot[]>()
  for (const spot of spots) {
    if (spot.country === null || spot.country === home) continue
    const own = byCountry.get(spot.country)
    if (own) own.push(spot)
    else byCountry.set(spot.country, [spot])
  }
  return [...byCountry].map(([code, own]) => ({
    code,
    towards: { x: mean(own.map(({ at }) => at.x)), y: mean(own.map(({ at }) => at.y)) },
    ids: [...new Set(own.flatMap(({ ids }) => ids))],
  }))
}
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
