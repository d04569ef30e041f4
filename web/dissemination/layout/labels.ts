import { begun, shortenedByWords } from '../../drawing/wrap.ts'
import type { InitiativeRow } from '../query.ts'

export type Voice = 'parent' | 'child' | 'soft'
/** What is written of a row: its name, then its territory, and under them how it ended. */
export type Text = { name: string; place: string; under: string }
/** The width of a text in pixels. */
export type Measure = (text: string, voice: Voice) => number
export type Label = Text & {
  /** The lines after the first of a name that is too long for one. */
  rest: readonly string[]
  /** The line of the territory, from 0 on. */
  placeLine: number
  /** How much wider the name is, or the rest of it, that the territory stands after in its line. */
  nameWidth: number
  isCut: boolean
  /** Of its widest line of name and territory, and of all of it. */
  lineWidth: number
  width: number
}

const gap = 7

/** What the territory adds to the name: nothing it already says, else what lies around. */
export function placeOf(row: InitiativeRow): string {
  if (!row.territory) return ''
  const said = plain(row.name)
  // « Paris 20e Arrondissement » says no more than « Paris 20e ».
  const territory = row.territory.replace(/^(\p{L}+ \d+er?) Arrondissement$/u, '$1')
  if (!said.includes(plain(territory))) return territory
  return row.territoryWithin && !said.includes(plain(row.territoryWithin)) ? row.territoryWithin : ''
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A label on one line: first the territory goes, then the name loses its middle. */
export function fitted(text: Text, room: number, voice: Voice, measure: Measure): Label {
  const soft = (one: string) => measure(one, 'soft')
  const under = text.under ? begun(text.under, room, soft) : ''
  const bold = (one: string) => measure(one, voice)
  const name = shortenedByWords(text.name, room, bold)
  const nameWidth = bold(name)
  const whole = text.place ? nameWidth + gap + soft(text.place) : nameWidth
  const place = whole <= room ? text.place : ''
  const lineWidth = place ? whole : nameWidth
  return {
    name,
    rest: [],
    place,
    placeLine: 0,
    under,
    nameWidth,
    isCut: name !== text.name || place !== text.place || under !== text.under,
    lineWidth,
    width: Math.max(lineWidth, under ? soft(under) : 0),
  }
}

/** How many lines a label may take, of them how many its name. */
export type Lines = { all: number; name: number }

/**
 * A label on as many lines as it needs, cut between words only: the territory follows the last of several lines of the name
 * where there is room, else it has a line of its own.
 */
export function inLines(text: Text, room: number, voice: Voice, measure: Measure, most: Lines): Label {
  const bold = (one: string) => measure(one, voice)
  const soft = (one: string) => measure(one, 'soft')
  const [name = '', ...rest] = broken(text.name, room, bold, most.name)
  const last = bold(rest.at(-1) ?? name)
  const after = last + gap + soft(text.place)
  const isAfter = rest.length > 0 && text.place !== '' && after <= room
  const hasPlace = isAfter || rest.length + 2 <= most.all
  const place = hasPlace ? shortenedByWords(text.place, room, soft) : ''
  const width = Math.max(...[name, ...rest].map(bold), isAfter ? after : soft(place))
  return {
    name,
    rest,
    place,
    placeLine: place ? rest.length + (isAfter ? 0 : 1) : 0,
    under: '',
    nameWidth: isAfter ? last : 0,
    isCut: place !== text.place || [name, ...rest].some((line) => line.includes('…')),
    lineWidth: width,
    width,
  }
}

/** A name in lines of whole words, or parts of one before a hyphen; the last is shortened when it holds too much. */
function broken(name: string, room: number, width: (text: string) => number, most: number): string[] {
  const lines: string[] = []
  const parts = name.match(/[^\s-]*-+|[^\s-]+\s*/gu) ?? [name]
  let line = ''
  for (const part of parts) {
    if (line && lines.length < most - 1 && width((line + part).trimEnd()) > room) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += part
  }
  return [...lines, line.trimEnd()].map((one) => shortenedByWords(one, room, width))
}

/** How many lines its name and territory take. */
export const linesIn = ({ rest, placeLine }: Label): number => Math.max(rest.length, placeLine) + 1

/** About as wide as the system's sans at 12 and 13 px: for where no canvas measures. */
export const roughMeasure: Measure = (text, voice) =>
  text.length * (voice === 'parent' ? 7.3 : voice === 'child' ? 7 : 6.3)
