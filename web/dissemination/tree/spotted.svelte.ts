import { untrack } from 'svelte'
import { writtenSpot, type Spot } from '../address.ts'
import { Scrolling } from './scrolling.svelte.ts'

/** What scrolls, kept where the address says; a hand that scrolls is told when it rests. */
export function spotted(of: () => { at: Spot | null }, onlook: (spot: Spot) => void): Scrolling {
  let written: string | null = null
  const frame = new Scrolling((isByHand) => {
    const { element } = frame
    const { at } = of()
    if (!element || (!isByHand && !at)) return
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element
    const spot = { left: scrollLeft / scrollWidth, top: scrollTop / scrollHeight }
    const text = writtenSpot(spot)
    if (text === written) return
    written = text
    onlook(spot)
  })
  $effect(() => {
    const { element } = frame
    const { at } = of()
    const text = at && writtenSpot(at)
    if (!element || text === written) return
    written = text
    const { scrollWidth, scrollHeight } = element
    untrack(() => frame.jump({ left: (at?.left ?? 0) * scrollWidth, top: (at?.top ?? 0) * scrollHeight }))
  })
  return frame
}
