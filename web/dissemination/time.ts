/** A partial date on a line of years: 2014 → 2014.5, 2014-05 → 2014.375; null when unknown. */
export function onTheLine(date: string | null | undefined): number | null {
  if (!date) return null
  const [year = 0, month, day] = date.split('-').map(Number)
  if (!month) return year + 0.5
  return year + (month - 1 + (day ? (day - 0.5) / 31 : 0.5)) / 12
}

export type Scale = { from: number; until: number; left: number; right: number }

export function placeOn({ from, until, left, right }: Scale, time: number): number {
  return until === from ? left : left + ((time - from) / (until - from)) * (right - left)
}

export type Tick = { year: number; x: number; middle: number; isNamed: boolean }

/** One tick at each 1st of January, named as often as the room allows. */
export function ticksOf(scale: Scale): Tick[] {
  const pixels = (scale.right - scale.left) / Math.max(1, scale.until - scale.from)
  const named = pixels >= 40 ? 1 : ([2, 5, 10, 20, 50, 100].find((step) => pixels * step >= 44) ?? 200)
  const drawn = pixels >= 6 ? 1 : named
  const ticks: Tick[] = []
  for (let year = Math.ceil(scale.from / drawn) * drawn; year < scale.until; year += drawn)
    ticks.push({
      year,
      x: placeOn(scale, year),
      middle: placeOn(scale, year + 0.5),
      isNamed: year % named === 0 || named === 1,
    })
  return ticks
}
