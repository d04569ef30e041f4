import type { Chosen } from './facets.ts'

/** Everything that the address says of a list; what is badly written there is as if it were not. */
export type Address = {
  text: string
  chosen: Chosen
  /** The key of a column, with a minus before it for the last first. */
  sortBy: string
  /** The keys of the columns, when the address names some. */
  columns: readonly string[] | null
  /** The ids of rows that are ticked. */
  ticked: readonly string[]
}

const mostTicked = 100

type Keyed = readonly { key: string }[]

/** What the address says of a list with these facets and columns. */

export function addressOf(
  query: URLSearchParams,
  { facets, columns }: { facets: Keyed; columns: Keyed },
): Address {
  const isColumn = (key: string) => columns.some((column) => column.key === key)
  const sortBy = query.get('sort') ?? ''
  const named = (query.get('columns') ?? '').split(',').filter(isColumn)
  return {
    text: query.get('q') ?? '',
    chosen: new Map(
      facets
        .map(({ key }): [string, string[]] => [key, [...new Set(query.getAll(key))]])
        .filter(([, values]) => values.length > 0),
    ),
    sortBy: isColumn(sortBy.replace(/^-/, '')) ? sortBy : 'name',
    columns: named.length > 0 ? named : null,
    ticked: [...new Set(query.getAll('of'))].slice(0, mostTicked),
  }
}
