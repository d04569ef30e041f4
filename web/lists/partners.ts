import type { EnumOf } from '../graphql.ts'
import { t } from '../messages.ts'
import { partnerHref } from '../ui/links.ts'
import { capital } from '../ui/capital.ts'
import {
  addressColumn,
  countColumn,
  nameColumn,
  provenanceColumns,
  recorderFacet,
  roleColumn,
  roleFacet,
  singleFacet,
} from './columns.ts'
import { ordered, type List } from './list.ts'
import { joined } from './joined.ts'
import type { PartnerTable } from './query.ts'
import { territoriesOf } from './territories.ts'

export type PartnerRow = PartnerTable['partners'][number] & { order: number }
type Kind = EnumOf<'PartnerKind'>

/** Partners as a list: by what one narrows it, and the columns of its table. */
export function partnerList(parts: readonly PartnerTable[]): List<PartnerRow> {
  const territories = joined(
    parts,
    (part) => part.territories,
    ({ code }) => code,
  )
  const networks = joined(
    parts,
    (part) => part.networks,
    ({ id }) => id,
  )
  const recorders = joined(
    parts,
    (part) => part.recorders,
    ({ network }) => network,
  )
  const places = territoriesOf(territories)
  const networkNames = new Map(networks.map(({ id, name }) => [id, name]))
  const network = (id: string) => networkNames.get(id) ?? id
  const kindName = (value: string) => t(`partnerKind.${value as Kind}`)
  return {
    noun: 'partners',
    rows: ordered(parts.flatMap(({ partners }) => partners)),
    total: parts[0]?.total ?? 0,
    recorders,
    usual: ['name', 'kind', 'territory', 'role', 'initiatives', 'network'],
    facets: [
      singleFacet(
        'kind',
        t('list.facet.kind'),
        ({ kind }) => kind,
        (value) => capital(kindName(value)),
      ),
      roleFacet(),
      {
        key: 'network',
        label: t('list.facet.network'),
        of: (row) => row.networks,
        name: network,
        isRecorded: true,
      },
      places.facet(t('list.facet.basedIn')),
      recorderFacet(recorders),
    ],
    columns: [
      nameColumn(partnerHref),
      { key: 'acronym', label: t('list.column.acronym'), text: ({ acronym }) => acronym ?? '' },
      { key: 'kind', label: t('list.column.kind'), text: ({ kind }) => kindName(kind) },
      places.column(),
      roleColumn(),
      countColumn('initiatives', t('list.column.initiatives'), ({ initiatives }) => initiatives),
      {
        key: 'network',
        label: t('list.column.networks'),
        text: (row) => row.networks.map(network).join(', '),
        isRecorded: true,
      },
      addressColumn('website', t('list.column.website'), ({ website }) => website),
      ...provenanceColumns<PartnerRow>(recorders),
    ],
  }
}
