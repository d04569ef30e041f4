import { Scratch } from '../kept/scratch.ts'

// A sign that no text has a use for.
const cut = '\u001f'

/** The texts of many rows, each row as one text, outside the memory but for the last ones that were read. */
export class RowTexts {
  private readonly scratch = new Scratch()
  private readonly readLately = new Map<number, string>()

  add(texts: readonly string[]): { at: number; size: number } {
    const bytes = Buffer.from(texts.map((text) => text.replaceAll(cut, ' ')).join(cut))
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
 * The cells of a row by column. Rows share the places of their columns, and the cells of a row are one text that is cut
 * when it is read, so that a large table stays small.
 */
export class Cells implements ReadonlyMap<string, string> {
  private readonly at: number
  private readonly length: number

  constructor(
    private readonly places: ReadonlyMap<string, number>,
    private readonly kept: RowTexts,
    texts: readonly string[],
  ) {
    const { at, size } = kept.add(texts)
    this.at = at
    this.length = size
  }

  get size(): number {
    return this.places.size
  }

  has(column: string): boolean {
    return this.places.has(column)
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
    for (const [column, place] of this.places) yield [column, texts[place] ?? '']
    return undefined
  }

  keys(): MapIterator<string> {
    return this.places.keys()
  }

  *values(): MapIterator<string> {
    const texts = this.joined.split(cut)
    for (const place of this.places.values()) yield texts[place] ?? ''
    return undefined
  }

  private get joined(): string {
    return this.length ? this.kept.read(this.at, this.length) : ''
  }

  private textAt(place: number): string {
    const { joined } = this
    let from = 0
    for (let before = 0; before < place; before++) {
      from = joined.indexOf(cut, from) + 1
      if (from === 0) return ''
    }
    const to = joined.indexOf(cut, from)
    return own(joined.slice(from, to === -1 ? undefined : to))
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries()
  }
}
