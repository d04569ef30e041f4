import type { EnumOf } from '../graphql.ts'

type Level = EnumOf<'TerritoryLevel'>
type Place = { name: string; level: Level; partOf?: Place[] }
type CodedPlace = { code: string; name: string; level: Level; partOf?: CodedPlace[] }

const order: Level[] = ['DISTRICT', 'MUNICIPALITY', 'INTERCOMMUNALITY', 'DEPARTMENT', 'REGION', 'COUNTRY']

/** The wider places that hold a place, each once, from the nearest to the country. */
export const around = (place: CodedPlace): CodedPlace[] => wider(place)

function wider<One extends { partOf?: One[] } & Place>(place: One): One[] {
  const found = new Map<string, One>()
  const climb = (one: One) => {
    for (const next of one.partOf ?? []) {
      found.set(`${next.level} ${next.name}`, next)
      climb(next)
    }
  }
  climb(place)
  return [...found.values()].toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
}

/** The place to say beside a name, if any: « Accorderie de Paris 19e » needs no « Paris 19e Arrondissement ». */
export const besideName = (name: string, place: string | null | undefined): string | null =>
  place && !name.includes(place.replace(/ Arrondissement$/, '')) ? place : null

/** What lies around a place, from the nearest to the country: « Dieulefit, Drôme, Auvergne-Rhône-Alpes, France ». */
export function placeInWords(place: Place): string {
  // The intercommunality stands beside the department; people do not say it in an address.
  const names = wider(place).flatMap(({ name, level }) =>
    level === 'INTERCOMMUNALITY' || name === place.name ? [] : [name],
  )
  return [place.name, ...new Set(names)].join(', ')
}
