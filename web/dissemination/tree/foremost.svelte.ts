import { lineageIn, parentsOf } from '../family.ts'
import { laterArcs } from '../layout/laterArcs.svelte.ts'
import type { Tree } from '../layout/tree.ts'
import type { TreeLook } from '../picture/look.ts'
import type { LinkRow } from '../query.ts'

export type Given = Omit<TreeLook, 'arcs' | 'selectedId' | 'selectedLink'> & {
  tree: Tree
  links: readonly LinkRow[]
  /** The id of an initiative or of a link. */
  selected: string | null
  isPainted: boolean
  isMoving: boolean
}

/** What comes to the fore of a tree: what is selected, the lineage of what is pointed at, and the arcs; so how it looks. */
export function foremost(of: () => Given) {
  let pointed = $state<string | null>(null)
  const links = $derived(of().links)
  const selected = $derived(of().selected)
  const link = $derived(links.find(({ id }) => id === selected) ?? null)
  const selectedId = $derived(link?.child ?? selected)
  const parents = $derived(parentsOf(links))
  const lit = $derived(pointed ? lineageIn(parents, [pointed]) : null)
  const arcs = laterArcs(of, () => pointed ?? selectedId)
  const look: TreeLook = $derived.by(() => {
    const { cameFor, on, present, threads, compared } = of()
    const selectedLink = link?.id ?? null
    return { cameFor, arcs: arcs.drawn, selectedId, selectedLink, on, present, threads, compared }
  })
  return {
    point: (id: string | null) => (pointed = id),
    get selectedId() {
      return selectedId
    },
    /** Whoever is pointed at and all it came from; nobody while nothing is. */
    get lit() {
      return lit
    },
    get look() {
      return look
    },
    /** How many arcs there are when they are too many to be drawn at once, else 0. */
    get tooMany() {
      return arcs.tooMany
    },
  }
}
