import type { EnumOf } from '../graphql.ts'
import { t } from '../messages.ts'
import { commonsHref } from '../ui/links.ts'
import { capital } from '../ui/capital.ts'
import {
  addressColumn,
  countColumn,
  nameColumn,
  provenanceColumns,
  recorderFacet,
  singleFacet,
} from './columns.ts'
import { ordered, type List } from './list.ts'
import { joined } from './joined.ts'
import type { CommonsTable } from './query.ts'

export type CommonsRow = CommonsTable['commons'][number] & { order: number }
type Kind = EnumOf<'CommonsKind'>

/** Shared resources as a list: by what one narrows it, and the columns of its table. */
export function commonsList(parts: readonly CommonsTable[]): List<CommonsRow> {
  const recorders = joined(
    parts,
    (part) => part.recorders,
    ({ network }) => network,
  )
  const kindName = (value: string) => t(`commonsKind.${value as Kind}`)
  return {
    noun: 'commons',
    rows: ordered(parts.flatMap(({ commons }) => commons)),
    total: parts[0]?.total ?? 0,
    recorders,
    usual: ['name', 'kind', 'licence', 'usedBy', 'enrichedBy', 'stewards'],
    facets: [
      singleFacet(
        'kind',
        t('list.facet.kind'),
        ({ kind }) => kind,
        (value) => capital(kindName(value)),
      ),
      singleFacet(
        'licence',
        t('list.facet.licence'),
        ({ licence }) => licence,
        (value) => value,
      ),
      recorderFacet(recorders),
    ],
    columns: [
      nameColumn(commonsHref),
      { key: 'kind', label: t('list.column.kind'), text: ({ kind }) => kindName(kind) },
      { key: 'licence', label: t('list.column.licence'), text: ({ licence }) => licence ?? '' },
      countColumn('usedBy', t('list.column.usedBy'), ({ usedBy }) => usedBy),
      countColumn('enrichedBy', t('list.column.enrichedBy'), ({ enrichedBy }) => enrichedBy),
      {
        key: 'stewards',
        label: t('list.column.stewards'),
        text: ({ stewards }) => stewards.join(', '),
        isRecorded: true,
      },
      addressColumn('url', t('list.column.url'), ({ url }) => url),
      ...provenanceColumns<CommonsRow>(recorders),
    ],
  }
}
