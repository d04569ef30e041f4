import type { Shape } from './rects.ts'
import type { Mark } from '../network.ts'

/** How wide a text is in pixels. */
export type Measure = (text: string, size: number, weight: number) => number

export type LabelText = { lines: string[]; width: number; height: number; size: number; weight: number }

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

/** One line, or two that are about as long as each other. */
export function balance(name: string, most: number): string[] {
  const short = shorten(name, most * 2)
  if (short.length <= most) return [short]
  const breaks = [...short.matchAll(/[ …-]/gu)].map((match) => match.index + (match[0] === ' ' ? 0 : 1))
  const middle = short.length / 2
  const best = breaks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]
  if (!best) return [short]
  return [short.slice(0, best).trim(), short.slice(best).trim()]
}

export function labelText(lines: string[], size: number, weight: number, measure: Measure): LabelText {
  const width = Math.max(...lines.map((line) => measure(line, size, weight)))
  return { lines, width, height: lines.length * size * lineHeight, size, weight }
}

/** The widths that a set of marks wants for its names; used before anything has a place. */
export function nameTexts(mark: Mark, shape: Shape, measure: Measure): LabelText[] {
  const wrapped = (most: number, size: number, weight: number) =>
    labelText(balance(mark.name, most), size, weight, measure)
  const single = (most: number, size: number, weight: number) =>
    labelText([shorten(mark.name, most)], size, weight, measure)
  const isTall = shape === 'tall'
  if (mark.isFocus && mark.size > 13) {
    const large = isTall
      ? [wrapped(18, 15, 700), wrapped(12, 15, 700)]
      : [wrapped(26, 17, 700), wrapped(16, 17, 700)]
    return [...large, wrapped(14, 13, 700), single(12, 13, 700)]
  }
  if (mark.isInitiative || mark.isFocus)
    return isTall
      ? [wrapped(17, 12, 600), wrapped(12, 12, 600), single(13, 12, 600)]
      : [wrapped(24, 13, 600), wrapped(16, 13, 600), single(16, 13, 600)]
  const size = isTall ? 11.5 : 12
  return [wrapped(20, size, 400), wrapped(14, size, 400), single(16, size, 400)]
}
