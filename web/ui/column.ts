/** One column of a table: what it shows, by what it sorts, where it leads. */
export type Column<Row> = {
  key: string
  label: string
  text: (row: Row) => string
  sort?: (row: Row) => string | number | null
  href?: (row: Row) => string | undefined
  isNumber?: boolean
  /** True for texts as people recorded them, in their language. */
  isRecorded?: boolean
  /** What a file holds, where that is more than the text: a date as it was recorded, a whole address. */
  value?: (row: Row) => string | number | null
}
