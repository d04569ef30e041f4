/** A partial date on a line of years: 2014 → 2014.5, 2014-05 → 2014.375; null when unknown. */
export function onTheLine(date: string | null | undefined): number | null {
  if (!date) return null
  const [year = 0, month, day] = date.split('-').map(Number)
  if (!month) return year + 0.5
  return year + (month - 1 + (day ? (day - 0.5) / 31 : 0.5)) / 12
}

export type Years = { from: number; until: number }

/** From the start of the first year to the end of the last one; null when no date is known. */
export function yearsOf(dates: Iterable<string | null>): Years | null {
  let [from, until] = [Infinity, -Infinity]
  for (const date of dates) {
    const time = onTheLine(date)
    if (time === null) continue
    from = Math.min(from, Math.floor(time))
    until = Math.max(until, Math.floor(time) + 1)
  }
  return from < until ? { from, until } : null
}

export type Scale = { from: number; until: number; left: number; right: number }

export function placeOn({ from, until, left, right }: Scale, time: number): number {
  return until === from ? left : left + ((time - from) / (until - from)) * (right - left)
}

export type Tick = { year: number; x: number; middle: number; isNamed: boolean }

const room = 40
const halfYear = 15

/** One tick at each 1st of January, named as often as the room allows; the first and the last year are always said. */
export function ticksOf(scale: Scale): Tick[] {
  const pixels = (scale.right - scale.left) / Math.max(1, scale.until - scale.from)
  const named = pixels >= room ? 1 : ([2, 5, 10, 20, 50, 100].find((step) => pixels * step >= room) ?? 200)
  const drawn = pixels >= 4 ? 1 : named
  const last = scale.until - 1
  const middleOf = (year: number) =>
    Math.min(scale.right - halfYear, Math.max(scale.left + halfYear - 3, placeOn(scale, year + 0.5)))
  const isApart = (a: number, b: number) => Math.abs(middleOf(a) - middleOf(b)) >= room
  const isNamed = (year: number) => {
    if (named === 1 || year === scale.from) return true
    if (year === last) return isApart(last, scale.from)
    return (
      (named === 2 ? year - scale.from : year) % named === 0 &&
      isApart(year, scale.from) &&
      isApart(year, last)
    )
  }
  const years = new Set([scale.from, last])
  for (let year = Math.ceil(scale.from / drawn) * drawn; year < scale.until; year += drawn) years.add(year)
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => ({
      year,
      x: round(placeOn(scale, year)),
      middle: round(middleOf(year)),
      isNamed: isNamed(year),
    }))
}

export const round = (value: number) => Math.round(value * 10) / 10
