import { setQuery } from '../route.svelte.ts'
import { writtenSpot, type Address, type Spot } from './address.ts'
import { flipped, toggled, type Entry } from './folds.ts'
import { within } from './zoom.ts'

/** All that a person can do with a family; each act is an address. How near one looks, and where, are no acts. */
export function doing(address: () => Address) {
  return {
    /** A second one, by Shift or from the list of the sheet, is compared with the first. */
    select(next: string | null, isMore = false) {
      const first = address().selected[0]
      const isSecond = isMore && next && first && next !== first
      setQuery({ selected: isSecond ? [first, next] : next, panel: null })
    },
    toggle(entry: Entry) {
      const { open, closed } = address()
      setQuery(toggled({ open, closed }, entry))
    },
    hide: (name: string) => setQuery({ without: flipped(address().without, name) }),
    date: (on: string | null, isFollowing: boolean) => setQuery({ on }, { replace: isFollowing }),
    zoom(next: number) {
      const zoom = within(next)
      setQuery({ zoom: zoom === 1 ? null : String(zoom) }, { replace: true })
    },
    look: (spot: Spot) => setQuery({ at: writtenSpot(spot) }, { replace: true }),
  }
}
