import { shortened } from '../../drawing/wrap.ts'
import type { InitiativeRow } from '../query.ts'

export type Voice = 'parent' | 'child' | 'soft'
/** What is written of a row: its name, then its territory, and under them how it ended. */
export type Text = { name: string; place: string; under: string }
/** The width of a text in pixels. */
export type Measure = (text: string, voice: Voice) => number
export type Label = Text & {
  /** What is left of a name that goes on in a second line, before the territory. */
  rest: string
  isCut: boolean
  /** Of the name, or of the rest of it: the territory stands after it. */
  nameWidth: number
  /** Of its widest line of name and territory, and of all of it. */
  lineWidth: number
  width: number
}

const gap = 7
const least = 64
const leastInColumn = 52

/** What the territory adds to the name: nothing it already says, else what lies around. */
export function placeOf(row: InitiativeRow): string {
  if (!row.territory) return ''
  const said = plain(row.name)
  if (!said.includes(plain(row.territory).replace(/ arrondissement$/, ''))) return row.territory
  return row.territoryWithin && !said.includes(plain(row.territoryWithin)) ? row.territoryWithin : ''
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A label in its room: first the territory shrinks, then it goes, then the name loses its middle. */
export function fitted(text: Text, room: number, voice: Voice, measure: Measure): Label {
  const soft = (one: string) => measure(one, 'soft')
  const under = text.under ? ended(text.under, room, soft) : ''
  const name = measure(text.name, voice)
  const place = text.place ? measure(text.place, 'soft') : 0
  const label = (kept: string, nameWidth: number, territory = '', width = nameWidth): Label => ({
    name: kept,
    place: territory,
    rest: '',
    under,
    isCut: kept !== text.name || territory !== text.place || under !== text.under,
    nameWidth,
    lineWidth: width,
    width: Math.max(width, under ? soft(under) : 0),
  })
  if (!text.place && name <= room) return label(text.name, name)
  if (name + gap + place <= room) return label(text.name, name, text.place, name + gap + place)
  const left = room - name - gap
  if (text.place && left >= least) {
    const territory = shortened(text.place, left, soft)
    return label(text.name, name, territory, name + gap + soft(territory))
  }
  if (name <= room) return label(text.name, name)
  const kept = shortened(text.name, room, (one) => measure(one, voice))
  return label(kept, measure(kept, voice))
}

/** A label in a narrow column: the name, which goes on in a second line when it is too long, and the territory under or after it. */
export function inColumn(text: Text, room: number, voice: Voice, measure: Measure): Label {
  const bold = (one: string) => measure(one, voice)
  const soft = (one: string) => measure(one, 'soft')
  const nothing = { rest: '', under: '', isCut: false, nameWidth: 0 }
  if (bold(text.name) <= room) {
    const place = shortened(text.place, room, soft)
    const width = Math.max(bold(text.name), soft(place))
    return { ...nothing, name: text.name, place, lineWidth: width, width }
  }
  const words = text.name.split(' ')
  let first = 1
  while (first < words.length && bold(words.slice(0, first + 1).join(' ')) <= room) first += 1
  const name = shortened(words.slice(0, first).join(' '), room, bold)
  const rest = shortened(words.slice(first).join(' '), room, bold)
  const nameWidth = rest ? bold(rest) : 0
  const left = rest ? room - nameWidth - gap : room
  const place = soft(text.place) <= left || left >= leastInColumn ? shortened(text.place, left, soft) : ''
  const second = rest && place ? nameWidth + gap + soft(place) : nameWidth + soft(place)
  const isCut = place !== text.place || `${name} ${rest}`.trim() !== text.name
  const width = Math.max(bold(name), second)
  return { ...nothing, name, rest, place, isCut, nameWidth, lineWidth: width, width }
}

function ended(text: string, room: number, width: (text: string) => number): string {
  if (width(text) <= room) return text
  let low = 1
  let high = text.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (width(`${text.slice(0, middle).trimEnd()}…`) <= room) low = middle
    else high = middle - 1
  }
  return `${text.slice(0, low).trimEnd()}…`
}

/** About as wide as the system's sans at 12 and 13 px: for where no canvas measures. */
export const roughMeasure: Measure = (text, voice) =>
  text.length * (voice === 'parent' ? 7.3 : voice === 'child' ? 7 : 6.3)
