import { t } from '../messages.ts'
import { mapHref } from '../ui/links.ts'
import type { Address } from './address.ts'
import type { Facet } from './facets.ts'
import type { Noun } from './list.ts'

/** What a map may start from, all together. */
const mostStarts = 100
const onMaps: Noun[] = ['initiatives', 'partners', 'networks']

/** `name` is what somebody called where it starts from. */
export type Way = { href: string; label: string; name?: string }

/** The map of what is ticked, or else of all that is listed, where a map can start from that. */
export function wayToMap<Row extends { id: string }>(
  noun: Noun,
  rows: readonly Row[],
  { ticked, chosen, text }: Address,
  facets: readonly Facet<Row>[],
): Way | null {
  if (!onMaps.includes(noun)) return null
  if (ticked.length > 0)
    return { href: mapHref(...ticked), label: t('list.map.ticked', { count: ticked.length }) }
  const [only, ...others] = [...chosen].flatMap(([key, values]) => values.map((value) => ({ key, value })))
  // A territory, a theme or a network is a start itself, however many rows it has.
  if (only && others.length === 0 && !text && ['territory', 'theme', 'network'].includes(only.key)) {
    const facet = facets.find(({ key }) => key === only.key)
    return {
      href: mapHref(only.value),
      label: t('list.map.of'),
      name: facet?.name(only.value) ?? only.value,
    }
  }
  if (rows.length === 0 || rows.length > mostStarts) return null
  return { href: mapHref(...rows.map(({ id }) => id)), label: t('list.map', { count: rows.length }) }
}
