import type { Place, Treatment } from './comparedPlaces.ts'

type Change = {
  element: string
  place: string
  treatment: Treatment
  driver: string | null
  note: string | null
  source: string
}

/** The elements of these places as rows with their cells, and what each place did in all. */
export function comparedElements(places: Place[]) {
  // The asked one stands first: an element that others have too is its own.
  const owners = new Map<string, string>()
  for (const { id, elements } of places)
    for (const [element] of elements) if (!owners.has(element)) owners.set(element, id)
  const byPlace = new Map(places.map((place) => [place.id, changesOf(place, owners)]))
  const byElement = grouped([...byPlace.values()].flat(), ({ element }) => element)
  const takers = grouped(
    places.flatMap(({ id, links }) => links.map(([parent]) => ({ parent, id }))),
    ({ parent }) => parent,
  )

  const elements = places.flatMap((place) =>
    place.elements
      .filter(([id]) => owners.get(id) === place.id)
      .map(([id, name, core]) => {
        const done = byElement.get(id) ?? []
        const told = new Set(done.map((change) => change.place))
        const notKnown = (takers.get(place.id) ?? []).filter((taker) => !told.has(taker.id)).length
        return { id, name, core, initiative: place.id, ...counts(done), notKnown }
      })
      .sort(
        (a, b) =>
          Number(b.core) - Number(a.core) ||
          b.adapted + b.dropped - a.adapted - a.dropped ||
          b.kept - a.kept ||
          a.name.localeCompare(b.name, 'fr'),
      ),
  )
  const byOwner = grouped(elements, ({ initiative }) => initiative)

  return {
    elements,
    changes: elements.flatMap(({ id }) => byElement.get(id) ?? []),
    countsOf({ id, links, changes }: Place) {
      const done = byPlace.get(id) ?? []
      const told = new Set(done.map(({ element }) => element))
      const toTakeUp = links.flatMap(([parent]) => byOwner.get(parent) ?? [])
      return {
        ...counts(done),
        added: done.filter(({ treatment }) => treatment === 'ADDED').length,
        notKnown: toTakeUp.filter((element) => !told.has(element.id)).length,
        fromElsewhere: changes.filter(([element, did]) => did !== 'DROPPED' && !owners.has(element)).length,
      }
    },
  }
}

/** What a place did with the elements shown; what the one asked for has itself is the model, not added. */
function changesOf(
  { id: place, generation, elements, changes }: Place,
  owners: Map<string, string>,
): Change[] {
  const done = changes
    .filter(([element]) => owners.has(element))
    .map(([element, treatment, driver, note, source]) => ({
      element,
      place,
      treatment,
      driver,
      note,
      source,
    }))
  if (generation === 0) return done
  const added = elements
    .filter(([element]) => owners.get(element) === place)
    .map(([element, , , source]) => ({
      ...{ element, place, treatment: 'ADDED' as const, driver: null, note: null, source },
    }))
  return [...done, ...added]
}

function counts(changes: Change[]) {
  const count = (asked: Treatment) => changes.filter(({ treatment }) => treatment === asked).length
  return { kept: count('KEPT'), adapted: count('ADAPTED'), dropped: count('DROPPED') }
}

/** These values in lists by key, in their order. */
export function grouped<Value>(values: Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}
