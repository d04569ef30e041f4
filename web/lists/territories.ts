import type { EnumOf } from '../graphql.ts'
import { t } from '../messages.ts'
import type { Column } from '../ui/column.ts'
import { around } from './around.ts'
import type { Facet } from './facets.ts'

type Level = EnumOf<'TerritoryLevel'>
export type TableTerritory = { code: string; name: string; level: Level; partOf: readonly string[] }
type Placed = { territories: readonly string[] }

const levels: Level[] = ['DISTRICT', 'MUNICIPALITY', 'INTERCOMMUNALITY', 'DEPARTMENT', 'REGION', 'COUNTRY']

/** What lists say of territories: the facet of all that lie around those of a row, and the column of its own. */
export function territoriesOf(territories: readonly TableTerritory[]) {
  const known = new Map(territories.map((territory) => [territory.code, territory]))
  const names = new Map<string, number>()
  for (const { name } of territories) names.set(name, (names.get(name) ?? 0) + 1)

  // The intercommunality stands beside the department; people do not say it in an address.
  const within = (code: string): TableTerritory | undefined =>
    (known.get(code)?.partOf ?? [])
      .flatMap((wider) => known.get(wider) ?? [])
      .filter(({ level }) => level !== 'INTERCOMMUNALITY')
      .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))[0]

  const place = (code: string): string => {
    const name = known.get(code)?.name ?? code
    const wider = within(code)
    const hasAddress = ['DISTRICT', 'MUNICIPALITY'].includes(known.get(code)?.level ?? '')
    return hasAddress && wider && wider.name !== name ? `${name}, ${wider.name}` : name
  }

  // Its level says which one is meant when others are called so too.
  const name = (code: string): string => {
    const territory = known.get(code)
    if (!territory) return code
    const isShared = (names.get(territory.name) ?? 0) > 1
    return isShared ? `${territory.name} (${t(`territoryLevel.${territory.level}`)})` : territory.name
  }

  /** « Die, Drôme », and how many more places there are. */
  const places = ([first, ...others]: readonly string[]): string => {
    if (first === undefined) return ''
    return others.length > 0 ? t('list.places', { place: place(first), count: others.length }) : place(first)
  }

  const all = around(new Map(territories.map(({ code, partOf }) => [code, partOf])))
  return {
    /** All territories that those of a row lie in. */
    facet: <Row extends Placed>(label: string): Facet<Row> => ({
      key: 'territory',
      label,
      of: (row) => all(row.territories),
      name,
      within: (code) => within(code)?.code,
      isAside: (code) => known.get(code)?.level === 'INTERCOMMUNALITY',
      isRecorded: true,
    }),
    column: <Row extends Placed>(): Column<Row> => ({
      key: 'territory',
      label: t('list.column.territory'),
      text: (row) => places(row.territories),
      value: (row) => row.territories.map(name).join(' | '),
      isRecorded: true,
    }),
  }
}
