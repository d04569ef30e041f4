/** How a cell shows its number: as a day, a month, a year, a time, filled up with zeros, or plainly. */
export type NumberShape = 'day' | 'month' | 'year' | 'time' | { digits: number } | undefined

// What Excel shows as dates and times without spelling out how.
const builtIn = new Map<number, NumberShape>([
  ...[14, 15, 16, 22, 27, 30, 36, 50, 57].map((id) => [id, 'day'] as const),
  ...[17].map((id) => [id, 'month'] as const),
  ...[18, 19, 20, 21, 45, 46, 47].map((id) => [id, 'time'] as const),
])

/** What a format of numbers shows, by its number and its code, such as `dd/mm/yyyy` or `00000`. */
export function shapeOf(id: number, code?: string): NumberShape {
  if (code === undefined) return builtIn.get(id)
  const bare =
    code
      .split(';')[0]
      ?.replace(/am\/pm|a\/p|"[^"]*"|\\.|\[[^\]]*\]|_.|\*./gi, '')
      .toLowerCase() ?? ''
  if (/^0{2,}$/.test(bare)) return { digits: bare.length }
  if (/[#?%]|general|standard|^0|e\+/.test(bare)) return undefined
  // French Excel may write years as aaaa and days as jj.
  if (/d|j/.test(bare)) return 'day'
  if (/[ya]/.test(bare)) return bare.includes('m') ? 'month' : 'year'
  return /[hs]/.test(bare) ? 'time' : undefined
}

/** A number as its cell shows it: no `1.0`, no rounding noise, dates as PartialDate. */
export function numberText(written: string, shape: NumberShape, isFrom1904: boolean): string {
  const number = Number(written)
  if (written.trim() === '' || !Number.isFinite(number)) return written
  if (typeof shape === 'object') return String(Math.round(number)).padStart(shape.digits, '0')
  if (shape === 'time' && number < 1) return timeText(number)
  if (shape !== undefined && number >= 1 && number < 2_958_466) return dateText(number, shape, isFrom1904)
  const plain = Number(number.toPrecision(15))
  return Number.isInteger(plain) ? BigInt(plain).toString() : String(plain)
}

const day = 86_400_000

/** Days since the end of 1899, where Excel counts a 29 February 1900 that never was; or since 1904. */
function dateText(number: number, shape: NumberShape, isFrom1904: boolean): string {
  const whole = Math.floor(number + 1e-9)
  const start = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30)
  const text = new Date(start + whole * day).toISOString().slice(0, 10)
  return shape === 'year' ? text.slice(0, 4) : shape === 'month' ? text.slice(0, 7) : text
}

function timeText(number: number): string {
  return new Date(Math.round(number * 86_400) * 1000).toISOString().slice(11, 16)
}
