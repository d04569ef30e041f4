import { bytes, Column, counts, Words } from './column.ts'
import { Origins } from './origins.ts'
import type { RowPlace } from './origins.ts'
import { Sayings } from './sayings.ts'
import { linkId } from '../record.ts'
import type { LinkRow, Rows } from '../record.ts'

type Named = Pick<LinkRow, 'type' | 'start' | 'end' | 'id'>

/** Links, each once, in the order they came: of each the numbers of its words are in memory, what it says is on the disk. */
export class LinkRows implements Rows<LinkRow> {
  private readonly words = new Words()
  private readonly types = new Words()
  private readonly type = new Column(bytes)
  private readonly start = new Column(counts)
  private readonly end = new Column(counts)
  /** What its id says beside its type and its ends. */
  private readonly rest = new Column(counts)
  private readonly said = new Sayings()
  private readonly origins = new Origins()
  /** Places by their hash, one more than they are; half of it is empty at least. */
  private table = new Uint32Array(1024)

  get length(): number {
    return this.type.length
  }

  has(link: Named): boolean {
    return this.placeOf(link) !== undefined
  }

  get(link: Named): LinkRow | undefined {
    const place = this.placeOf(link)
    return place === undefined ? undefined : this.at(place)
  }

  originOf(link: Named): RowPlace | undefined {
    const place = this.placeOf(link)
    return place === undefined ? undefined : this.origins.get(place)
  }

  /** The rows that said these links first, by their ids; it looks through all links. */
  originsOf(ids: ReadonlySet<string>): Map<string, RowPlace> {
    const found = new Map<string, RowPlace>()
    for (let place = 0; place < this.length; place++) {
      const id = this.idAt(place)
      const origin = ids.has(id) ? this.origins.get(place) : undefined
      if (origin) found.set(id, origin)
    }
    return found
  }

  /** What was said last of a link counts. */
  set(link: LinkRow, origin?: RowPlace): void {
    const place = this.placeOf(link) ?? this.add(link)
    this.said.set(place, link.properties)
    this.origins.set(place, origin)
  }

  *withType(type: string): Generator<LinkRow> {
    const wanted = this.types.known(type)
    for (let place = 0; place < this.length; place++)
      if (this.type.get(place) === wanted) yield this.at(place)
  }

  /** How many there are of each type, in the order in which the types came. */
  counts(): Map<string, number> {
    const counted = new Map<string, number>()
    for (let place = 0; place < this.length; place++) {
      const type = this.types.at(this.type.get(place))
      counted.set(type, (counted.get(type) ?? 0) + 1)
    }
    return counted
  }

  *[Symbol.iterator](): Generator<LinkRow> {
    for (let place = 0; place < this.length; place++) yield this.at(place)
  }

  private at(place: number): LinkRow {
    const type = this.types.at(this.type.get(place))
    const [start, end] = [this.words.at(this.start.get(place)), this.words.at(this.end.get(place))]
    return { type, start, end, id: this.idAt(place), properties: this.said.get(place) }
  }

  private idAt(place: number): string {
    const rest = this.words.at(this.rest.get(place))
    if (rest.startsWith(whole)) return rest.slice(whole.length)
    const [start, end] = [this.words.at(this.start.get(place)), this.words.at(this.end.get(place))]
    return linkId(this.types.at(this.type.get(place)), start, end) + rest
  }

  private add(link: LinkRow): number {
    if (this.length * 2 >= this.table.length) this.widen()
    const place = this.length
    this.type.set(place, this.types.numberOf(link.type))
    this.start.set(place, this.words.numberOf(link.start))
    this.end.set(place, this.words.numberOf(link.end))
    this.rest.set(place, this.words.numberOf(restOf(link)))
    this.table[this.slotOf(place)] = place + 1
    return place
  }

  private placeOf(link: Named): number | undefined {
    const { types, words } = this
    const [type, start] = [types.known(link.type), words.known(link.start)]
    const end = words.known(link.end)
    if (type === undefined || start === undefined || end === undefined) return undefined
    const rest = words.known(restOf(link))
    if (rest === undefined) return undefined
    for (let slot = this.hash(type, start, end, rest); ; slot = (slot + 1) % this.table.length) {
      const place = (this.table[slot] ?? 0) - 1
      if (place < 0) return undefined
      const isSame =
        this.start.get(place) === start &&
        this.end.get(place) === end &&
        this.type.get(place) === type &&
        this.rest.get(place) === rest
      if (isSame) return place
    }
  }

  /** Where in the table a new link goes. */
  private slotOf(place: number): number {
    const { type, start, end, rest } = this
    let slot = this.hash(type.get(place), start.get(place), end.get(place), rest.get(place))
    while (this.table[slot]) slot = (slot + 1) % this.table.length
    return slot
  }

  private widen(): void {
    this.table = new Uint32Array(this.table.length * 2)
    for (let place = 0; place < this.length; place++) this.table[this.slotOf(place)] = place + 1
  }

  private hash(type: number, start: number, end: number, rest: number): number {
    let hash = Math.imul(start, 0x9e3779b1) ^ Math.imul(end + 1, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) ^ Math.imul(type * 1031 + rest + 1, 0x27d4eb2f)
    return ((hash ^ (hash >>> 13)) >>> 0) % this.table.length
  }
}

/** Stands before an id that is not made of the type and the ends of its link. */
const whole = '\0'

function restOf({ type, start, end, id }: Named): string {
  const usual = linkId(type, start, end)
  return id.startsWith(usual) ? id.slice(usual.length) : whole + id
}
