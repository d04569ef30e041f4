import { costs } from './arcCosts.ts'
import { arcOf, otherLinks, type Arc } from './arcs.ts'
import { mostArcs } from './parts.ts'
import type { Tree } from './tree.ts'

const slice = 10
const pause = 120

/**
 * The curves of other parents: the tree is shown first, they follow a few at a time, and wait while it moves; of very many
 * only those of the foremost row.
 */
export function laterArcs(tree: () => Tree, foremostOfMany: () => string | null, isMoving: () => boolean) {
  const pairs = $derived(otherLinks(tree()))
  const cost = $derived(costs(tree()))
  const foremost = $derived(pairs.length > mostArcs ? foremostOfMany() : null)
  let drawn = $state.raw<Arc[]>([])
  $effect(() => {
    const wanted =
      pairs.length > mostArcs
        ? pairs.filter(({ link }) => link.child === foremost || link.parent === foremost)
        : pairs
    const shape = tree()
    drawn = []
    if (wanted.length === 0) return
    const priced = cost
    const waiting = wanted.slice(0, mostArcs).toReversed()
    const found: Arc[] = []
    let later = setTimeout(function find() {
      if (isMoving()) {
        later = setTimeout(find, pause)
        return
      }
      const until = performance.now() + slice
      for (let pair = waiting.pop(); pair; pair = performance.now() < until ? waiting.pop() : undefined)
        found.push(arcOf(shape, pair, priced))
      if (waiting.length > 0) later = setTimeout(find, 4)
      else drawn = found
    }, 16)
    return () => clearTimeout(later)
  })
  return {
    get drawn() {
      return drawn
    },
    /** How many there are when they are too many to be drawn at once, else 0. */
    get tooMany() {
      return pairs.length > mostArcs ? pairs.length : 0
    },
  }
}
