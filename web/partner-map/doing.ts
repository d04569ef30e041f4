import { go, route } from '../route.svelte.ts'
import {
  hiding,
  pinning,
  queryWith,
  showing,
  startingFrom,
  unfiltered,
  withoutOpened,
  withOpened,
  withThese,
  type Changes,
} from './acts.ts'
import type { At, MapAddress, Panel } from './address.ts'
import type { Opening } from './network.ts'

/** All that a person can do with a map; each act is an address, so that Back takes it back. */
export function doing(address: () => MapAddress) {
  const href = (changes: Changes, opened?: readonly Opening[]) =>
    `${route.path}?${queryWith(route.query, changes, opened)}`
  const act = (changes: Changes, opened?: readonly Opening[]) => go(href(changes, opened))
  const letGo: Changes = { path: null, way: null, panel: null }
  return {
    act,
    undo: () => history.back(),
    redo: () => history.forward(),
    select: (ids: readonly string[]) => act({ ...letGo, selected: [...ids] }),
    hrefOf: (id: string) => href({ ...letGo, selected: id }),
    // What changes the places shows all of them again.
    open: (id: string) => act({ at: null }, withOpened(address(), id)),
    close: (id: string) => act({ at: null }, withoutOpened(address(), id)),
    /** Shows these by themselves; `unfilter`: some of what is wanted is there, but filtered out. */
    bring: (ids: readonly string[], unfilter: boolean) =>
      act({ at: null, ...(unfilter ? unfiltered : {}) }, withThese(address(), ids)),
    hide: (ids: readonly string[]) => act(hiding(address(), ids)),
    show: (ids: readonly string[]) => act(showing(address(), ids)),
    pin: (places: ReadonlyMap<string, At | null>) => act(pinning(address(), places)),
    /** Shows how two are linked; which of several shortest ways, from 0. */
    explain: (from: string, to: string, way = 0) =>
      act({ path: [from, to], way: way ? String(way) : null, panel: null }),
    closePath: () => act({ path: null, way: null }),
    unfilter: () => act(unfiltered),
    date: (on: string | null, isFollowing: boolean) => go(href({ on }), { replace: isFollowing }),
    restart: (of: readonly string[]) => act(startingFrom(of)),
    /** What is beside the picture and where one looks from are no acts. */
    turnTo: (panel: Panel | null) =>
      go(href({ panel, ...(panel ? { selected: null, path: null, way: null } : {}) }), { replace: true }),
    look: (at: (At & { k: number }) | null) =>
      go(href({ at: at && `${at.x},${at.y},${at.k}` }), { replace: true }),
  }
}
export type Doing = ReturnType<typeof doing>
