/** A row of a table: the number that a spreadsheet shows for it, and its cells by column. */
export type TableRow = { row: number; cells: ReadonlyMap<string, string> }
export type Table = { columns: readonly string[]; rows: readonly TableRow[]; problems: readonly Problem[] }

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

export type ReadOptions = { encoding: string; delimiter: string; entities: boolean; empty: readonly string[] }

/** A form that files come in. Spaces around names of columns and around cells are dropped, `empty` words are no value. */
export type Format = { read: (file: string, bytes: Uint8Array, options: ReadOptions) => Table }

/** A problem as a line: place first, then the value, then what it should be. */
export function problemLine({ file, row, column, value, rule }: Problem): string {
  const place = [file, row === undefined ? undefined : `row ${row}`, column].filter(
    (part) => part !== undefined,
  )
  const shown = value === undefined ? '' : `${JSON.stringify(value)}: `
  return place.length ? `${place.join(', ')}: ${shown}${rule}` : `${shown}${rule}`
}
