import { untrack } from 'svelte'
import { stillness } from '../../drawing/stillness.ts'
import type { Placed } from '../layout/marks.ts'
import type { Spot } from '../address.ts'
import type { Scrolling } from './scrolling.svelte.ts'

export type Seen = {
  /** Where the address says that one looks. */
  at: Spot | null
  /** How far down the first row begins, and what hides rows at the edges of the window. */
  down: number
  above: number
  below: number
}

/**
 * Whoever comes by a link sees what the link looks at, else the row it selects, else the one it is about; later each row
 * that is wanted. Returns what brings a row into sight.
 */
export function arriving(
  frame: Scrolling,
  wanted: (isArrived: boolean) => Placed | undefined,
  seen: () => Seen,
) {
  let isArrived = false
  const bring = ({ y }: Placed, isSudden = stillness()) => {
    const { down, above, below } = seen()
    frame.bring(y + down, { above, below }, isSudden)
  }
  $effect(() => {
    const row = wanted(isArrived)
    if (!row || !frame.element) return
    // Where one looks changes without anything being wanted.
    untrack(() => {
      if (isArrived || !seen().at) bring(row, !isArrived || stillness())
    })
    isArrived = true
  })
  return bring
}
