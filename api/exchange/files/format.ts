/** A row of a table: the number that a spreadsheet shows for it, and its cells by column. */
export type TableRow = { row: number; cells: ReadonlyMap<string, string> }
/** `sheet` is there when the file holds several; the cells of `unread` columns are not there. */
export type Table = {
  sheet?: string
  columns: readonly string[]
  unread: ReadonlySet<string>
  rows: readonly TableRow[]
  problems: readonly Problem[]
}

/** How bad a problem is: what is critical or an error lets nothing be written, a warning or a note is told. */
export type Severity = 'critical' | 'error' | 'warning' | 'note'

/** What is wrong, or was left out, and where: the row as a spreadsheet numbers it. Without a severity it is an error. */
export type Problem = {
  file?: string
  row?: number
  column?: string
  value?: string
  rule: string
  severity?: Severity
}

/** Whether nothing may be written because of it. */
export function refuses({ severity = 'error' }: Problem): boolean {
  return severity === 'critical' || severity === 'error'
}

export type ReadOptions = {
  /** As browsers name them; looked for in the bytes when absent. */
  encoding?: string
  /** Looked for in the first lines when absent. */
  delimiter?: string
  /** Columns that the line of names has; it is looked for below titles. */
  has?: readonly string[]
  /** The row that names the columns, when it can't be found by what it has. */
  header?: number
  /** The sheet of a workbook, by name or number; every sheet that is not hidden when absent. */
  sheet?: string
  /** Where the list stands in a JSON file, and which list within an item makes a row of each of its own items. */
  rows?: string
  walk?: string
  /** What joins the items of a list of a JSON file. */
  lists?: string
  /** `&amp;` is `&`. */
  entities?: boolean
  /** Words that stand for no value. */
  empty?: readonly string[]
  /** Columns that are never read. */
  never?: readonly string[]
  /** Columns that are read although their names say that they hold addresses or numbers of persons. */
  read?: readonly string[]
}

/** A form that files come in. Spaces around names of columns and around cells are dropped. @throws Unreadable */
export type Format = { tables: (file: string, bytes: Uint8Array, options: ReadOptions) => Table[] }

/** A problem as a line: place first, then the value, then what it should be. */
export function problemLine({ file, row, column, value, rule }: Problem): string {
  const place = [file, row === undefined ? undefined : `row ${row}`, column].filter(
    (part) => part !== undefined,
  )
  const shown = value === undefined ? '' : `${JSON.stringify(value)}: `
  return place.length ? `${place.join(', ')}: ${shown}${rule}` : `${shown}${rule}`
}
