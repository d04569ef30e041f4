import { locale, t } from '../messages.ts'
import { neighbours, type Network } from './network.ts'

/** What a map shows, as a sentence with counts: the initiatives of a partner, the partners of an initiative. */
export function mapTitle(whole: Network, of: readonly string[]): string {
  const focuses = whole.marks.filter((mark) => mark.isFocus)
  const starts = focuses.length ? focuses : whole.marks.filter((mark) => mark.node.depth === 0)
  const [first] = starts
  if (!first) return t('map.title')
  const direct = neighbours(whole, first.id)
  const beyond = new Set([...direct].flatMap((id) => [...neighbours(whole, id)]))
  beyond.delete(first.id)
  if (starts.length === 1 && of.length === 1 && first.isInitiative)
    return t('map.title.initiative', { name: first.name, partners: direct.size, initiatives: beyond.size })
  if (starts.length === 1 && of.length === 1) {
    const isCarried = first.families.some((family) => family === 'carries' || family === 'supports')
    const key = isCarried && direct.size ? 'map.title.carries' : 'map.title.partner'
    return t(key, { name: first.name, initiatives: direct.size, partners: beyond.size })
  }
  const named = starts.slice(0, 2).map(({ name }) => name)
  const isMore = starts.length > 2
  const names = isMore ? named.join(', ') : new Intl.ListFormat(locale()).format(named)
  return t('map.title.several', {
    names: isMore ? t('map.title.more', { names, count: starts.length - 2 }) : names,
    initiatives: whole.marks.filter((mark) => mark.isInitiative).length,
    partners: whole.marks.filter((mark) => !mark.isInitiative).length,
  })
}
