/** The cells of a row by column. Rows share the places of their columns, so that a large table stays small. */
export class Cells implements ReadonlyMap<string, string> {
  constructor(
    private readonly places: ReadonlyMap<string, number>,
    private readonly texts: readonly string[],
  ) {}

  get size(): number {
    return this.places.size
  }

  has(column: string): boolean {
    return this.places.has(column)
  }

  get(column: string): string | undefined {
    const place = this.places.get(column)
    return place === undefined ? undefined : (this.texts[place] ?? '')
  }

  forEach(each: (text: string, column: string, map: ReadonlyMap<string, string>) => void): void {
    for (const [column, text] of this) each(text, column, this)
  }

  *entries(): MapIterator<[string, string]> {
    for (const [column, place] of this.places) yield [column, this.texts[place] ?? '']
    return undefined
  }

  keys(): MapIterator<string> {
    return this.places.keys()
  }

  *values(): MapIterator<string> {
    for (const place of this.places.values()) yield this.texts[place] ?? ''
    return undefined
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries()
  }
}
