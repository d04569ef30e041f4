import type { Problem, TableRow } from '../files/format.ts'

/** What a graph file says, in the words of the tidy tables: records, links, what was kept or changed, what was measured. */
export type TidyPart = 'nodes' | 'edges' | 'elements' | 'results'
export type TidyRow = TableRow & { file: string }
export type Tidy = Record<TidyPart, TidyRow[]> & {
  /** Columns that each part has, with the file they are in. */
  columns: { part: TidyPart; file: string; columns: readonly string[] }[]
  read: { file: string; as: string; rows: number }[]
  problems: Problem[]
}

export function emptyTidy(): Tidy {
  return { nodes: [], edges: [], elements: [], results: [], columns: [], read: [], problems: [] }
}

/** A row of what says something. */
export function tidyRow(
  file: string,
  row: number,
  cells: Readonly<Record<string, string | undefined>>,
): TidyRow {
  const said = Object.entries(cells).filter((cell): cell is [string, string] => Boolean(cell[1]))
  return { file, row, cells: new Map(said) }
}

/** The columns of the tidy tables that are no properties of records. */
export const tidyColumns: Readonly<Record<TidyPart, readonly string[]>> = {
  nodes: [
    ...['id', 'type', 'name', 'summary', 'territory_scheme', 'territory_code', 'lat', 'lon', 'start', 'end'],
    ...['identifiers', 'themes', 'source_url', 'graph_owner', 'updated_at'],
  ],
  edges: [
    ...['id', 'type', 'source', 'target', 'role', 'level', 'mode', 'start', 'end'],
    ...['amount', 'currency', 'source_url'],
  ],
  elements: ['replication_id', 'element', 'disposition', 'driver', 'planned', 'note', 'source_url'],
  results: [
    ...['deployment_id', 'indicator', 'value', 'unit', 'period_start', 'period_end', 'method', 'source_url'],
  ],
}
/** The columns that tell a part from the others. */
export const tellingColumns: Readonly<Record<TidyPart, readonly string[]>> = {
  nodes: ['id', 'type', 'name'],
  edges: ['source', 'target', 'type'],
  elements: ['replication_id', 'element', 'disposition'],
  results: ['deployment_id', 'indicator', 'value'],
}
