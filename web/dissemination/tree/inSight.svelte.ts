import { drawnPart, steady, tiling, type Part } from '../layout/parts.ts'
import type { Scrolling } from './scrolling.svelte.ts'
import type { Tree } from '../layout/tree.ts'

export type Looking = {
  tree: Tree
  /** Of the window onto the tree, and how high the tree is drawn at least. */
  width: number
  height: number
  free: number
  /** At first only what is in sight, to be quick; what takes the pointer and the focus follows. */
  isPainted: boolean
}

/** What of a tree is painted and what can be touched: by how far it is scrolled. */
export function inSight(frame: Scrolling, of: () => Looking) {
  const seen = (): Looking & { whole: { width: number; height: number } } => {
    const given = of()
    return { ...given, whole: { width: given.tree.width, height: Math.max(given.tree.height, given.free) } }
  }
  const partAt = ({ left, top }: Scrolling['at']): Part => {
    const { tree, width, height, isPainted, whole } = seen()
    if (!isPainted) return { left, right: left + width, top, bottom: Math.min(whole.height, top + height) }
    return drawnPart(tree.placed.length, whole, { left, top, width, height })
  }
  const part = $derived.by(steady(() => partAt(frame.at)))
  // Rows that can be touched wait until the hand rests: nobody can meet them before.
  const near = $derived.by(steady(() => partAt(frame.rest)))
  const cut = tiling()
  const tiles = $derived.by(() => {
    const { whole, width, height } = seen()
    return cut(part, whole, { width, height })
  })
  const height = $derived(seen().whole.height)
  return {
    get tiles() {
      return tiles
    },
    get near() {
      return near
    },
    /** Of all that can be scrolled to. */
    get height() {
      return height
    },
  }
}
