/** How sure a drawing may be of a link at a date: dated and in force, ended, or not dated at all. */
export type Standing = 'inForce' | 'ended' | 'unknown'

/** The last day that a partial date covers: `2014` → `2014-12-31`. As text it sorts. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`
  if (date.length > 7) return date
  const [year, month] = date.split('-').map(Number)
  const days = new Date(Date.UTC(year ?? 0, month ?? 1, 0)).getUTCDate()
  return `${date}-${days}`
}

/** The first day that a partial date covers: `2014` → `2014-01-01`. */
export function firstDay(date: string): string {
  if (date.length === 4) return `${date}-01-01`
  return date.length === 7 ? `${date}-01` : date
}

export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** Each partial date stands for its whole span, so a link ends after the last day of its `until`. */
export function standing(
  { since, until }: { since?: string | null; until?: string | null },
  on: string = today(),
): Standing {
  if (until && lastDay(until) < on) return 'ended'
  return since ? 'inForce' : 'unknown'
}

/** Whether something had begun on a date, each partial date standing for its whole span; what has no date had, and all on no date. */
export const hadBegun = (since: string | null | undefined, on: string | null): boolean =>
  !on || !since || firstDay(since) <= lastDay(on)
