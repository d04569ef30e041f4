type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** A list of numbers, in as many bytes each as its kind takes. */
export class Column<N extends Numbers> {
  length = 0
  private numbers: N

  constructor(private readonly make: (length: number) => N) {
    this.numbers = make(64)
  }

  get(place: number): number {
    return this.numbers[place] ?? 0
  }

  set(place: number, number: number): void {
    if (place >= this.numbers.length) {
      const wider = this.make(Math.max(place + 1, this.numbers.length * 2))
      wider.set(this.numbers)
      this.numbers = wider
    }
    this.numbers[place] = number
    if (place >= this.length) this.length = place + 1
  }
}

export const bytes = (length: number) => new Uint8Array(length)
export const counts = (length: number) => new Uint32Array(length)
export const places = (length: number) => new Float64Array(length)

/** Texts by number, each once. */
export class Words {
  private readonly numbers = new Map<string, number>()
  private readonly texts: string[] = []

  get size(): number {
    return this.texts.length
  }

  numberOf(text: string): number {
    const known = this.numbers.get(text)
    if (known !== undefined) return known
    this.numbers.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }

  known(text: string): number | undefined {
    return this.numbers.get(text)
  }

  keys(): IterableIterator<string> {
    return this.numbers.keys()
  }

  at(number: number): string {
    return this.texts[number] ?? ''
  }
}
