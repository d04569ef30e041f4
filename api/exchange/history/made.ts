import { Column, counts, Words } from '../kept/column.ts'
import { references } from '../record.ts'
import { vocabulary } from '../vocabulary.ts'
import type { Step } from './steps.ts'

/** What an import made: of each record its kind and how many of the links that were made hang on it. */
export class Made {
  total = 0
  /** Links among what all networks share. */
  readonly inner: Step[] = []
  private readonly ids = new Words()
  private readonly kinds = new Words()
  /** One more than the number of its kind; none for what only links name. */
  private readonly kind = new Column(counts)
  private readonly links = new Column(counts)

  add(step: Step): void {
    const { what, kind, id, start = '', end = '' } = step
    this.total++
    if (what === 'node') {
      this.kind.set(this.ids.numberOf(id), this.kinds.numberOf(kind) + 1)
      return
    }
    if (isWithinShared(kind)) this.inner.push(step)
    for (const each of new Set([start, end])) {
      const place = this.ids.numberOf(each)
      this.links.set(place, this.links.get(place) + 1)
    }
  }

  /** The kind of a record that was made. */
  kindOf(id: string): string | undefined {
    const place = this.ids.known(id)
    const kind = place === undefined ? 0 : this.kind.get(place)
    return kind ? this.kinds.at(kind - 1) : undefined
  }

  linksOf(id: string): number {
    const place = this.ids.known(id)
    return place === undefined ? 0 : this.links.get(place)
  }

  *nodes(): Generator<{ id: string; label: string }> {
    for (let place = 0; place < this.ids.size; place++) {
      const kind = this.kind.get(place)
      if (kind) yield { id: this.ids.at(place), label: this.kinds.at(kind - 1) }
    }
  }
}

/** Whether links of this type only join what all networks share: territories, themes. */
export function isWithinShared(type: string): boolean {
  return (
    vocabulary()
      .links.get(type)
      ?.ends.every(({ start }) => references.has(start)) ?? false
  )
}
