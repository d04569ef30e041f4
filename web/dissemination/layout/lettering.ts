import type { Entry } from '../folds.ts'
import { fitted, inColumn, type Label, type Measure, type Text, type Voice } from './labels.ts'
import { corner, type Placed } from './marks.ts'

/** Where the words of a row stand: right of its disc, on its arm when only there is room, or in the column of a narrow screen. */
export type Lettering = {
  label: Label
  x: number
  /** The baseline of the name. */
  y: number
  /** The label sits on the arm, since there is no room right of the disc. */
  isOnArm: boolean
  voice: Voice
  /** Where what follows the words begins. */
  end: number
}
export type Page = {
  width: number
  rowHeight: number
  labelColumn: number | null
  cameFor: string
  measure: Measure
  /** What is written beside a row, and under it. */
  text: (entry: Entry) => Text
}

const leastOnArm = 24
/** The room that the count of a closed branch takes after its words, on a wide screen and on a narrow one. */
const pillRoom = { wide: 106, narrow: 58 }

const pillOf = (entry: Entry, size: keyof typeof pillRoom = 'wide') => (entry.hidden > 0 ? pillRoom[size] : 0)

function voiceOf(entry: Entry): Voice {
  return entry.isGroup || entry.hidden > 0 || entry.member.row.replicatedByCount > 0 ? 'parent' : 'child'
}

/** How wide a row's words are when nothing is cut. */
export function needOf(entry: Entry, { text, measure }: Pick<Page, 'text' | 'measure'>): number {
  const { name, place } = text(entry)
  return measure(name, voiceOf(entry)) + (place ? measure(place, 'soft') + 7 : 0) + 20 + pillOf(entry)
}

/** More than any row's words take, without asking for them: letters are 9 px wide at most on the whole. */
export function needAtMost(entry: Entry): number {
  const { name, territory, territoryWithin } = entry.member.row
  const place = Math.max(territory?.length ?? 0, territoryWithin?.length ?? 0)
  return (entry.isGroup ? 40 : name.length + place) * 9 + 27 + pillOf(entry)
}

export function letteringOf(one: Placed, page: Page): Lettering {
  const { entry, x, y, radius } = one
  const { width, rowHeight, labelColumn, measure } = page
  const text = page.text(entry)
  const voice = voiceOf(entry)
  const isCameFor = entry.member.row.id === page.cameFor && !entry.isGroup
  const left = labelColumn ?? x + radius + (isCameFor ? 11 : 6)
  const room = width - left - 10 - pillOf(entry, labelColumn === null ? 'wide' : 'narrow')
  const at = (label: Label, y: number) => ({
    label,
    x: left,
    y,
    isOnArm: false,
    voice,
    end: left + label.lineWidth,
  })
  if (labelColumn !== null) {
    const label = inColumn(text, room, voice, measure)
    return at(label, label.rest || label.place ? y - 3 : y + 4.5)
  }
  const onArm = x - radius - 6 - one.parentX - corner - 6
  const isOnArm = rowHeight >= leastOnArm && onArm > Math.max(room, 80) && measure(text.name, voice) > room
  if (!isOnArm) return at(fitted(text, room, voice, measure), y + 4.5)
  const label = fitted(text, onArm, voice, measure)
  return {
    label,
    x: x - radius - 6 - label.width,
    y: y - (rowHeight >= 28 ? 8 : 6),
    isOnArm,
    voice,
    end: x + radius + 2,
  }
}
