import { locale, t } from '../messages.ts'
import { during } from '../ui/period.ts'
import { neighbours, type Mark, type Network } from './network.ts'
import type { Start } from './query.ts'

/**
 * What a map shows, as a sentence with counts: the initiatives of a partner, the partners of an initiative or a place.
 * Where more than those is drawn, it says how much. Who heads a network without being its member counts among the others.
 */
export function mapTitle(visible: Network, starts: readonly Start[]): string {
  const [start, ...others] = starts
  if (!start) return t('map.title')
  const counts = counted(visible)
  if (others.length > 0)
    return t('map.title.several', {
      names: inOneBreath(starts.map(({ name }) => name)),
      ...counts,
    })
  const first = visible.marks.find(({ id }) => id === start.id)
  if (first) return ofMark(visible, first)
  if (start.kind === 'NETWORK') {
    const members = visible.marks.filter(({ isMember }) => isMember).length
    return t('map.title.network', {
      name: start.name,
      members,
      ...counts,
      partners: counts.partners - members,
    })
  }
  return t(start.kind === 'THEME' ? 'map.title.theme' : 'map.title.territory', {
    name: start.name,
    ...counts,
  })
}

function counted({ marks }: Network) {
  const initiatives = marks.filter((mark) => mark.isInitiative).length
  return { initiatives, partners: marks.length - initiatives }
}

/** « A et B », « A, B et 3 autres ». */
export function inOneBreath(names: readonly string[]): string {
  if (names.length <= 2) return new Intl.ListFormat(locale()).format(names)
  return t('map.title.more', { names: names.slice(0, 2).join(', '), count: names.length - 2 })
}

function ofMark(whole: Network, mark: Mark): string {
  const direct = neighbours(whole, mark.id)
  const beyond = new Set(
    whole.ties.flatMap(({ partner, initiative }) =>
      direct.has(partner) ? initiative : direct.has(initiative) ? partner : [],
    ),
  )
  beyond.delete(mark.id)
  if (1 + direct.size + beyond.size < whole.marks.length)
    return t('map.title.around', { name: mark.name, ...counted(whole) })
  if (mark.isInitiative)
    return t('map.title.initiative', {
      name: mark.name,
      partners: direct.size,
      initiatives: beyond.size,
    })
  const isCarried = mark.families.some((family) => family === 'carries' || family === 'supports')
  const key = isCarried && direct.size ? 'map.title.carries' : 'map.title.partner'
  return t(key, { name: mark.name, initiatives: direct.size, partners: beyond.size })
}

/** A line that says what is shown of what there is. */
export function noteOf(visible: Network, on: string | null): string {
  return t('map.dates', {
    links: visible.ties.reduce((sum, tie) => sum + tie.links.length, 0),
    marks: visible.marks.length,
    when: on ? during(on) : 'all',
    isAll: on ? 'no' : 'yes',
  })
}
