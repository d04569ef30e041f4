import { bytes, Column, Words } from './column.ts'
import { Origins } from './origins.ts'
import type { RowPlace } from './origins.ts'
import { Sayings } from './sayings.ts'
import type { NodeRow, Rows } from '../record.ts'

/** Records by id, in the order they came: a hundred thousand take a few megabytes, for what they say is on the disk. */
export class NodeRows implements Rows<NodeRow> {
  private readonly ids = new Words()
  private readonly labels = new Words()
  private readonly label = new Column(bytes)
  private readonly said = new Sayings()
  private readonly origins = new Origins()

  get length(): number {
    return this.ids.size
  }

  has(id: string): boolean {
    return this.ids.known(id) !== undefined
  }

  get(id: string): NodeRow | undefined {
    const place = this.ids.known(id)
    return place === undefined ? undefined : this.at(place)
  }

  labelOf(id: string): string | undefined {
    const place = this.ids.known(id)
    return place === undefined ? undefined : this.labels.at(this.label.get(place))
  }

  /** The row of a file that said it first. */
  originOf(id: string): RowPlace | undefined {
    const place = this.ids.known(id)
    return place === undefined ? undefined : this.origins.get(place)
  }

  /** What was said last of an id counts. */
  set({ id, label, properties }: NodeRow, origin?: RowPlace): void {
    const place = this.ids.numberOf(id)
    this.label.set(place, this.labels.numberOf(label))
    this.said.set(place, properties)
    this.origins.set(place, origin)
  }

  keys(): IterableIterator<string> {
    return this.ids.keys()
  }

  *withLabel(label: string): Generator<NodeRow> {
    const wanted = this.labels.known(label)
    for (let place = 0; place < this.length; place++)
      if (this.label.get(place) === wanted) yield this.at(place)
  }

  count(label: string): number {
    const wanted = this.labels.known(label)
    let count = 0
    for (let place = 0; place < this.length; place++) if (this.label.get(place) === wanted) count++
    return count
  }

  *[Symbol.iterator](): Generator<NodeRow> {
    for (let place = 0; place < this.length; place++) yield this.at(place)
  }

  private at(place: number): NodeRow {
    const [label, id] = [this.labels.at(this.label.get(place)), this.ids.at(place)]
    return { label, id, properties: this.said.get(place) }
  }
}
