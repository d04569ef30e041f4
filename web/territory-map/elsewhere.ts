import { listHref, mapHref, treeHref } from '../ui/links.ts'
import type { MapAddress } from './address.ts'

type Narrowed = Pick<MapAddress, 'on' | 'theme' | 'role' | 'replication' | 'by'>

/** The map of partners of a territory, with what it shares with this map: the date and the role. */
export const partnersHref = (code: string, { on, role }: Narrowed) =>
  withQuery(mapHref(code), { on, roles: role })

/** The tree of a family, narrowed to a territory, at this map's date and level. */
export const familyHref = (id: string, code: string, { on, replication }: Narrowed) =>
  withQuery(treeHref(id), { territory: code, on, levels: replication })

/** The list of the initiatives of a territory, as this map narrows them; a list has no date. */
export const initiativesHref = (code: string, { theme, role, replication, by }: Narrowed) =>
  withQuery(listHref('initiatives', { territory: code }), { theme, role, level: replication, recorder: by })

function withQuery(href: string, more: Record<string, string | null>): string {
  const given = Object.entries(more).filter((pair): pair is [string, string] => pair[1] !== null)
  if (given.length === 0) return href
  return `${href}${href.includes('?') ? '&' : '?'}${new URLSearchParams(given)}`
}
