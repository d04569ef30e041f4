import { formatNumber, formatPartialDate, t } from '../messages.ts'
import type { Column } from '../ui/column.ts'
import type { Recorder } from '../drawing/licence.ts'
import { roleFamilies, rolesOf, type PartnerRole } from '../ui/roles.ts'
import type { Facet } from './facets.ts'
import { unknown, type ListRow } from './list.ts'

/** The column of names, which leads to the sheet of each. */
export const nameColumn = <Row extends ListRow>(href: (id: string) => string): Column<Row> => ({
  key: 'name',
  label: t('list.column.name'),
  text: ({ name }) => name,
  sort: ({ order }) => order,
  value: ({ name }) => name,
  href: ({ id }) => href(id),
  isRecorded: true,
})

export const dateColumn = <Row>(
  key: string,
  label: string,
  of: (row: Row) => string | null,
): Column<Row> => ({
  key,
  label,
  text: (row) => dateText(of(row)),
  sort: of,
  value: of,
})

const dateText = (date: string | null) => (date ? formatPartialDate(date) : '')

export const countColumn = <Row>(key: string, label: string, of: (row: Row) => number): Column<Row> => ({
  key,
  label,
  text: (row) => formatNumber(of(row)),
  sort: of,
  value: of,
  isNumber: true,
})

/** An address of the web, told by its host. */
export const addressColumn = <Row>(
  key: string,
  label: string,
  of: (row: Row) => string | null,
): Column<Row> => ({
  key,
  label,
  text: (row) => hostOf(of(row) ?? ''),
  value: of,
  href: (row) => (isAddress(of(row) ?? '') ? (of(row) ?? undefined) : undefined),
})

const isAddress = (text: string) => /^https?:\/\//i.test(text) && URL.canParse(text)
const hostOf = (text: string) => (isAddress(text) ? new URL(text).hostname.replace(/^www\./, '') : text)

/** Who recorded a row, and on what that rests. */
export function provenanceColumns<Row extends ListRow>(recorders: readonly Recorder[]): Column<Row>[] {
  const names = new Map(recorders.map(({ network, name }) => [network, name]))
  return [
    {
      key: 'recorder',
      label: t('list.column.recorder'),
      text: ({ recordedBy }) => names.get(recordedBy) ?? recordedBy,
      isRecorded: true,
    },
    addressColumn('source', t('list.column.source'), ({ source }) => source),
  ]
}

export function recorderFacet<Row extends ListRow>(recorders: readonly Recorder[]): Facet<Row> {
  const names = new Map(recorders.map(({ network, name }) => [network, name]))
  return {
    key: 'recorder',
    label: t('list.facet.recorder'),
    of: ({ recordedBy }) => [recordedBy],
    name: (value) => names.get(value) ?? value,
    isRecorded: true,
  }
}

const roles = roleFamilies.flatMap(rolesOf)
const roleName = (value: string) => t(`role.${value as PartnerRole}`)

type WithRoles = { roles: readonly string[] }

/** The roles that a row has, those of one family side by side. */
export const roleFacet = <Row extends WithRoles>(): Facet<Row> => ({
  key: 'role',
  label: t('list.facet.role'),
  of: (row) => row.roles,
  name: roleName,
  place: (value) => roles.indexOf(value as PartnerRole),
})

export const roleColumn = <Row extends WithRoles>(): Column<Row> => ({
  key: 'role',
  label: t('list.column.roles'),
  text: (row) => row.roles.map(roleName).join(', '),
})

/** A facet of one value a row, or of none that anybody recorded. */
export const singleFacet = <Row>(
  key: string,
  label: string,
  of: (row: Row) => string | null,
  name: (value: string) => string,
  place?: (value: string) => number,
): Facet<Row> => ({
  key,
  label,
  of: (row) => [of(row) || unknown],
  name: (value) => (value === unknown ? t('list.unknown') : name(value)),
  place: (value) => (value === unknown ? Infinity : (place?.(value) ?? 0)),
})
