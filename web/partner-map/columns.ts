import { formatPartialDate, t } from '../messages.ts'
import type { Column } from '../ui/column.ts'
import { kindOf, statusOf } from './filter.ts'
import type { Network } from './network.ts'
import type { MapLink } from './query.ts'

const isAddress = (source: string) => /^https?:\/\//i.test(source) && URL.canParse(source)
const date = (value?: string | null) => (value ? formatPartialDate(value) : '')

/** The links of a map as a table; a name selects what it names. */
export function linkColumns(visible: Network, hrefOf: (id: string) => string): Column<MapLink>[] {
  const marks = new Map(visible.marks.map((mark) => [mark.id, mark]))
  const name = (id: string) => marks.get(id)?.name ?? id
  const partnerKind = (link: MapLink) => {
    const mark = marks.get(link.partner)
    return mark ? t(`partnerKind.${kindOf(mark)}`) : ''
  }
  const status = (link: MapLink) => {
    const mark = marks.get(link.initiative)
    const known = mark ? statusOf(mark) : 'UNKNOWN'
    return known === 'UNKNOWN' ? '' : t(`status.${known}`)
  }
  const place = (id: string) => marks.get(id)?.node.territory ?? ''
  return [
    {
      key: 'partner',
      label: t('map.table.partner'),
      text: (link) => name(link.partner),
      href: (link) => hrefOf(link.partner),
      isRecorded: true,
    },
    { key: 'role', label: t('map.table.role'), text: (link) => t(`role.${link.role}`) },
    {
      key: 'initiative',
      label: t('map.table.initiative'),
      text: (link) => name(link.initiative),
      href: (link) => hrefOf(link.initiative),
      isRecorded: true,
    },
    {
      key: 'since',
      label: t('map.table.since'),
      text: (link) => date(link.since),
      sort: (link) => link.since ?? null,
    },
    {
      key: 'until',
      label: t('map.table.until'),
      text: (link) => date(link.until),
      sort: (link) => link.until ?? null,
    },
    { key: 'kind', label: t('map.table.kind'), text: partnerKind },
    { key: 'basedIn', label: t('map.table.basedIn'), text: (link) => place(link.partner), isRecorded: true },
    { key: 'status', label: t('map.table.status'), text: status },
    {
      key: 'territory',
      label: t('map.table.territory'),
      text: (link) => place(link.initiative),
      isRecorded: true,
    },
    {
      key: 'source',
      label: t('map.table.source'),
      text: ({ source }) => (isAddress(source) ? new URL(source).hostname.replace(/^www\./, '') : source),
      href: ({ source }) => (isAddress(source) ? source : undefined),
    },
  ]
}
