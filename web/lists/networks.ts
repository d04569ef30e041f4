import { t } from '../messages.ts'
import { networkHref } from '../ui/links.ts'
import { addressColumn, countColumn, nameColumn, provenanceColumns } from './columns.ts'
import { ordered, type List } from './list.ts'
import type { NetworkTable } from './query.ts'

export type NetworkRow = NetworkTable['networks'][number] & { order: number }

/** Networks as a list: the columns of its table; there are too few to narrow them by more than their names. */
export function networkList(parts: readonly NetworkTable[]): List<NetworkRow> {
  const networks = parts.flatMap((part) => part.networks)
  // Each is named among them, whoever recorded it.
  const recorders = networks.map(({ id, name, licence }) => ({ network: id, name, licence }))
  return {
    noun: 'networks',
    rows: ordered(networks),
    total: parts[0]?.total ?? 0,
    recorders: [],
    usual: ['name', 'heads', 'members', 'initiatives', 'partners', 'licence'],
    facets: [],
    columns: [
      nameColumn(networkHref),
      {
        key: 'heads',
        label: t('list.column.heads'),
        text: ({ heads }) => heads.join(', '),
        isRecorded: true,
      },
      countColumn('members', t('list.column.members'), ({ members }) => members),
      countColumn('initiatives', t('list.column.recordedInitiatives'), ({ initiatives }) => initiatives),
      countColumn('partners', t('list.column.recordedPartners'), ({ partners }) => partners),
      { key: 'licence', label: t('list.column.licence'), text: ({ licence }) => licence ?? '' },
      addressColumn('website', t('list.column.website'), ({ website }) => website),
      ...provenanceColumns<NetworkRow>(recorders),
    ],
  }
}
