import { levels } from '../drawing/levels.ts'
import type { EnumOf } from '../graphql.ts'
import { t } from '../messages.ts'
import { initiativeHref } from '../ui/links.ts'
import { roleFamilies, rolesOf, type PartnerRole } from '../ui/roles.ts'
import { around } from './around.ts'
import { capital } from '../ui/capital.ts'
import {
  countColumn,
  dateColumn,
  nameColumn,
  provenanceColumns,
  recorderFacet,
  singleFacet,
} from './columns.ts'
import { ordered, type List } from './list.ts'
import { joined } from './joined.ts'
import type { InitiativeTable } from './query.ts'
import { territoriesOf } from './territories.ts'

export type InitiativeRow = InitiativeTable['initiatives'][number] & { order: number }
type Status = EnumOf<'InitiativeStatus'>
type Level = EnumOf<'ReplicationLevel'>

const statuses: Status[] = ['IDEA', 'EMERGING', 'RUNNING', 'CONSOLIDATING', 'SPREADING', 'ENDED', 'ABANDONED']
const roles = roleFamilies.flatMap(rolesOf)

const decadeOf = (date: string | null) => (date ? `${date.slice(0, 3)}0` : null)

/** Initiatives as a list: by what one narrows it, and the columns of its table. */
export function initiativeList(parts: readonly InitiativeTable[]): List<InitiativeRow> {
  const territories = joined(
    parts,
    (part) => part.territories,
    ({ code }) => code,
  )
  const themes = joined(
    parts,
    (part) => part.themes,
    ({ id }) => id,
  )
  const recorders = joined(
    parts,
    (part) => part.recorders,
    ({ network }) => network,
  )
  const places = territoriesOf(territories)
  const themeNames = new Map(themes.map(({ id, name }) => [id, name]))
  const broader = new Map(themes.map((theme) => [theme.id, theme.broader]))
  const themesAround = around(broader)
  const theme = (id: string) => themeNames.get(id) ?? id
  const statusName = (value: string) => t(`status.${value as Status}`)
  const levelName = (value: string) => t(`list.level.${value as Level}`)
  const roleName = (value: string) => t(`role.${value as PartnerRole}`)
  return {
    noun: 'initiatives',
    rows: ordered(parts.flatMap(({ initiatives }) => initiatives)),
    total: parts[0]?.total ?? 0,
    recorders,
    usual: ['name', 'territory', 'status', 'startedOn', 'carrier', 'partners', 'replicatedBy'],
    facets: [
      {
        key: 'territory',
        label: t('list.facet.territory'),
        of: (row) => places.around(row.territories),
        name: places.name,
        within: places.within,
        isAside: places.isAside,
      },
      {
        key: 'theme',
        label: t('list.facet.theme'),
        of: (row) => themesAround(row.themes),
        name: theme,
        within: (id) => broader.get(id)?.[0],
      },
      singleFacet(
        'status',
        t('list.facet.status'),
        ({ status }) => status,
        (value) => capital(statusName(value)),
        (value) => statuses.indexOf(value as Status),
      ),
      {
        key: 'role',
        label: t('list.facet.role'),
        of: (row) => row.roles,
        name: roleName,
        place: (value) => roles.indexOf(value as PartnerRole),
      },
      {
        key: 'level',
        label: t('list.facet.level'),
        of: ({ levels: taken }) => (taken.length > 0 ? taken : ['FIRST']),
        name: (value) => (value === 'FIRST' ? t('list.level.FIRST') : levelName(value)),
        place: (value) => levels.indexOf(value as Level),
      },
      singleFacet(
        'years',
        t('list.facet.years'),
        ({ startedOn }) => decadeOf(startedOn),
        (value) => t('list.decade', { from: value, to: String(Number(value) + 9) }),
        (value) => -Number(value),
      ),
      recorderFacet(recorders),
    ],
    columns: [
      nameColumn(initiativeHref),
      {
        key: 'territory',
        label: t('list.column.territory'),
        text: (row) => places.places(row.territories),
        value: (row) => row.territories.map(places.name).join(' | '),
        isRecorded: true,
      },
      {
        key: 'status',
        label: t('list.column.status'),
        text: ({ status }) => (status ? statusName(status) : ''),
        sort: ({ status }) => (status ? statuses.indexOf(status) : null),
      },
      dateColumn('startedOn', t('list.column.startedOn'), ({ startedOn }) => startedOn),
      dateColumn('endedOn', t('list.column.endedOn'), ({ endedOn }) => endedOn),
      {
        key: 'carrier',
        label: t('list.column.carrier'),
        text: ({ carrier }) => carrier ?? '',
        isRecorded: true,
      },
      countColumn('partners', t('list.column.partners'), ({ partners }) => partners),
      countColumn('replicatedBy', t('list.column.replicatedBy'), ({ replicatedBy }) => replicatedBy),
      {
        key: 'theme',
        label: t('list.column.themes'),
        text: (row) => row.themes.map(theme).join(', '),
        isRecorded: true,
      },
      { key: 'level', label: t('list.column.level'), text: (row) => row.levels.map(levelName).join(', ') },
      { key: 'role', label: t('list.column.roles'), text: (row) => row.roles.map(roleName).join(', ') },
      ...provenanceColumns<InitiativeRow>(recorders),
    ],
  }
}
