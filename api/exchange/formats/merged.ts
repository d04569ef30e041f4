import type { Problem } from '../files/format.ts'
import type { Header, Line } from './headers.ts'
import type { SheetLine } from './sheet.ts'
import { oneSpace } from './words.ts'

/** Cells that are shown as one: places of columns, numbers of rows. */
export type Merged = { left: number; right: number; top: number; bottom: number }

/** What merged cells show stands in each of them; a line that is one merged cell is a title, and emptied. */
export function fillMerged(lines: readonly SheetLine[], merged: readonly Merged[]): Omit<Problem, 'file'>[] {
  const width = Math.max(0, ...lines.slice(0, 1000).map(({ texts }) => texts.length))
  const titles: Omit<Problem, 'file'>[] = []
  for (const { left, right: asked, top, bottom } of merged) {
    const right = Math.min(asked, width - 1)
    const start = placeOfRow(lines, top)
    const text = lines[start]?.row === top ? (lines[start].texts[left] ?? '') : ''
    if (text === '') continue
    for (let at = start; at < lines.length; at++) {
      const line = lines[at]
      if (!line || line.row > bottom) break
      const isAlone = line.texts.every((other, place) => other === '' || (place >= left && place <= right))
      if (top === bottom && right > left && isAlone) {
        line.texts.fill('')
        const rule = 'is a title across the table: it is not read'
        if (at > 0) titles.push({ row: top, value: text, rule, severity: 'note' })
        continue
      }
      while (line.texts.length <= right) line.texts.push('')
      line.texts.fill(text, left, right + 1)
    }
  }
  return titles
}

/** The place of the first line with this number, or of the one after it. */
function placeOfRow(lines: readonly Line[], row: number): number {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.row ?? 0) < row) low = middle + 1
    else high = middle
  }
  return low
}

/** The names of the columns; where merged cells group columns, the line below names them, and the group tells twins apart. */
export function mergedHeader(header: Header, lines: readonly Line[], merged: readonly Merged[]): Header {
  const above = header.row
  const isGroup = merged.some(
    ({ left, right, top, bottom }) => top === above && bottom === above && right > left,
  )
  const below = lines[header.first]
  if (!isGroup || !below) return header
  const names = header.names.map((group, place) => oneSpace(below.texts[place] ?? '') || group)
  return {
    names: names.map((name, place) => {
      const group = header.names[place] ?? ''
      return names.indexOf(name) !== names.lastIndexOf(name) && group !== name
        ? `${group} ${name}`.trim()
        : name
    }),
    row: below.row,
    first: header.first + 1,
  }
}
