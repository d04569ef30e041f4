import type { Problem } from '../files/format.ts'
import { nothingKept } from '../kept/kept.ts'
import { linkId } from '../record.ts'
import type { Value } from '../record.ts'
import { personalData } from '../mapping/valueRule.ts'
import { NearWords } from '../nearest.ts'
import { isTerritory } from './where.ts'
import type { TidyRow } from './tidy.ts'
import { didYouMean } from './words.ts'

/** Collects the records that tidy rows make, with where each came from. */
export class Ledger {
  readonly nodes = nothingKept().nodes
  readonly links = nothingKept().links
  readonly territories = new Set<string>()
  readonly problems: Problem[] = []
  /** What a row would have made and did not, for the row's own fault is told once. */
  readonly broken = new Set<string>()
  private readonly unsourced = new Map<string, number>()
  private readonly near = new NearWords()

  constructor(
    readonly recorder: string,
    readonly today: string,
  ) {}

  /** An id within the recorder's own; ids of territories and of the recorder itself stay. */
  own(local: string): string {
    const isOwn = local === this.recorder || local.startsWith(`${this.recorder}:`)
    return isOwn || isTerritory(local) ? local : `${this.recorder}:${local.replace(/^https?:\/\//, '')}`
  }

  /** Stands for the id of a row that has none: what such a row says is never written. */
  nameless({ file, row }: TidyRow): string {
    return `${this.recorder}:?${file.replace(/\s+/g, '-')}:${row}`
  }

  /** Whether a text may be published; else that is told. */
  mayPublish(row: TidyRow, column: string, value: string): boolean {
    const rule = personalData(value)
    if (rule) this.complain(row, { column, value, rule })
    return rule === undefined
  }

  /** The id of what a cell names: a record of these files, a territory, or a record of another network. */
  named(row: TidyRow, column: string): string | undefined {
    const local = row.cells.get(column)
    if (!local) {
      this.complain(row, { column, rule: 'is empty' })
      return undefined
    }
    const id = this.own(local)
    if (this.nodes.has(id)) return id
    if (this.broken.has(id)) return undefined
    if (isTerritory(local)) {
      this.territories.add(local)
      return local
    }
    // What has a recorder before its colon may be another network's: the graph knows when it is written.
    if (local.includes(':')) return local
    const known = () =>
      [...this.nodes.keys()]
        .map((one) => one.slice(this.recorder.length + 1))
        .filter((one) => !one.startsWith('?'))
    const near = this.near.of(local, known)
    this.complain(row, { column, value: local, rule: `no record has this id${didYouMean(near)}` })
    return undefined
  }

  node(label: string, id: string, properties: Record<string, Value>, row: TidyRow): void {
    if (/\s/.test(id)) this.complain(row, { column: 'id', value: id, rule: 'an id has no space in it' })
    this.nodes.set({ label, id, properties: { ...properties, ...this.said(row) } }, row)
  }

  link(type: string, start: string, end: string, properties: Record<string, Value>, row: TidyRow): string {
    const rest = [properties['role'], properties['since']].map((part) =>
      typeof part === 'string' ? part : undefined,
    )
    const id = linkId(type, start, end, ...rest)
    const made = { type, start, end, id, properties: { ...properties, ...this.said(row) } }
    const twin = this.links.get(made)
    if (twin && JSON.stringify(twin) !== JSON.stringify(made))
      this.complain(row, {
        rule: `says the same link as row ${this.links.originOf(made)?.row} in other words`,
      })
    if (!twin) this.links.set(made, row)
    return id
  }

  complain({ file, row }: TidyRow, problem: Omit<Problem, 'file' | 'row'>): void {
    this.problems.push({ file, row, ...problem })
  }

  /** Files whose rows name no source, which then are the source themselves. */
  settle(): void {
    for (const [file, rows] of this.unsourced)
      this.problems.push({
        file,
        column: 'source_url',
        severity: 'note',
        rule: `is empty in ${rows} rows: the file itself is named as their source`,
      })
  }

  private said({ file, cells }: TidyRow): Record<string, Value> {
    const source = cells.get('source_url')
    if (!source) this.unsourced.set(file, (this.unsourced.get(file) ?? 0) + 1)
    const updated = cells.get('updated_at')?.slice(0, 10)
    const recordedOn = updated && /^\d{4}(-\d{2}){0,2}$/.test(updated) ? updated : this.today
    return { source: source ?? file, recordedBy: this.recorder, recordedOn }
  }
}
