import type { EnumOf } from '../graphql.ts'
import { t } from '../messages.ts'
import { around } from './around.ts'

type Level = EnumOf<'TerritoryLevel'>
export type TableTerritory = { code: string; name: string; level: Level; partOf: readonly string[] }

const levels: Level[] = ['DISTRICT', 'MUNICIPALITY', 'INTERCOMMUNALITY', 'DEPARTMENT', 'REGION', 'COUNTRY']

/** What lists say of territories: what lies around some, and how each is called. */
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

  return {
    around: around(new Map(territories.map(({ code, partOf }) => [code, partOf]))),
    within: (code: string) => within(code)?.code,
    isAside: (code: string) => known.get(code)?.level === 'INTERCOMMUNALITY',
    /** Its name; with its level when others are called so too. */
    name: (code: string) => {
      const territory = known.get(code)
      if (!territory) return code
      const isShared = (names.get(territory.name) ?? 0) > 1
      return isShared ? `${territory.name} (${t(`territoryLevel.${territory.level}`)})` : territory.name
    },
    /** « Die, Drôme », and how many more places there are. */
    places: ([first, ...others]: readonly string[]): string => {
      if (first === undefined) return ''
      return others.length > 0
        ? t('list.places', { place: place(first), count: others.length })
        : place(first)
    },
  }
}
