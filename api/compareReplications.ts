import { comparedElements } from './comparedElements.ts'
import { comparedPlaces, type Place } from './comparedPlaces.ts'
import { comparedResults } from './comparedResults.ts'
import { rows, type Read } from './read.ts'
import { givenStatement } from './statements.ts'

const compared = givenStatement('queries/Query.compareReplications.cypher')
const mostElements = 1_000
const mostResults = 5_000

/** The rows of `Query.compareReplications`, or nothing when no initiative has this id. */
export async function compareReplications(
  _: unknown,
  args: Record<string, unknown>,
  { read }: { read: Read },
) {
  const found = await rows<Place>(read, compared, args)
  const total = found[0]?.total
  if (total === undefined) return null
  const { elements, changes, countsOf } = comparedElements(found)
  const { measures, results } = comparedResults(found)
  const shown = new Set(elements.slice(0, mostElements).map(({ id }) => id))
  return {
    total,
    truncated: found.length < total || elements.length > mostElements || results.length > mostResults,
    places: comparedPlaces(found).map((place) => ({ ...place, ...countsOf(place) })),
    elementsTotal: elements.length,
    elements: elements.slice(0, mostElements),
    changes: changes.filter(({ element }) => shown.has(element)),
    measures,
    resultsTotal: results.length,
    results: results.slice(0, mostResults),
  }
}
