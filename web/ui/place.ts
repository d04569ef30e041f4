import type { EnumOf } from '../graphql.ts'

type Level = EnumOf<'TerritoryLevel'>
type Place = { name: string; level: Level; partOf?: Place[] }

const order: Level[] = ['DISTRICT', 'MUNICIPALITY', 'INTERCOMMUNALITY', 'DEPARTMENT', 'REGION', 'COUNTRY']

/** What lies around a place, from the nearest to the country: « Dieulefit, Drôme, Auvergne-Rhône-Alpes, France ». */
export function placeInWords(place: Place): string {
  const around = new Map<string, Level>()
  const climb = (one: Place) => {
    for (const wider of one.partOf ?? []) {
      // The intercommunality stands beside the department; people do not say it in an address.
      if (wider.level !== 'INTERCOMMUNALITY') around.set(wider.name, wider.level)
      climb(wider)
    }
  }
  climb(place)
  around.delete(place.name)
  const wider = [...around].toSorted(([, a], [, b]) => order.indexOf(a) - order.indexOf(b))
  return [place.name, ...wider.map(([name]) => name)].join(', ')
}
