/** One column of a table: what it shows, by what it sorts, where it leads. */
export type Column<Row> = {
  key: string
  label: string
  text: (row: Row) => string
  sort?: (row: Row) => string | number | null
  href?: (row: Row) => string | undefined
  isNumber?: boolean
}
