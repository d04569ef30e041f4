import { oneSpace } from './words.ts'

/** A line of a grid: its number, and its texts from the first column on. */
export type Line = { row: number; texts: readonly string[] }
/** What the columns are called, in which row, and the place of the first line of data. */
export type Header = { names: string[]; row: number; first: number }

/** How many lines may stand above the names of the columns. */
export const titles = 20

/** The first line that is not empty. */
export function firstLine(lines: readonly Line[]): Header | undefined {
  return headerAt(
    lines,
    lines.findIndex(({ texts }) => texts.some((text) => text.trim() !== '')),
  )
}

/** The line that has all these columns, or that stands in this row. */
export function namedHeader(
  lines: readonly Line[],
  { has = [], header }: { has?: readonly string[]; header?: number },
): Header | undefined {
  if (header !== undefined)
    return headerAt(
      lines,
      lines.findIndex(({ row }) => row === header),
    )
  const wanted = has.map(oneSpace)
  if (wanted.length === 0) return undefined
  return headerAt(
    lines,
    lines.slice(0, titles).findIndex(({ texts }) => {
      const names = new Set(texts.map(oneSpace))
      return wanted.every((name) => names.has(name))
    }),
  )
}

/** The first line that is about as wide as the table, of words that are all different: titles stand above it. */
export function widestHeader(lines: readonly Line[]): Header | undefined {
  const start = lines.slice(0, titles * 2)
  const width = Math.max(0, ...start.map(({ texts }) => new Set(filled(texts)).size))
  const place = start.slice(0, titles).findIndex(({ texts }) => {
    const words = filled(texts)
    const isOfWords = words.filter((word) => !/^[\d\s.,:/-]+$/.test(word)).length >= words.length * 0.8
    return (
      new Set(words).size >= Math.max(1, width * 0.6) &&
      new Set(words).size >= words.length * 0.6 &&
      isOfWords
    )
  })
  return headerAt(lines, place) ?? firstLine(lines)
}

function headerAt(lines: readonly Line[], place: number): Header | undefined {
  const line = lines[place]
  return line && { names: line.texts.map(oneSpace), row: line.row, first: place + 1 }
}

function filled(texts: readonly string[]): string[] {
  return texts.map(oneSpace).filter((text) => text !== '')
}
