import type { Entry } from '../folds.ts'
import { fitted, inLines, linesIn, type Label, type Measure, type Text, type Voice } from './labels.ts'
import { corner, type Placed } from './marks.ts'

/** Where the words of a row stand: right of its disc, on its arm when only there is room, or in the column of a narrow screen. */
export type Lettering = {
  label: Label
  x: number
  /** The baseline of the name, and how far the last line reaches. */
  y: number
  bottom: number
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
  /** Whether a label that would be cut may take another line. */
  hasLines: boolean
  /** What is written beside a row, and under it. */
  text: (entry: Entry) => Text
}

const leastOnArm = 24
// Of a large disc, and what is left free beside the words.
const edges = 25
// Rows are as high as they must be; where they are not, two lines have room on a narrow screen.
const loose = { all: 4, name: 3 }
const tight = { all: 2, name: 2 }
/** The room that the count of a closed branch takes after its words, on a wide screen and on a narrow one. */
const pillRoom = { wide: 106, narrow: 58 }

const pillOf = (entry: Entry, size: keyof typeof pillRoom = 'wide') => (entry.hidden > 0 ? pillRoom[size] : 0)

function voiceOf(entry: Entry): Voice {
  return entry.isGroup || entry.hidden > 0 || entry.member.row.replicatedByCount > 0 ? 'parent' : 'child'
}

/** How wide a row's words are when nothing is cut. */
export function needOf(entry: Entry, { text, measure }: Pick<Page, 'text' | 'measure'>): number {
  const { name, place } = text(entry)
  return measure(name, voiceOf(entry)) + (place ? measure(place, 'soft') + 7 : 0) + edges + pillOf(entry)
}

/** More than any row's words take, without asking for them: letters are 9 px wide at most on the whole. */
export function needAtMost(entry: Entry): number {
  const { name, territory, territoryWithin } = entry.member.row
  const place = Math.max(territory?.length ?? 0, territoryWithin?.length ?? 0)
  return (entry.isGroup ? 40 : name.length + place) * 9 + 7 + edges + pillOf(entry)
}

/** Where a row's disc is, whatever its height. */
type Across = Pick<Placed, 'entry' | 'x' | 'radius' | 'parentX'>
type Fitted = { label: Label; voice: Voice; left: number; isOnArm: boolean }

/** The words of a row in the room that is right of it, on its arm, or in the column. */
function fit({ entry, x, radius, parentX }: Across, page: Page): Fitted {
  const { width, rowHeight, labelColumn, measure, hasLines } = page
  const text = page.text(entry)
  const voice = voiceOf(entry)
  const isCameFor = entry.member.row.id === page.cameFor && !entry.isGroup
  const left = labelColumn ?? x + radius + (isCameFor ? 11 : 6)
  const room = width - left - 10 - pillOf(entry, labelColumn === null ? 'wide' : 'narrow')
  if (labelColumn !== null) {
    const label = inLines(text, room, voice, measure, hasLines ? loose : tight)
    return { label, voice, left, isOnArm: false }
  }
  const beside = { label: fitted(text, room, voice, measure), voice, left, isOnArm: false }
  if (!beside.label.isCut) return beside
  const armRoom = x - radius - 6 - parentX - corner - 6
  const isLong = rowHeight >= leastOnArm && armRoom > Math.max(room, 80) && measure(text.name, voice) > room
  const over = isLong && fitted(text, armRoom, voice, measure)
  const onArm = over && { label: over, voice, left: x - radius - 6 - over.width, isOnArm: true }
  if (onArm && (!onArm.label.isCut || text.under || !hasLines)) return onArm
  return hasLines && !text.under ? { ...beside, label: inLines(text, room, voice, measure, tight) } : beside
}

/** How many lines of a row's words go below the room that each row has. */
export function linesMore(one: Across, page: Page): number {
  if (!page.hasLines) return 0
  // No letter is measured of what surely fits.
  if (page.labelColumn === null && one.x + needAtMost(one.entry) + 20 < page.width) return 0
  return Math.max(0, linesIn(fit(one, page).label) - (page.labelColumn === null ? 1 : 2))
}

const lineHeight = 14
const underHeight = 16

export function letteringOf(one: Placed, page: Page): Lettering {
  const { x, y, radius } = one
  const { label, voice, left, isOnArm } = fit(one, page)
  const lines = linesIn(label)
  const armY = y - (page.rowHeight >= 28 ? 8 : 6)
  const base = isOnArm ? armY : page.labelColumn !== null && lines > 1 ? y - 3 : y + 4.5
  return {
    label,
    x: left,
    y: base,
    bottom: base + (label.under ? underHeight : (lines - 1) * lineHeight) + 4,
    isOnArm,
    voice,
    end: isOnArm ? x + radius + 2 : left + label.lineWidth,
  }
}
