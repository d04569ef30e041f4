import { partialDate } from '../drawing/dates.ts'
import { levels } from '../drawing/levels.ts'
import { within } from './zoom.ts'

export const panels = ['commons', 'results', 'elements', 'dates', 'beside'] as const
export type Panel = (typeof panels)[number]

/** Everything that the address says of a tree; what is badly written there is as if it were not. */
export type Address = {
  /** Ids of initiatives or links; two are compared. */
  selected: readonly string[]
  without: ReadonlySet<string>
  open: ReadonlySet<string>
  closed: ReadonlySet<string>
  lineage: string | null
  /** The tree as it stood on this date. */
  on: string | null
  /** What changed from this date to `on`, or to today. */
  from: string | null
  commons: string | null
  panel: Panel | null
  isTable: boolean
  /** Long empty years are left out of the axis. */
  breaks: boolean
  zoom: number
  /** How far the tree is scrolled. */
  at: Spot | null
}

/** Parts of the whole width and height that lie before what is in sight, 0 to 1. */
export type Spot = { left: number; top: number }

export function addressOf(query: URLSearchParams): Address {
  const set = (name: string) => new Set(query.getAll(name))
  const date = (name: string) => partialDate(query.get(name) ?? '')
  return {
    selected: [...set('selected')].slice(0, 2),
    without: set('without'),
    open: set('open'),
    closed: set('closed'),
    lineage: query.get('lineage'),
    on: date('on'),
    from: date('from'),
    commons: query.get('commons'),
    panel: panels.find((panel) => panel === query.get('panel')) ?? null,
    isTable: query.get('view') === 'table',
    breaks: query.get('axis') === 'short',
    zoom: within(Number(query.get('zoom') ?? 1)),
    at: spotOf(query.get('at')),
  }
}

function spotOf(text: string | null): Spot | null {
  const [, left, top] = /^(0(?:\.\d{1,4})?),(0(?:\.\d{1,4})?)$/.exec(text ?? '') ?? []
  return left && top ? { left: Number(left), top: Number(top) } : null
}

/** A spot as the address says it; nothing at the start of the tree. */
export function writtenSpot({ left, top }: Spot): string | null {
  const part = (value: number) => Math.min(0.9999, Math.max(0, Math.round(value * 10_000) / 10_000))
  const [across, down] = [part(left), part(top)]
  return across || down ? `${across},${down}` : null
}

/** What is asked of the API: how many at most, which levels, which territory. */
export function narrowingOf(query: URLSearchParams) {
  const first = Math.min(50_000, Math.max(1, Math.floor(Number(query.get('first'))) || 1000))
  const asked = levels.filter((level) => query.getAll('levels').includes(level))
  return { first, levels: asked.length > 0 ? asked : null, territory: query.get('territory') || null }
}
