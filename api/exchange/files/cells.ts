// A sign that no text has a use for.
const cut = '\u001f'

/**
 * The cells of a row by column. Rows share the places of their columns, and the cells of a row are one text that is cut
 * when it is read, so that a large table stays small.
 */
export class Cells implements ReadonlyMap<string, string> {
  private readonly joined: string

  constructor(
    private readonly places: ReadonlyMap<string, number>,
    texts: readonly string[],
  ) {
    this.joined = texts.map((text) => text.replaceAll(cut, ' ')).join(cut)
  }

  get size(): number {
    return this.places.size
  }

  has(column: string): boolean {
    return this.places.has(column)
  }

  get(column: string): string | undefined {
    const place = this.places.get(column)
    return place === undefined ? undefined : this.at(place)
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

  private at(place: number): string {
    let from = 0
    for (let before = 0; before < place; before++) {
      from = this.joined.indexOf(cut, from) + 1
      if (from === 0) return ''
    }
    const to = this.joined.indexOf(cut, from)
    return this.joined.slice(from, to === -1 ? undefined : to)
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries()
  }
}
