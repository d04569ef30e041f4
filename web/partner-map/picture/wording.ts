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
  const short = shortenBetween(name, most)
  if (short !== null) return short
  const half = Math.floor((most - 1) / 2)
  const last = leading(pieces(name).toReversed(), most - 1, (text) => text)
  const end = last.toReversed().join('').trim()
  // A long first word is mostly what a whole family shares: what stands at the end tells it apart.
  if (end.length >= half && leading(pieces(name), half + 2, (text) => text.trimEnd()).length === 0)
    return `…${end}`
  return `${name.slice(0, Math.ceil((most - 1) / 2)).trim()}…${name.slice(name.length - half).trim()}`
}

/** The same without words of its middle, or without what it adds in brackets; null where no word of an end would stay. */
function shortenBetween(name: string, most: number): string | null {
  if (name.length <= most) return name
  const [head = ''] = name.split(' (')
  if (head.length < name.length && head.length < most) return `${head}…`
  const words = pieces(name)
  const start = withoutLittle(
    leading(words, Math.floor((most - 1) / 2) + 2, (text) => text.trimEnd()).join(''),
  )
  const end = leading(words.toReversed(), most - 1 - start.length, (text) => text)
    .toReversed()
    .join('')
    .trim()
  if (start === '' || end === '') return null
  return end.includes(')') && !end.includes('(') ? shortenBetween(head, most) : `${start}…${end}`
}

/** Without the little words at the end that only lead to what is left out. */
export const withoutLittle = (text: string) => text.replace(/(?:[ ,:;·(–-]+\p{L}{1,3}|[ ,:;·(–-]+)*$/u, '')

/** One line of the words it begins with, up to `most` letters, the ellipsis included; null where they tell nothing. */
export function firstWords(name: string, most: number): string | null {
  if (name.length <= most) return name
  const words = withoutLittle(leading(pieces(name), most - 1, (text) => text.trimEnd()).join(''))
  return words.length < fewestTold ? null : `${words}…`
}

const fewestTold = 6
const longWord = 16

/** Words with what follows them; only long ones are parted at their hyphens. */
function pieces(text: string): string[] {
  const words = text.match(/[^ …]+(?:…(?=,)[^ …]*)?(?: ·)?[ …]*|[ …]+/gu) ?? [text]
  return words.flatMap((word): string[] =>
    word.length < longWord ? [word] : (word.match(/-*[^-]+-*/gu) ?? [word]),
  )
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
  const words = pieces(short)
  let lines = words
  for (let few = 2; few <= count; few += 1) {
    lines = fewest(words, few, Math.ceil(short.length / few))
    if (lines.every((line) => line.length <= most)) break
  }
  return lines
}

/** As many lines at most, as short as they can be. */
function fewest(words: readonly string[], count: number, room: number): string[] {
  const lines = filled(words, room)
  return lines.length <= count ? lines : fewest(words, count, room + 1)
}

/** Lines of `room` letters at most; a piece that is longer has one to itself. */
function filled(words: readonly string[], room: number): string[] {
  const lines: string[] = []
  for (const piece of words) {
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
const mostLost = 0.45

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
    ],
    leaf: [
      [20, 2],
      [14, 2],
      [17, 3],
      [23, 3],
      [12, 3],
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
      [18, 3],
    ],
    leaf: [
      [20, 2],
      [14, 2],
      [17, 3],
    ],
  },
}

/** The wordings that a mark accepts for its name, best first; used before anything has a place. */
export function nameTexts(mark: Mark, shape: Shape, measure: Measure): LabelText[] {
  const isCentre = mark.isFocus && mark.size > 13
  const isStrong = mark.isInitiative || mark.isFocus
  const usual = (isStrong ? 13 : 12) - (shape === 'wide' ? 0 : isStrong ? 1 : 0.5)
  const weight = isCentre ? 700 : isStrong || mark.isMember ? 600 : 400
  const texts = new Map<string, LabelText>()
  for (const [most, count, size = usual] of forms[shape][
    isCentre ? 'centre' : isStrong ? 'initiative' : 'leaf'
  ]) {
    const short = shortenBetween(mark.name, most * count)
    const loss = short === null ? 1 : 1 - short.length / mark.name.length
    // A cut that tells nothing is worse than another side, or than no name.
    if (short === null || loss > mostLost) continue
    const lines = balance(short, most, count)
    texts.set(`${size} ${lines.join('|')}`, labelText(lines, size, weight, measure, loss))
  }
  const told = [...texts.values()]
  if (told.length > 0) return told
  const [[most, count, size = usual] = [16, 2]] = forms[shape].leaf
  return [labelText(balance(mark.name, most, count), size, weight, measure, mostLost)]
}
