import { overlap } from './rects.ts'
import type { Rect } from './hulls.ts'

type Boxed = { box: Rect }

/** Boxes by the cells they lie in, so that asking what touches a place costs what is near it. */
export class Grid<Item extends Boxed> {
  readonly #cells = new Map<number, Item[]>()
  readonly #cell: number

  constructor(items: Iterable<Item> = [], cell = 64) {
    this.#cell = cell
    for (const item of items) this.add(item)
  }

  add(item: Item): void {
    for (const key of this.#keys(item.box)) {
      const own = this.#cells.get(key)
      if (own) own.push(item)
      else this.#cells.set(key, [item])
    }
  }

  /** All that touch the box, each once. */
  near(box: Rect): Item[] {
    const found = new Set<Item>()
    for (const key of this.#keys(box))
      for (const item of this.#cells.get(key) ?? []) if (overlap(item.box, box)) found.add(item)
    return [...found]
  }

  /** True when something but `but` comes nearer to the box than `distance`. */
  isTaken(box: Rect, distance: number, but: (item: Item) => boolean): boolean {
    const cell = this.#cell
    const right = Math.floor((box.x + box.width + distance) / cell)
    const bottom = Math.floor((box.y + box.height + distance) / cell)
    for (let column = Math.floor((box.x - distance) / cell); column <= right; column += 1)
      for (let row = Math.floor((box.y - distance) / cell); row <= bottom; row += 1)
        for (const item of this.#cells.get(keyOf(column, row)) ?? [])
          if (overlap(item.box, box, distance) && !but(item)) return true
    return false
  }

  #keys({ x, y, width, height }: Rect): number[] {
    const keys: number[] = []
    const cell = this.#cell
    const right = Math.floor((x + width) / cell)
    const bottom = Math.floor((y + height) / cell)
    for (let column = Math.floor(x / cell); column <= right; column += 1)
      for (let row = Math.floor(y / cell); row <= bottom; row += 1) keys.push(keyOf(column, row))
    return keys
  }
}

const keyOf = (column: number, row: number) => column * 1_000_003 + row
