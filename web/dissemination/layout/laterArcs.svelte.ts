import { fetched } from '../../ui/fetched.svelte.ts'
import type { Arc } from './arcs.ts'
import { otherLinks } from './others.ts'
import { mostArcs } from './parts.ts'
import type { Tree } from './tree.ts'

type Showing = {
  tree: Tree
  /** What finds their ways is fetched after the tree is painted. */
  isPainted: boolean
  isMoving: boolean
}

/** The curves of other parents: they follow the tree, and of very many only those of the foremost row. */
export function laterArcs(of: () => Showing, foremostOfMany: () => string | null) {
  const tree = $derived(of().tree)
  const pairs = $derived(otherLinks(tree))
  const areMany = $derived(pairs.length > mostArcs)
  const foremost = $derived(areMany ? foremostOfMany() : null)
  const finding = fetched(
    () => import('./findsArcs.ts'),
    () => of().isPainted && pairs.length > 0,
  )
  const find = $derived(finding.part?.findsArcs(tree))
  let drawn = $state.raw<Arc[]>([])
  $effect(() => {
    const isOf = (id: string | null) => id !== null && id === foremost
    const wanted = areMany ? pairs.filter(({ link }) => isOf(link.child) || isOf(link.parent)) : pairs
    drawn = []
    if (wanted.length === 0) return
    return find?.(
      wanted.slice(0, mostArcs),
      () => of().isMoving,
      (arcs) => (drawn = arcs),
    )
  })
  return {
    get drawn() {
      return drawn
    },
    /** How many there are when they are too many to be drawn at once, else 0. */
    get tooMany() {
      return areMany ? pairs.length : 0
    },
  }
}
