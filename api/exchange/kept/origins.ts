import { Column, counts, Words } from './column.ts'

/** The row of a file. */
export type RowPlace = { file: string; row: number }

/** Which row said what first. */
export class Origins {
  private readonly files = new Words()
  private readonly file = new Column(counts)
  private readonly row = new Column(counts)

  /** Only the first row is kept. */
  set(place: number, said: RowPlace | undefined): void {
    if (!said || this.file.get(place)) return
    this.file.set(place, this.files.numberOf(said.file) + 1)
    this.row.set(place, said.row)
  }

  get(place: number): RowPlace | undefined {
    const file = this.file.get(place)
    return file ? { file: this.files.at(file - 1), row: this.row.get(place) } : undefined
  }
}
