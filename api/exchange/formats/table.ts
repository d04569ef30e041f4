import { Cells, RowTexts } from '../files/cells.ts'
import type { Problem, ReadOptions, Table, TableRow } from '../files/format.ts'
import { limits } from '../files/limits.ts'
import { Unreadable } from '../files/unreadable.ts'
import { isContactColumn } from './contacts.ts'
import { firstLine, namedHeader, titles } from './headers.ts'
import type { Header, Line } from './headers.ts'
import { clean, isForbidden, isFormula, letters, shortened } from './words.ts'

type Shape = {
  /** Lines may be shorter than the line of names. */
  isSparse?: boolean
  findHeader?: (lines: readonly Line[]) => Header | undefined
  /** What the line of names becomes when the line below it names columns too. */
  extend?: (header: Header, lines: readonly Line[]) => Header
}

/** Makes a table of lines, one of the first of which names the columns; a line is forgotten once it is read. */
export class TableMaker {
  private readonly problems: Problem[] = []
  private readonly rows: TableRow[] = []
  private readonly texts = new RowTexts()
  private waiting: Line[] = []
  private columns?: Columns

  constructor(
    private readonly file: string,
    private readonly options: ReadOptions,
    private readonly shape: Shape = {},
  ) {}

  push(line: Line): void {
    if (this.columns) return this.read(line, this.columns)
    this.waiting.push(line)
    const { header = 0 } = this.options
    if (this.waiting.length >= Math.max(titles * 2, header)) this.begin()
  }

  tell(problem: Problem): void {
    this.problems.push({ file: this.file, ...problem })
  }

  /** What the column at this place is called. */
  columnAt(place: number): string {
    if (!this.columns) this.begin()
    return this.columns?.names[place] ?? letters(place)
  }

  done(): Table {
    if (!this.columns) this.begin()
    const { names = [], unread = new Set<string>() } = this.columns ?? {}
    return { columns: names, unread, rows: this.rows, problems: this.problems }
  }

  private begin(): void {
    const { waiting, options, shape } = this
    const found = namedHeader(waiting, options) ?? (shape.findHeader ?? firstLine)(waiting)
    const header = found && (shape.extend?.(found, waiting) ?? found)
    if (!header) {
      this.tell({ rule: 'is empty: the first line should name the columns' })
      return
    }
    this.columns = this.columnsOf(header)
    this.waiting = []
    for (const line of waiting.slice(header.first)) this.read(line, this.columns)
  }

  private columnsOf({ names: given, row }: Header): Columns {
    const { file, options } = this
    if (given.length > limits.columns)
      throw new Unreadable({ file, row, rule: `names ${given.length} columns: ${limits.columns} at most` })
    const forbidden = given.find(isForbidden)
    if (forbidden) throw new Unreadable({ file, row, column: forbidden, rule: 'is no name for a column' })
    const names: string[] = []
    for (const [place, name] of given.entries()) {
      if (name && names.includes(name))
        this.tell({ row, column: name, severity: 'warning', rule: 'is there twice: the first one is read' })
      names.push(name || `column ${letters(place)}`)
    }
    const never = new Set(options.never)
    const read = new Set(options.read)
    const contacts = names.filter((name) => isContactColumn(name) && !read.has(name) && !never.has(name))
    for (const column of contacts) this.tell({ row, column, severity: 'note', rule: contact })
    const unread = new Set(names.filter((name) => never.has(name) || contacts.includes(name)))
    const places = new Map<string, number>()
    for (const [place, name] of names.entries()) if (!places.has(name)) places.set(name, place)
    for (const name of unread) places.delete(name)
    return {
      names,
      unread,
      places,
      width: given.length,
    }
  }

  private read({ row, texts }: Line, { places, width }: Columns): void {
    if (texts.every((text) => text.trim() === '')) return
    const isWrong = this.shape.isSparse
      ? texts.slice(width).some((text) => text.trim())
      : texts.length !== width
    if (isWrong) this.tell({ row, rule: `has ${texts.length} cells, its first line names ${width} columns` })
    if (this.rows.length >= limits.rows)
      throw new Unreadable({ file: this.file, row, rule: `more than ${limits.rows} rows: split the file` })
    const cells: string[] = []
    for (const [column, place] of places) {
      const text = texts[place] ?? ''
      if (isFormula(text)) this.tell({ row, column, value: shortened(text), severity: 'note', rule: formula })
      cells[place] = clean(text, this.options)
    }
    this.rows.push({ row, cells: new Cells(places, this.texts, cells) })
  }
}

type Columns = {
  names: readonly string[]
  unread: ReadonlySet<string>
  places: ReadonlyMap<string, number>
  width: number
}

const contact =
  'is not read: its name says that it holds addresses or numbers of persons; name it under read if it does not'
const formula = 'looks like a formula: it is read as text, never run'
