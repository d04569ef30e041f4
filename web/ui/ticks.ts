/** Rows that are ticked, for what may be done with them, by their keys. */
export type Ticks<Row> = {
  has: (key: string) => boolean
  toggle: (key: string) => void
  /** What the box of a row says. */
  label: (row: Row) => string
}
