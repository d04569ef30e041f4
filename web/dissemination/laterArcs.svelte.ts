import { arcOf, costs, otherLinks, type Arc } from './arcs.ts'
import type { Tree } from './tree.ts'

const most = 50

/** The curves of other parents: the tree is shown first, they follow; of very many only those of the foremost row. */
export function laterArcs(tree: () => Tree, foremostOfMany: () => string | null) {
  const pairs = $derived(otherLinks(tree()))
  const foremost = $derived(pairs.length > most ? foremostOfMany() : null)
  let drawn = $state.raw<Arc[]>([])
  $effect(() => {
    const wanted =
      pairs.length > most
        ? pairs.filter(({ link }) => link.child === foremost || link.parent === foremost)
        : pairs
    const shape = tree()
    drawn = []
    if (wanted.length === 0) return
    let isStale = false
    const later = setTimeout(() => {
      const cost = costs(shape)
      const found = wanted.slice(0, most).map((pair) => arcOf(shape, pair, cost))
      if (!isStale) drawn = found
    }, 16)
    return () => {
      isStale = true
      clearTimeout(later)
    }
  })
  return {
    get drawn() {
      return drawn
    },
    /** How many there are when they are too many to be drawn at once, else 0. */
    get tooMany() {
      return pairs.length > most ? pairs.length : 0
    },
  }
}
