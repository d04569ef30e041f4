import type { LegendEntry } from '../drawing/figure.ts'
import type { Shape } from '../drawing/ink.ts'
import { levelStrokes, levels } from '../drawing/levels.ts'
import { t } from '../messages.ts'
import type { Rows } from './family.ts'
import { countsOf } from './kinds.ts'
import { comparedRing } from './picture/inkDiscs.ts'
import { sideLetters } from './picture/inkLabels.ts'
import { modeMark } from './picture/inkLinks.ts'
import type { Side, Thread } from './picture/look.ts'
import type { Level, LinkRow } from './query.ts'

/**
 * A mark of the drawing, explained; `filter` leaves it out of the drawing, where that makes sense; `most` is how many
 * there are at all dates.
 */
export type Mark = LegendEntry & { key: string; filter: string | null; most?: number }
type Mode = NonNullable<LinkRow['mode']>
/** What a legend explains: rows, on screen before any is left out, and what else is drawn on them. */
export type Explained = {
  rows: Rows
  /** The same at all dates, where what has no mark on this one is explained as well. */
  ever?: Rows
  threads: ReadonlyMap<string, Thread> | null
  compared: ReadonlyMap<string, Side> | null
  /** Two dates are compared, not two branches. */
  areDates: boolean
  /** The date that the rows stand at. */
  on?: string | null
}

const [x, y] = [14, 8]
const line = { colour: 'redone', width: 1.6 } as const
const disc = { is: 'disc', x, y, r: 5.4 } as const

/** Every mark that is shown, what it means, and how many there are of it. */
export function legendOf({ rows, ever, threads, compared, areDates, on = null }: Explained): Mark[] {
  const now = new Map(countsOf(rows, on).map(({ name, count }) => [name, count]))
  const all = countsOf(ever ?? rows, ever ? null : on)
  const marks = all.map(({ name, count: most }): Mark => {
    return { key: name, filter: name, count: now.get(name) ?? 0, most, ...filterMark(name) }
  })
  const told = (key: string, count: number, most: number, mark: Pick<Mark, 'text' | 'shapes'>) => {
    if (most > 0) marks.push({ key, filter: null, count, most, ...mark })
  }
  const most = ever ?? rows
  told('notch', changedIn(rows), changedIn(most), { text: t('tree.legend.notch'), shapes: notch })
  marks.push({ key: 'ring', filter: null, text: t('tree.legend.ring'), shapes: ring })
  for (const thread of ['uses', 'enriches', 'lacks'] as const) {
    const mark = { text: t(`tree.legend.${thread}`), shapes: diamonds[thread] }
    told(thread, countIn(rows, threads, thread), countIn(most, threads, thread), mark)
  }
  for (const side of ['first', 'second', 'both'] as const) {
    const text = t(areDates ? `tree.legend.date.${side}` : `tree.legend.branch.${side}`)
    told(side, countIn(rows, compared, side), countIn(most, compared, side), { text, shapes: sideMark(side) })
  }
  return marks
}

const changedIn = ({ links }: Rows) => links.filter(({ adapted, dropped }) => adapted + dropped > 0).length

const countIn = <Value>({ initiatives }: Rows, marks: ReadonlyMap<string, Value> | null, value: Value) =>
  marks ? initiatives.filter(({ id }) => marks.get(id) === value).length : 0

const isLevel = (name: string): name is Level => levels.some((level) => level === name)

function filterMark(name: string): { text: string; shapes: Shape[] } {
  if (isLevel(name)) return { text: t(`level.${name}`), shapes: levelMark(name) }
  if (name === 'ended')
    return {
      text: t('tree.legend.over'),
      shapes: [
        { ...disc, fill: 'paper', stroke: line },
        { is: 'path', d: 'M8.6,2.6L19.4,13.4M19.4,2.6L8.6,13.4', stroke: { colour: 'danger', width: 1.8 } },
      ],
    }
  if (name === 'undated')
    return {
      text: t('tree.legend.unknown'),
      shapes: [{ ...disc, fill: 'paper', hatch: 'ink', stroke: line }],
    }
  if (name === 'others')
    return {
      text: t('tree.legend.other'),
      shapes: [{ is: 'path', d: 'M1,13C8,1 20,1 27,13', stroke: { ...line, dash: [6, 4] } }],
    }
  const mode = name as Mode
  return { text: t(`mode.${mode}`), shapes: [{ ...modeMark(mode, x, y), stroke: { ...line, width: 1.4 } }] }
}

function levelMark(level: Level): Shape[] {
  const stroke = levelStrokes[level]
  return [{ is: 'line', x1: 1, y1: y, x2: 27, y2: y, stroke }]
}

const notch: Shape[] = [
  { is: 'line', x1: 1, y1: y, x2: 27, y2: y, stroke: line },
  { is: 'line', x1: x, y1: y - 5, x2: x, y2: y + 5, stroke: line },
]
const ring: Shape[] = [
  { ...disc, r: 3.6, fill: 'ink' },
  { ...disc, r: 7, stroke: { colour: 'ink', width: 1.5 } },
]

const diamond = (r: number) => `M${x},${y - r}L${x + r},${y}L${x},${y + r}L${x - r},${y}Z`
const thread = { colour: 'relays', width: 1.6 } as const
const diamonds: Record<Thread, Shape[]> = {
  uses: [{ is: 'path', d: diamond(4.4), fill: 'paper', stroke: thread }],
  enriches: [{ is: 'path', d: diamond(5.6), fill: 'relays', stroke: thread }],
  lacks: [{ is: 'path', d: diamond(3.4), fill: 'paper', stroke: { ...thread, width: 1.2 } }],
}

function sideMark(side: Side): Shape[] {
  const letter = { is: 'text', y: 12, lines: [sideLetters[side].at(0) ?? ''], size: 11, weight: 700 } as const
  const face = { colour: 'accent', anchor: 'middle' } as const
  const both = side === 'both' ? [{ ...letter, ...face, lines: ['B'], x: 24 } as const] : []
  return [comparedRing(side, x, y, 6), { ...letter, ...face, x: 4 }, ...both]
}
