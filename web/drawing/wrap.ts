import { textWidth, type Face } from './letters.ts'

/**
 * A text in lines that are no wider than asked; a word that is wider by itself, such as an address, is cut.
 * The end of a line separates as a « · » does, which then goes.
 */
export function wrapped(text: string, face: Face, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \n]+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word
    if (textWidth(longer, face) <= width) {
      line = longer
      continue
    }
    if (line) lines.push(line.replace(/ ·$/, ''))
    line = word === '·' ? '' : word
    while (textWidth(line, face) > width && line.length > 1) {
      const fits = fitting(line, face, width)
      lines.push(line.slice(0, fits))
      line = line.slice(fits)
    }
  }
  return line ? [...lines, line] : lines
}

function fitting(word: string, face: Face, width: number): number {
  let count = word.length - 1
  while (count > 1 && textWidth(word.slice(0, count), face) > width) count -= 1
  return count
}

/** The largest whole number up to `high` that fits, when all smaller ones do; `low` when none does. */
function largest(low: number, high: number, fits: (count: number) => boolean): number {
  let [least, most] = [low, high]
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (fits(middle)) least = middle
    else most = middle - 1
  }
  return least
}

/** The text with its middle left out between words, as long as a word is left at both ends; else inside one. */
export function shortenedByWords(text: string, room: number, width: (text: string) => number): string {
  if (width(text) <= room) return text
  const words = text.split(' ')
  const cut = (kept: number) => {
    const head = Math.ceil(kept / 2)
    return `${words.slice(0, head).join(' ')} … ${words.slice(words.length - (kept - head)).join(' ')}`
  }
  const fits = (kept: number) => width(cut(kept)) <= room
  if (words.length < 3 || !fits(2)) return shortened(text, room, width)
  return cut(largest(2, words.length - 1, fits))
}

/** The first words of a text, as many as the room holds; letters of the first one when it is wider by itself. */
export function begun(text: string, room: number, width: (text: string) => number): string {
  if (width(text) <= room) return text
  const words = text.split(' ')
  const cut = (kept: number) =>
    `${words
      .slice(0, kept)
      .join(' ')
      .replace(/[\s,;:.]+$/u, '')}…`
  const fits = (kept: number) => width(cut(kept)) <= room
  return fits(1) ? cut(largest(1, words.length - 1, fits)) : shortened(text, room, width)
}

/** The text with its middle left out, as wide as the room at most. */
export function shortened(text: string, room: number, width: (text: string) => number): string {
  if (width(text) <= room) return text
  const letters = [...text]
  const cut = (kept: number) => {
    const head = Math.ceil(kept * 0.55)
    return `${letters.slice(0, head).join('').trimEnd()}…${letters
      .slice(letters.length - (kept - head))
      .join('')
      .trimStart()}`
  }
  return cut(largest(2, letters.length - 1, (kept) => width(cut(kept)) <= room))
}
