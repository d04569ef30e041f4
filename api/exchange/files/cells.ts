import { Scratch } from '../kept/scratch.ts'

// Signs that no text has a use for: between texts, and where there is none.
const cut = '\u001f'
const none = '\u001e'
const signs = new RegExp(`[${cut}${none}]`, 'g')

/** The texts of many rows, each row as one text, outside the memory but for the last ones that were read. */
export class RowTexts {
  private readonly scratch = new Scratch()
  private readonly readLately = new Map<number, string>()

  add(texts: readonly (string | undefined)[]): { at: number; size: number } {
    const bytes = Buffer.from(Array.from(texts, (text) => text?.replace(signs, ' ') ?? none).join(cut))
    return { at: this.scratch.append(bytes), size: bytes.length }
  }

  read(at: number, size: number): string {
    const known = this.readLately.get(at)
    if (known !== undefined) return known
    const joined = this.scratch.read(at, size).toString('utf8')
    if (this.readLately.size >= several) this.readLately.clear()
    this.readLately.set(at, joined)
    return joined
  }
}

// From so many letters on, V8 keeps a part of a text as a view that holds the whole in memory.
const view = 13

/** The same text, that keeps no other one in memory. */
const own = (text: string) => (text.length < view ? text : Buffer.from(text).toString())

/** A row, those that join it, and their neighbours. */
const several = 50

/**
 * The cells of a row by column, those that it has. Rows share the places of their columns, and the cells of a row are one
 * text that is cut when it is read, so that a large table stays small.
 */
export class Cells implements ReadonlyMap<string, string> {
  private readonly at: number
  private readonly length: number

  constructor(
    private readonly places: ReadonlyMap<string, number>,
    private readonly kept: RowTexts,
    texts: readonly (string | undefined)[],
  ) {
    const { at, size } = kept.add(texts)
    this.at = at
    this.length = size
  }

  get size(): number {
    return [...this.keys()].length
  }

  has(column: string): boolean {
    return this.get(column) !== undefined
  }

  get(column: string): string | undefined {
    const place = this.places.get(column)
    return place === undefined ? undefined : this.textAt(place)
  }

  forEach(each: (text: string, column: string, map: ReadonlyMap<string, string>) => void): void {
    for (const [column, text] of this) each(text, column, this)
  }

  *entries(): MapIterator<[string, string]> {
    const texts = this.joined.split(cut)
    for (const [column, place] of this.places) {
      const text = texts[place]
      if (text !== undefined && text !== none) yield [column, text]
    }
    return undefined
  }

  *keys(): MapIterator<string> {
    for (const [column] of this) yield column
    return undefined
  }

  *values(): MapIterator<string> {
    for (const [, text] of this) yield text
    return undefined
  }

  private get joined(): string {
    return this.length ? this.kept.read(this.at, this.length) : ''
  }

  private textAt(place: number): string | undefined {
    const { joined } = this
    let from = 0
    for (let before = 0; before < place; before++) {
      from = joined.indexOf(cut, from) + 1
      if (from === 0) return undefined
    }
    const to = joined.indexOf(cut, from)
    const text = joined.slice(from, to === -1 ? undefined : to)
    return text === none ? undefined : own(text)
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries()
  }
}
