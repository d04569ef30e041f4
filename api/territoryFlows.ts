import type { GraphQLResolveInfo } from 'graphql'
import { rows, type Read } from './read.ts'
import { recordersOf, type Named } from './recorders.ts'
import { askedFields } from './selection.ts'
import { givenStatement } from './statements.ts'

type Wide = 'DEPARTMENT' | 'REGION' | 'COUNTRY'
type Row = {
  total: number
  /** On the first row, when they are asked. */
  recorders: Named[] | null
  id: string
  isElsewhere: boolean
  recordedBy: string
  /** Level and code of what the territory lies in or is. */
  around: [Wide, string][]
  /** Link id, parent, level, mode, since, source, who recorded it. */
  links: [string, string, unknown, unknown, unknown, unknown, string][]
  department?: string
  region?: string
  country?: string
}
type Arguments = Record<string, unknown>

const flows = givenStatement('queries/Query.territoryFlows.cypher')

/** The rows of `Query.territoryFlows`; none at all when nothing that was asked for acts anywhere. */
export async function territoryFlows(
  _: unknown,
  args: Arguments,
  { read }: { read: Read },
  info: GraphQLResolveInfo,
) {
  const recorders = askedFields(info).has('recorders')
  const places = await rows<Row>(read, flows, { ...args, recorders })
  const total = places[0]?.total ?? 0
  // An initiative of several places has its links on each of its rows.
  const shown = new Map<string, { row: Row; isElsewhere: boolean }>()
  for (const row of places) {
    for (const [level, code] of row.around) row[wide[level]] ??= code
    const known = shown.get(row.id)
    if (known) known.isElsewhere &&= row.isElsewhere
    else shown.set(row.id, { row, isElsewhere: row.isElsewhere })
  }
  const replications = [...shown.values()].flatMap(({ row, isElsewhere }) =>
    row.links.flatMap(([id, parent, level, mode, since, source, recordedBy]) => {
      const other = shown.get(parent)
      if (!other || (isElsewhere && other.isElsewhere)) return []
      return [{ id, child: row.id, parent, level, mode, since, source, recordedBy }]
    }),
  )
  return {
    total,
    truncated: places.length < total,
    places,
    replications,
    recorders: recorders
      ? recordersOf(
          [...[...shown.values()].map(({ row }) => row), ...replications],
          places[0]?.recorders ?? [],
        )
      : [],
  }
}

const wide = { DEPARTMENT: 'department', REGION: 'region', COUNTRY: 'country' } as const
