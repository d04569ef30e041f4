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

const longEmpty = 15

/** Spans of at least 15 years in which nothing began, without the year after what was there and the one before what comes. */
export function emptyYears(dates: Iterable<string | null>): Years[] {
  const years = new Set<number>()
  for (const date of dates) {
    const time = onTheLine(date)
    if (time !== null) years.add(Math.floor(time))
  }
  const known = [...years].sort((a, b) => a - b)
  return known.flatMap((year, at) => {
    const next = known[at + 1]
    return next !== undefined && next - year - 1 >= longEmpty ? [{ from: year + 2, until: next - 1 }] : []
  })
}

/** Years on pixels; each gap is left out but for `gapWidth` pixels. */
export type Scale = { from: number; until: number; left: number; right: number; gaps: readonly Years[] }

export const gapWidth = 28

/** How many years are drawn before a time, and how many gaps it lies behind; within a gap in parts. */
export function drawnBefore({ from, gaps }: Pick<Scale, 'from' | 'gaps'>, time: number) {
  let years = time - from
  let behind = 0
  for (const gap of gaps) {
    if (time <= gap.from) break
    years -= Math.min(time, gap.until) - gap.from
    behind += Math.min(1, (time - gap.from) / (gap.until - gap.from))
  }
  return { years, behind }
}

export function placeOn(scale: Scale, time: number): number {
  const all = drawnBefore(scale, scale.until)
  const here = drawnBefore(scale, time)
  const pixels = scale.right - scale.left - all.behind * gapWidth
  return scale.left + (all.years > 0 ? (here.years / all.years) * pixels : 0) + here.behind * gapWidth
}

export type Tick = { year: number; x: number; middle: number; isNamed: boolean }

const room = 40
const halfYear = 15
const leastApart = 7

/** A mark where the line of years is broken: the years left out, and where it stands. */
export type Break = Years & { x: number }

export const breaksOf = (scale: Scale): Break[] =>
  scale.gaps.map(({ from, until }) => ({
    from,
    until,
    x: round((placeOn(scale, from) + placeOn(scale, until)) / 2),
  }))

/** One tick at each 1st of January, named as often as the room allows; the first and the last year are always said. */
export function ticksOf(scale: Scale): Tick[] {
  const all = drawnBefore(scale, scale.until)
  const pixels = (scale.right - scale.left - all.behind * gapWidth) / Math.max(1, all.years)
  const isLeftOut = (year: number) => scale.gaps.some(({ from, until }) => year > from && year < until)
  const named = pixels >= room ? 1 : ([2, 5, 10, 20, 50, 100].find((step) => pixels * step >= room) ?? 200)
  const drawn = [1, 5, 10, 20, 50, 100].find((step) => pixels * step >= leastApart) ?? named
  const last = scale.until - 1
  const middleOf = (year: number) =>
    Math.min(scale.right - halfYear, Math.max(scale.left + halfYear - 3, placeOn(scale, year + 0.5)))
  const isApart = (a: number, b: number) => Math.abs(middleOf(a) - middleOf(b)) >= room
  const isNamed = (year: number) => {
    if (scale.gaps.some(({ from }) => year === from)) return false
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
    .filter((year) => !isLeftOut(year))
    .sort((a, b) => a - b)
    .map((year) => ({
      year,
      x: round(placeOn(scale, year)),
      middle: round(middleOf(year)),
      isNamed: isNamed(year),
    }))
}

export const round = (value: number) => Math.round(value * 10) / 10
