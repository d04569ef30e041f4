import { arcsOn, type Arc } from './arcs.ts'
import type { Pair } from './others.ts'
import type { Tree } from './tree.ts'

const slice = 10
const pause = 120

/** Finds the ways of arcs of a tree a few at a time, and waits while it moves; gives them all at once. */
export function findsArcs(tree: Tree) {
  const arcOf = arcsOn(tree)
  /** Returns how to stop. */
  return (pairs: readonly Pair[], isMoving: () => boolean, onfound: (arcs: Arc[]) => void): (() => void) => {
    const waiting = pairs.toReversed()
    const found: Arc[] = []
    let later = setTimeout(function find() {
      if (isMoving()) {
        later = setTimeout(find, pause)
        return
      }
      const until = performance.now() + slice
      for (let pair = waiting.pop(); pair; pair = performance.now() < until ? waiting.pop() : undefined)
        found.push(arcOf(pair))
      if (waiting.length > 0) later = setTimeout(find, 4)
      else onfound(found)
    }, 16)
    return () => clearTimeout(later)
  }
}
