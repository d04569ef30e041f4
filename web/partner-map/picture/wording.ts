import type { Shape } from './rects.ts'
import type { Mark } from '../network.ts'

/** How wide a text is in pixels. */
export type Measure = (text: string, size: number, weight: number) => number

export type LabelText = {
  lines: string[]
  width: number
  height: number
  size: number
  weight: number
  /** The part of the name that it leaves out, 0 to 1. */
  loss: number
}

export const lineHeight = 1.22

/** Up to `most` letters; longer names lose words of their middle, or letters when the words are long. */
export function shorten(name: string, most: number): string {
  if (name.length <= most) return name
  const half = Math.floor((most - 1) / 2)
  const words = name.match(/[^ -]+[ -]*/gu) ?? []
  const start = leading(words, half + 2, (text) => text.trimEnd())
  const end = leading(words.toReversed(), most - 1 - start.join('').trimEnd().length, (text) => text)
  const last = end.toReversed().join('').trim()
  // A long first word is mostly what a whole family shares: what stands at the end tells it apart.
  if (start.length === 0 && last.length >= half) return `…${last}`
  if (start.length === 0 || end.length === 0)
    return `${name.slice(0, Math.ceil((most - 1) / 2)).trim()}…${name.slice(name.length - half).trim()}`
  return `${start.join('').replace(/[ -]+$/u, '')}…${last}`
}

/** The first words that fit; each carries the space or the hyphen after it. */
function leading(words: readonly string[], most: number, measured: (text: string) => string): string[] {
  let text = ''
  const end = words.findIndex((word) => measured((text += word)).length > most)
  return words.slice(0, end < 0 ? words.length : end)
}

/** One line, or up to `count` that are about as long as each other. */
export function balance(name: string, most: number, count = 2): string[] {
  const short = shorten(name, most * count)
  if (short.length <= most) return [short]
  const pieces: string[] = short.match(/[^ …-]+[ …-]*|[ …-]+/gu) ?? [short]
  let lines = pieces
  for (let few = 2; few <= count; few += 1) {
    lines = fewest(pieces, few, Math.ceil(short.length / few))
    if (lines.every((line) => line.length <= most)) break
  }
  return lines
}

/** As many lines at most, as short as they can be. */
function fewest(pieces: readonly string[], count: number, room: number): string[] {
  const lines = filled(pieces, room)
  return lines.length <= count ? lines : fewest(pieces, count, room + 1)
}

/** Lines of `room` letters at most; a piece that is longer has one to itself. */
function filled(pieces: readonly string[], room: number): string[] {
  const lines: string[] = []
  for (const piece of pieces) {
    const longer = `${lines.at(-1) ?? ''}${piece}`
    if (lines.length > 0 && longer.trim().length <= room) lines[lines.length - 1] = longer
    else lines.push(piece)
  }
  return lines.map((line) => line.trim())
}

export function labelText(
  lines: string[],
  size: number,
  weight: number,
  measure: Measure,
  loss = 0,
): LabelText {
  const width = Math.max(...lines.map((line) => measure(line, size, weight)))
  return { lines, width, height: lines.length * size * lineHeight, size, weight, loss }
}

/** More than this part of a name left out tells nothing. */
const mostLost = 0.6

/** Letters a line, and how many lines: as one would like it best first. */
type Form = readonly [most: number, lines: number, size?: number]
const forms: Record<Shape, Record<'centre' | 'initiative' | 'leaf', readonly Form[]>> = {
  wide: {
    centre: [
      [26, 2, 17],
      [16, 2, 17],
      [14, 2, 13],
      [12, 1, 13],
    ],
    initiative: [
      [24, 2],
      [16, 2],
      [18, 3],
      [24, 3],
      [13, 3],
      [16, 1],
    ],
    leaf: [
      [20, 2],
      [14, 2],
      [17, 3],
      [23, 3],
      [12, 3],
      [16, 1],
    ],
  },
  tall: {
    centre: [
      [18, 2, 15],
      [12, 2, 15],
      [14, 2, 13],
      [12, 1, 13],
    ],
    initiative: [
      [17, 2],
      [12, 2],
      [13, 3],
      [13, 1],
    ],
    leaf: [
      [20, 2],
      [14, 2],
      [16, 1],
    ],
  },
}

/** The wordings that a mark accepts for its name, best first; used before anything has a place. */
export function nameTexts(mark: Mark, shape: Shape, measure: Measure): LabelText[] {
  const isCentre = mark.isFocus && mark.size > 13
  const isStrong = mark.isInitiative || mark.isFocus
  const usual = (isStrong ? 13 : 12) - (shape === 'wide' ? 0 : isStrong ? 1 : 0.5)
  const weight = isCentre ? 700 : isStrong ? 600 : 400
  const texts = new Map<string, LabelText>()
  for (const [most, count, size = usual] of forms[shape][
    isCentre ? 'centre' : isStrong ? 'initiative' : 'leaf'
  ]) {
    const lines = balance(mark.name, most, count)
    const key = `${size} ${lines.join('|')}`
    const loss = Math.max(0, 1 - lines.join(' ').length / mark.name.length)
    if (texts.has(key) || (loss > mostLost && texts.size > 0)) continue
    texts.set(key, labelText(lines, size, weight, measure, loss))
  }
  return [...texts.values()]
}
