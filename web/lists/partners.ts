import type { EnumOf } from '../graphql.ts'
import { t } from '../messages.ts'
import { partnerHref } from '../ui/links.ts'
import { roleFamilies, rolesOf, type PartnerRole } from '../ui/roles.ts'
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
import type { PartnerTable } from './query.ts'
import { territoriesOf } from './territories.ts'

export type PartnerRow = PartnerTable['partners'][number] & { order: number }
type Kind = EnumOf<'PartnerKind'>

const roles = roleFamilies.flatMap(rolesOf)

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
  const roleName = (value: string) => t(`role.${value as PartnerRole}`)
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
      {
        key: 'role',
        label: t('list.facet.role'),
        of: (row) => row.roles,
        name: roleName,
        place: (value) => roles.indexOf(value as PartnerRole),
      },
      { key: 'network', label: t('list.facet.network'), of: (row) => row.networks, name: network },
      {
        key: 'territory',
        label: t('list.facet.basedIn'),
        of: (row) => places.around(row.territories),
        name: places.name,
        within: places.within,
        isAside: places.isAside,
      },
      recorderFacet(recorders),
    ],
    columns: [
      nameColumn(partnerHref),
      { key: 'acronym', label: t('list.column.acronym'), text: ({ acronym }) => acronym ?? '' },
      { key: 'kind', label: t('list.column.kind'), text: ({ kind }) => kindName(kind) },
      {
        key: 'territory',
        label: t('list.column.territory'),
        text: (row) => places.places(row.territories),
        value: (row) => row.territories.map(places.name).join(' | '),
        isRecorded: true,
      },
      { key: 'role', label: t('list.column.roles'), text: (row) => row.roles.map(roleName).join(', ') },
      countColumn('initiatives', t('list.column.initiatives'), ({ initiatives }) => initiatives),
      {
        key: 'network',
        label: t('list.column.networks'),
        text: (row) => row.networks.map(network).join(', '),
      },
      addressColumn('website', t('list.column.website'), ({ website }) => website),
      ...provenanceColumns<PartnerRow>(recorders),
    ],
  }
}
