import { levels } from '../drawing/levels.ts'
import type { EnumOf } from '../graphql.ts'
import { t } from '../messages.ts'
import { initiativeHref } from '../ui/links.ts'
import { around } from './around.ts'
import { capital } from '../ui/capital.ts'
import {
  countColumn,
  dateColumn,
  nameColumn,
  provenanceColumns,
  recorderFacet,
  roleColumn,
  roleFacet,
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
  return {
    noun: 'initiatives',
    rows: ordered(parts.flatMap(({ initiatives }) => initiatives)),
    total: parts[0]?.total ?? 0,
    recorders,
    usual: ['name', 'territory', 'status', 'startedOn', 'carrier', 'partners', 'replicatedBy'],
    facets: [
      places.facet(t('list.facet.territory')),
      {
        key: 'theme',
        label: t('list.facet.theme'),
        of: (row) => themesAround(row.themes),
        name: theme,
        within: (id) => broader.get(id)?.[0],
        isRecorded: true,
      },
      singleFacet(
        'status',
        t('list.facet.status'),
        ({ status }) => status,
        (value) => capital(statusName(value)),
        (value) => statuses.indexOf(value as Status),
      ),
      roleFacet(),
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
      places.column(),
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
      roleColumn(),
      ...provenanceColumns<InitiativeRow>(recorders),
    ],
  }
}
