import { tick } from 'svelte'
import type { Entry } from '../folds.ts'
import { keyStep, type KeyActs } from './keys.ts'
import { countThere, type TreeLook } from '../picture/look.ts'
import type { Placed } from '../layout/marks.ts'
import type { Tree } from '../layout/tree.ts'

export type Stand = {
  tree: Tree
  byId: ReadonlyMap<string, Placed>
  /** Every row, parents before children. */
  read: readonly Entry[]
  present: TreeLook['present']
  selectedId: string | null
  cameFor: string
  zoom: number
}
type Acts = Pick<KeyActs, 'toggle' | 'zoomTo'> & {
  act: (entry: Entry, isMore: boolean) => void
  bring: (one: Placed, isSudden?: boolean) => void
  focus: (id: string) => void
  /** The keyboard came to a row. */
  oncome: (one: Placed) => void
}

/** The row where the keyboard stands, and what its keys do there. */
export function standing(of: () => Stand, { act, bring, focus, oncome, toggle, zoomTo }: Acts) {
  let at = $state<string | null>(null)
  const tabStop = $derived.by(() => {
    const { read, selectedId, cameFor } = of()
    const first = [at, selectedId, cameFor].find((id) => canStand(id))
    return first ?? read.find(({ id }) => canStand(id))?.id ?? null
  })

  function canStand(id: string | null) {
    const { byId, present } = of()
    const row = id ? byId.get(id) : undefined
    return row !== undefined && countThere(row.entry, present) > 0
  }

  async function stand(id: string | undefined) {
    const row = of().byId.get(id ?? '')
    if (!id || !row) return
    at = id
    bring(row, true)
    await tick()
    focus(id)
  }

  function onkeydown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { tree, byId, present, zoom } = of()
    const row = byId.get(at ?? tabStop ?? '')
    if (!row) return
    const move = keyStep(event.key, row, tree, zoom, {
      isThere: ({ entry }) => countThere(entry, present) > 0,
      stand,
      act: (entry) => act(entry, event.shiftKey),
      toggle,
      zoomTo,
    })
    if (!move) return
    event.preventDefault()
    move()
  }

  function onstand(one: Placed, isByKey: boolean) {
    at = one.entry.id
    if (!isByKey) return
    oncome(one)
    bring(one)
  }

  return {
    get tabStop() {
      return tabStop
    },
    stand,
    onkeydown,
    onstand,
  }
}
