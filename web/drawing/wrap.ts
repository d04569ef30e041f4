import { textWidth, type Face } from './letters.ts'

/** A text in lines that are no wider than asked; a word that is wider by itself, such as an address, is cut. */
export function wrapped(text: string, face: Face, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \n]+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word
    if (textWidth(longer, face) <= width) {
      line = longer
      continue
    }
    if (line) lines.push(line)
    line = word
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
  let low = 2
  let high = letters.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (width(cut(middle)) <= room) low = middle
    else high = middle - 1
  }
  return cut(low)
}
