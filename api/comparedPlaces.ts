type Level = 'INSPIRED' | 'REDONE' | 'SCALED'
export type Treatment = 'KEPT' | 'ADAPTED' | 'DROPPED' | 'ADDED'

/** A row of `Query.compareReplications.cypher`, in the order of columns. */
export type Place = {
  total: number
  id: string
  name: string
  generation: number
  source: string
  /** Parent, level, mode, since, note, source; the first taken up first. */
  links: [string, Level, string | null, string | null, string | null, string][]
  /** Id, name, core, source of its belonging. */
  elements: [string, string, boolean, string][]
  /** Element, what was done, driver, note, source. */
  changes: [string, Exclude<Treatment, 'ADDED'>, string | null, string | null, string][]
  /** Id, indicator, unit, value, period, method, source. */
  results: [string, string, string, number, string | null, string | null, string][]
}

const levels: Level[] = ['SCALED', 'REDONE', 'INSPIRED']

/** Each place with the one replication that its column shows. */
export function comparedPlaces(places: Place[]) {
  const generations = new Map(places.map(({ id, generation }) => [id, generation]))
  const far = (parent: string) => generations.get(parent) ?? Number.MAX_SAFE_INTEGER
  return places.map((place) => {
    const [replication] = place.links.toSorted(
      ([a, levelOfA], [b, levelOfB]) =>
        far(a) - far(b) || levels.indexOf(levelOfA) - levels.indexOf(levelOfB),
    )
    if (place.generation === 0 || !replication) return place
    const [parent, level, mode, since, note, source] = replication
    return { ...place, parent, level, mode, since, note, source }
  })
}
