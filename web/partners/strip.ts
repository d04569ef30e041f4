import { textWidth } from '../drawing/letters.ts'
import { firstDay, lastDay, standing, today } from '../drawing/time.ts'
import { shortened } from '../drawing/wrap.ts'
import { onTheLine, placeOn, round, ticksOf, type Scale, type Tick } from '../drawing/yearLine.ts'
import { roleFamilies, roleFamily, type PartnerRole, type RoleFamily } from '../ui/roles.ts'

/** One role of the partner in one initiative, and its words. */
export type RoleSpan = {
  id: string
  name: string
  /** The role as it is written. */
  said: string
  role: PartnerRole
  since: string | null
  until: string | null
}
/** How sure a bar may look: dated and going on, over, or without a beginning that anybody knows. */
export type Certainty = 'known' | 'past' | 'unknown'
export type Bar = {
  id: string
  family: RoleFamily
  certainty: Certainty
  x1: number
  x2: number
  y: number
  name: string
  said: string
  labelX: number
  labelY: number
}
export type Strip = { width: number; height: number; bars: Bar[]; ticks: Tick[]; left: number; right: number }

export const nameFace = { size: 13, weight: 500 } as const
export const saidFace = { size: 12, weight: 400 } as const
export const yearsHeight = 22
const narrow = 560
const labels = 320
const edge = 8
const gap = 8
const leastYears = 10
const leastBar = 4
const leastSaid = 84

/**
 * The roles of a partner on a line of years, one row for each, by family and beginning; a partial date stands for its
 * whole span. Names stand left of the bars, or above them where there is no room.
 */
export function roleStrip(spans: readonly RoleSpan[], width: number, on: string = today()): Strip {
  const isNarrow = width < narrow
  const rowHeight = isNarrow ? 42 : 26
  const now = Number(on.slice(0, 4))
  const years = spans.flatMap(({ since, until }) => [since, until].flatMap((date) => date?.slice(0, 4) ?? []))
  const from = Math.min(now + 1 - leastYears, ...years.map(Number))
  const left = isNarrow ? edge : labels
  const scale: Scale = {
    from,
    until: Math.max(now, ...years.map(Number)) + 1,
    left,
    right: width - edge,
    gaps: [],
  }
  const bars = inOrder(spans).map((span, row): Bar => {
    const { since, until } = span
    const certainty = standing(span, on) === 'ended' ? 'past' : since ? 'known' : 'unknown'
    const x1 = since ? at(scale, firstDay(since)) : scale.left
    const x2 = at(scale, until ? lastDay(until) : on)
    const top = yearsHeight + row * rowHeight
    const room = isNarrow ? width - edge * 2 : labels - gap * 2
    return {
      id: span.id,
      family: roleFamily(span.role),
      certainty: since ? certainty : 'unknown',
      x1,
      x2: Math.max(x2, x1 + leastBar),
      y: top + (isNarrow ? 30 : rowHeight / 2),
      ...lettered(span, room),
      labelX: isNarrow ? edge : 0,
      labelY: top + (isNarrow ? 19 : rowHeight / 2 + 4.5),
    }
  })
  const height = yearsHeight + bars.length * rowHeight + gap
  return { width, height, bars, ticks: ticksOf(scale), left: scale.left, right: scale.right }
}

const at = (scale: Scale, day: string) => round(placeOn(scale, onTheLine(day) ?? scale.from))

/** The name beside the role; where both don't fit, the name leaves the role at least some room, and both are cut. */
function lettered({ name, said }: RoleSpan, room: number): { name: string; said: string } {
  const role = Math.min(textWidth(said, saidFace), leastSaid)
  const short = shortened(name, room - gap - role, (text) => textWidth(text, nameFace))
  const left = room - gap - textWidth(short, nameFace)
  return { name: short, said: shortened(said, left, (text) => textWidth(text, saidFace)) }
}

const inOrder = (spans: readonly RoleSpan[]) =>
  spans.toSorted(
    (a, b) =>
      roleFamilies.indexOf(roleFamily(a.role)) - roleFamilies.indexOf(roleFamily(b.role)) ||
      (a.since ?? '9999').localeCompare(b.since ?? '9999') ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  )
