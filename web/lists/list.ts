import type { Column } from '../ui/column.ts'
import type { Recorder } from '../drawing/licence.ts'
import type { Facet } from './facets.ts'

export type Noun = 'initiatives' | 'partners' | 'commons' | 'networks'

/** What every row has; `order` is its place by name. */
export type ListRow = { id: string; name: string; order: number; recordedBy: string; source: string }

/** A list of one noun: its rows, by what it is narrowed, and what its table shows. */
export type List<Row extends ListRow> = {
  noun: Noun
  rows: Row[]
  /** How many there are, whether or not all are in these rows. */
  total: number
  facets: Facet<Row>[]
  columns: Column<Row>[]
  /** The keys of the columns that show when nobody chose. */
  usual: readonly string[]
  recorders: readonly Recorder[]
}

export const ordered = <Row>(rows: readonly Row[]): (Row & { order: number })[] =>
  rows.map((row, order) => ({ ...row, order }))

export const unknown = 'UNKNOWN'
