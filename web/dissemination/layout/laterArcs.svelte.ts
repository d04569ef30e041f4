import { fetched } from '../../ui/fetched.svelte.ts'
import type { Arc } from './arcs.ts'
import { otherLinks } from './others.ts'
import { mostArcs } from './parts.ts'
import type { Tree } from './tree.ts'

const slice = 10
const pause = 120

type Showing = {
  tree: Tree
  /** What finds their ways is fetched after the tree is painted. */
  isPainted: boolean
  isMoving: boolean
}

/**
 * The curves of other parents: the tree is shown first, they follow a few at a time, and wait while it moves; of very many
 * only those of the foremost row.
 */
export function laterArcs(of: () => Showing, foremostOfMany: () => string | null) {
  const tree = $derived(of().tree)
  const pairs = $derived(otherLinks(tree))
  const ways = fetched(
    () => import('./arcs.ts'),
    () => of().isPainted && pairs.length > 0,
  )
  const arcOn = $derived(ways.part?.arcsOn(tree))
  const foremost = $derived(pairs.length > mostArcs ? foremostOfMany() : null)
  let drawn = $state.raw<Arc[]>([])
  $effect(() => {
    const wanted =
      pairs.length > mostArcs
        ? pairs.filter(({ link }) => link.child === foremost || link.parent === foremost)
        : pairs
    drawn = []
    if (wanted.length === 0 || !arcOn) return
    const way = arcOn
    const waiting = wanted.slice(0, mostArcs).toReversed()
    const found: Arc[] = []
    let later = setTimeout(function find() {
      if (of().isMoving) {
        later = setTimeout(find, pause)
        return
      }
      const until = performance.now() + slice
      for (let pair = waiting.pop(); pair; pair = performance.now() < until ? waiting.pop() : undefined)
        found.push(way(pair))
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
