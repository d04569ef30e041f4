import type { Time, When } from './columns.ts'
import type { Entry } from './folds.ts'
import { fitted, type Label, type Measure, type Text, type Voice } from './labels.ts'

export type Placed = {
  entry: Entry
  /** The place in the reading order, and the generation. */
  row: number
  depth: number
  x: number
  y: number
  radius: number
  when: When
  label: Label
  labelX: number
  labelY: number
  /** The label sits on the arm, since there is no room right of the disc. */
  isOnArm: boolean
  voice: Voice
}

/** The radius of the corner between a stem and an arm. */
export const corner = 12
const leastOnArm = 24
const pill = 48
const nothing: Text = { name: '', place: '', under: '' }

const pillOf = (entry: Entry) => (entry.hidden > 0 ? pill : 0)

function voiceOf(entry: Entry): Voice {
  return entry.isGroup || entry.hidden > 0 || entry.member.row.replicatedByCount > 0 ? 'parent' : 'child'
}

function radiusOf(entry: Entry): number {
  const { descendants } = entry.member
  if (entry.isGroup || descendants > 5) return 8.5
  return descendants > 1 ? 7 : 5.4
}

/** How wide a row's words are when nothing is cut. */
export function needOf(entry: Entry, { name, place }: Text, measure: Measure): number {
  return measure(name, voiceOf(entry)) + (place ? measure(place, 'soft') + 7 : 0) + 20 + pillOf(entry)
}

export type Page = {
  width: number
  rowHeight: number
  isNarrow: boolean
  isWritten: boolean
  labelColumn: number | null
  cameFor: string
  measure: Measure
}
type Known = {
  xs: ReadonlyMap<Entry, number>
  times: ReadonlyMap<Entry, Time>
  texts: ReadonlyMap<Entry, Text>
}

/** A disc and a label for each row, from top to bottom; a row with a reason under its name is higher. */
export function marksOf(
  rows: readonly Entry[],
  { xs, times, texts }: Known,
  page: Page,
  top: number,
): { placed: Map<Entry, Placed>; bottom: number } {
  const { rowHeight, isNarrow, isWritten } = page
  const placed = new Map<Entry, Placed>()
  let y = top
  rows.forEach((entry, row) => {
    const text = texts.get(entry) ?? nothing
    const x = xs.get(entry) ?? 0
    const parentX = entry.parent ? (xs.get(entry.parent) ?? 0) : x
    const centre = y + rowHeight / 2
    const radius = radiusOf(entry)
    placed.set(entry, {
      entry,
      row,
      depth: 0,
      x,
      y: centre,
      radius,
      when: times.get(entry)?.when ?? 'unknown',
      ...labelled(entry, text, { x, centre, radius, parentX }, page),
    })
    y += text.under && !isNarrow && isWritten ? rowHeight * 1.55 : rowHeight
  })
  return { placed, bottom: y }
}

type Disc = { x: number; centre: number; radius: number; parentX: number }

/** The label right of its disc, on the arm when only there is room, or in the column of a narrow screen. */
function labelled(
  entry: Entry,
  text: Text,
  { x, centre, radius, parentX }: Disc,
  { width, rowHeight, isNarrow, labelColumn, cameFor, measure }: Page,
): Pick<Placed, 'label' | 'labelX' | 'labelY' | 'isOnArm' | 'voice'> {
  const voice = voiceOf(entry)
  const isCameFor = entry.member.row.id === cameFor && !entry.isGroup
  const labelX = labelColumn ?? x + radius + (isCameFor ? 11 : 6)
  const room = width - labelX - 10 - pillOf(entry)
  if (isNarrow) {
    const name = fitted({ ...text, place: '', under: '' }, room, voice, measure)
    const place = text.place ? fitted({ ...nothing, name: text.place }, room, 'soft', measure).name : ''
    const labelY = place ? centre - 3 : centre + 4.5
    return { label: { ...name, place }, labelX, labelY, isOnArm: false, voice }
  }
  const onArm = x - radius - 6 - parentX - corner - 6
  const isOnArm = rowHeight >= leastOnArm && measure(text.name, voice) > room && onArm > Math.max(room, 80)
  if (!isOnArm)
    return { label: fitted(text, room, voice, measure), labelX, labelY: centre + 4.5, isOnArm, voice }
  const label = fitted(text, onArm, voice, measure)
  return {
    label,
    labelX: x - radius - 6 - label.width,
    labelY: centre - (rowHeight >= 28 ? 8 : 6),
    isOnArm,
    voice,
  }
}
