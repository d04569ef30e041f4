import { Column, counts, places } from './column.ts'
import { Scratch } from './scratch.ts'
import type { Value } from '../record.ts'

type Said = Record<string, Value>

/** How many different ones are remembered at once: neighbours often say the same. */
const several = 2000

/** What each row says, by its place, outside the memory; what many say in a row is kept once. */
export class Sayings {
  private readonly scratch = new Scratch()
  private readonly at = new Column(places)
  private readonly size = new Column(counts)
  private readonly written = new Map<string, { at: number; size: number }>()
  private readonly readLately = new Map<number, Said>()

  set(place: number, said: Said): void {
    const text = JSON.stringify(said)
    const known = this.written.get(text) ?? this.write(text)
    this.at.set(place, known.at)
    this.size.set(place, known.size)
  }

  /** Shared by all that say the same: for reading only. */
  get(place: number): Said {
    const at = this.at.get(place)
    const known = this.readLately.get(at)
    if (known) return known
    const said = JSON.parse(this.scratch.read(at, this.size.get(place)).toString('utf8')) as Said
    if (this.readLately.size >= several) this.readLately.clear()
    this.readLately.set(at, said)
    return said
  }

  private write(text: string): { at: number; size: number } {
    const bytes = Buffer.from(text)
    const place = { at: this.scratch.append(bytes), size: bytes.length }
    if (this.written.size >= several) this.written.clear()
    this.written.set(text, place)
    return place
  }
}
