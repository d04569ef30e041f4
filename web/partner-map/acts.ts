import type { At, MapAddress } from './address.ts'
import type { Opening } from './network.ts'

/** What an act changes in the address: a name's values, or null to take it away. */
export type Changes = Record<string, string | string[] | null>

/** Opened nodes stay in the order of opening, which the two names alone would not tell. */
const written = (opened: readonly Opening[]): [string, string][] =>
  opened.map(({ id, isAlone }) => [isAlone ? 'with' : 'expanded', id])

/** The query of an address with these changes; what was opened goes where it was, in its order. */
export function queryWith(
  query: URLSearchParams,
  changes: Changes,
  opened?: readonly Opening[],
): URLSearchParams {
  const kept = [...query].filter(
    ([name]) => !Object.hasOwn(changes, name) && !(opened && (name === 'expanded' || name === 'with')),
  )
  const changed = Object.entries(changes).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one): [string, string][] =>
      one === null ? [] : [[name, one]],
    ),
  )
  return new URLSearchParams([...kept, ...(opened ? written(opened) : []), ...changed])
}

export const isOpened = (address: MapAddress, id: string): boolean =>
  address.opened.some((one) => one.id === id && !one.isAlone)

/** What is opened once this one brings its neighbours. */
export const withOpened = (address: MapAddress, id: string): Opening[] =>
  isOpened(address, id) ? [...address.opened] : [...address.opened, { id, isAlone: false }]

/** What is opened once this one takes back what it brought. */
export const withoutOpened = (address: MapAddress, id: string): Opening[] =>
  address.opened.filter((one) => one.id !== id || one.isAlone)

/** What is opened once these have come by themselves. */
export function withThese(address: MapAddress, ids: readonly string[]): Opening[] {
  const there = new Set(address.opened.filter(({ isAlone }) => isAlone).map(({ id }) => id))
  return [...address.opened, ...ids.filter((id) => !there.has(id)).map((id) => ({ id, isAlone: true }))]
}

/** Hides these and lets go of them. */
export const hiding = (address: MapAddress, ids: readonly string[]): Changes => ({
  hidden: [...new Set([...address.hidden, ...ids])],
  selected: address.selected.filter((id) => !ids.includes(id)),
})

export const showing = (address: MapAddress, ids: readonly string[]): Changes => ({
  hidden: address.hidden.filter((id) => !ids.includes(id)),
})

/** Puts marks at places of the map and keeps them there; null frees one. */
export function pinning(address: MapAddress, places: ReadonlyMap<string, At | null>): Changes {
  const pins = new Map(address.pins)
  for (const [id, at] of places) {
    pins.delete(id)
    if (at) pins.set(id, at)
  }
  return { pin: [...pins].map(([id, { x, y }]) => `${Math.round(x)},${Math.round(y)},${id}`) }
}

/** Everything is looked at again: no filter, no date, nothing hidden. */
export const unfiltered: Changes = {
  roles: null,
  standings: null,
  kinds: null,
  statuses: null,
  on: null,
  hidden: null,
}

export const isFiltered = (address: MapAddress): boolean =>
  [address.roles, address.standings, address.kinds, address.statuses, address.on].some(
    (part) => part !== null,
  ) || address.hidden.length > 0

/** A map around other starts keeps how one looks, not what was done to the former one. */
export const startingFrom = (of: readonly string[]): Changes => ({
  of: [...of],
  selected: null,
  path: null,
  way: null,
  at: null,
  panel: null,
})
