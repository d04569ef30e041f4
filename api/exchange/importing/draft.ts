import type { Problem } from '../files/format.ts'
import type { Correction, Inputs } from './inputs.ts'
import type { Mapping } from '../mapping/mapping.ts'
import type { Place } from '../places/places.ts'
import type { Met } from '../identity/sameOrganisation.ts'
import { nothingKept } from '../kept/kept.ts'
import type { RowPlace } from '../kept/origins.ts'
import { linkId } from '../record.ts'
import type { Value } from '../record.ts'
import { valuesOf } from '../mapping/valueRule.ts'
import type { Source, ValueRule } from '../mapping/valueRule.ts'

export type Check = { what: string; agree: number; silent: number; conflicts: Problem[] }
export type ImportReport = {
  title: string
  recorder: string
  read: Inputs['read']
  /** Inputs that no file was given for. */
  absent: string[]
  joins: Inputs['joins']
  corrections: Correction[]
  projects: number
  sites: number
  partners: number
  themes: number
  links: Record<string, number>
  places: Record<NonNullable<Place['level']> | 'none', number>
  /** By which clues places were found: how often, confirmed or contradicted by others, told only roughly. */
  resolved: Record<string, { places: number; confirmed: number; contradicted: number; doubtful: number }>
  territories: string[]
  merged: { id: string; spellings: string[]; projects: number }[]
  /** Records that were there and may be of the same organisation; known once the graph was asked. */
  met: Met[]
  leftOut: Problem[]
  unplaced: Problem[]
  /** What columns say of a place that a more believed one contradicts. */
  contradictions: Problem[]
  /** What else is told, and stops nothing. */
  notes: Problem[]
  checks: Check[]
}
export type Options = {
  recorder: string
  ownsNetwork: boolean
  /** What the recorder is called, when it isn't the mapping's network and is recorded now. */
  networkName?: string
  licence?: string
  today: string
  progress?: (done: number, of: number) => void
}

/** What an import has made so far, what it has to say about it, and how it reads a row by the mapping. */
export class Draft {
  readonly nodes = nothingKept().nodes
  readonly links = nothingKept().links
  readonly problems: Problem[]
  readonly report: ImportReport
  /** How often a value could not be taken, whether or not that was told before. */
  complained = 0
  private readonly empty = new Set<string>()
  private readonly territories = new Set<string>()
  private readonly provenance: Readonly<Record<string, Value>>
  private lastPlace: RowPlace = { file: '', row: 0 }
  private lastSaid: Readonly<Record<string, Value>> = {}

  constructor(
    readonly mapping: Mapping,
    readonly inputs: Inputs,
    readonly options: Options,
  ) {
    this.problems = [...inputs.problems]
    this.provenance = { recordedBy: options.recorder, recordedOn: mapping.recordedOn ?? options.today }
    this.report = emptyReport(mapping, inputs, options.recorder)
  }

  node(
    label: string,
    id: string,
    properties: Record<string, Value>,
    source: Source,
    sourceRule?: ValueRule,
  ): void {
    const twin = this.nodes.labelOf(id)
    if (twin !== undefined && twin !== label)
      this.complain(source, {
        value: id,
        rule: `this id is a ${label}'s and a ${twin}'s: make them differ`,
      })
    const said = { ...present(properties), ...this.said(source, sourceRule) }
    this.nodes.set({ label, id, properties: said }, this.placeOf(source))
  }

  link(
    type: string,
    start: string,
    end: string,
    properties: Record<string, Value>,
    source: Source,
    rest: (string | undefined)[] = [],
    sourceRule?: ValueRule,
  ): void {
    const id = linkId(type, start, end, ...rest)
    const said = this.said(source, sourceRule)
    const named = { type, start, end, id }
    if (!this.links.has(named))
      this.links.set({ ...named, properties: { ...present(properties), ...said } }, this.placeOf(source))
  }

  /** Where a row stands, without what it says: the cells of many rows would fill the memory. */
  placeOf({ file, row }: Source): RowPlace {
    const { lastPlace } = this
    return lastPlace.row === row && lastPlace.file === file ? lastPlace : (this.lastPlace = { file, row })
  }

  /** Who says it, and who records it when. */
  said(source: Source, rule?: ValueRule): Readonly<Record<string, Value>> {
    const own = rule ? this.values(rule, source)[0] : undefined
    const said = own ?? this.required('source', this.mapping.source, source)
    if (this.lastSaid['source'] !== said) this.lastSaid = { source: said, ...this.provenance }
    return said === undefined ? { ...this.provenance } : this.lastSaid
  }

  properties(rules: Readonly<Record<string, ValueRule | undefined>>, source: Source): Record<string, Value> {
    const entries = Object.entries(rules).map(
      ([name, rule]) => [name, rule ? this.values(rule, source)[0] : undefined] as const,
    )
    return present(Object.fromEntries(entries))
  }

  required(what: string, rule: ValueRule, source: Source): string | undefined {
    const before = this.complained
    const [value] = this.values(rule, source)
    if (value !== undefined || this.complained > before) return value
    const at = columnOf(rule, source)
    const empty = JSON.stringify([source.file, source.row, at.column])
    // One cell may be needed for several things.
    if (!this.empty.has(empty)) this.complain(source, { ...at, rule: `is empty, and ${what} needs it` })
    this.empty.add(empty)
    return undefined
  }

  values(rule: ValueRule, source: Source): string[] {
    return valuesOf(rule, source, (problem, isLeftOut) => {
      if (!isLeftOut) this.complained++
      tellOnce(isLeftOut ? this.report.leftOut : this.problems, problem)
    })
  }

  /** Tells that a row is left out because a condition of the mapping gives nothing. */
  leaveOut(when: ValueRule, name: ValueRule, source: Source): void {
    let missed = when
    while (missed.when && this.values(missed.when, source).length === 0) missed = missed.when
    const { column = '' } = columnOf(missed, source)
    const named = this.values(name, source)[0]
    const rule = `${named ?? 'the row'} is left out, as the mapping says`
    const value = source.cells.get(column) ?? ''
    const last = this.report.leftOut.at(-1)
    // One record may take several rows.
    if (named !== undefined && last?.rule === rule && last.column === column) return
    this.report.leftOut.push({ file: source.file, row: source.row, column, value, rule, severity: 'note' })
  }

  /** Notes a territory that rows tell. */
  liesIn(territory: string): void {
    if (this.territories.has(territory)) return
    this.territories.add(territory)
    this.report.territories.push(territory)
  }

  complain({ file, row }: RowPlace, problem: Omit<Problem, 'file' | 'row'>): void {
    this.complained++
    this.problems.push({ file, row, ...problem })
  }

  /** An id within the recorder's own. */
  own(local: string, source: Source): string {
    const id = local.startsWith(`${this.options.recorder}:`) ? local : `${this.options.recorder}:${local}`
    if (/\s/.test(id)) this.complain(source, { value: local, rule: 'an id has no space in it' })
    return id
  }
}

export function emptyReport(
  mapping: Pick<Mapping, 'title' | 'inputs' | 'checks'>,
  inputs: Inputs,
  recorder: string,
): ImportReport {
  return {
    title: mapping.title,
    recorder,
    read: inputs.read,
    absent: Object.keys(mapping.inputs).filter((name) => !inputs.read.some(({ input }) => input === name)),
    joins: inputs.joins,
    corrections: inputs.corrections,
    projects: 0,
    sites: 0,
    partners: 0,
    themes: 0,
    links: {},
    places: {
      ...{ district: 0, commune: 0, intercommunality: 0, department: 0, region: 0, country: 0 },
      none: 0,
    },
    resolved: {},
    territories: [],
    merged: [],
    met: [],
    leftOut: [],
    unplaced: [],
    contradictions: [],
    notes: [...inputs.notes],
    checks: mapping.checks.map(({ what }) => ({ what, agree: 0, silent: 0, conflicts: [] })),
  }
}

/** The problems of a list by a number that is made of what they say. */
const told = new WeakMap<Problem[], Map<number, Problem>>()

/** Adds a problem that was not told yet: several rules read one cell. */
export function tellOnce(list: Problem[], problem: Problem): void {
  const known = told.get(list) ?? new Map<number, Problem>()
  told.set(list, known)
  const said = keyOf(problem)
  let number = hash(said)
  for (let other = known.get(number); other; other = known.get(++number)) if (keyOf(other) === said) return
  known.set(number, problem)
  list.push(problem)
}

const keyOf = ({ file, row, column, value, rule }: Problem) =>
  JSON.stringify([file, row, column, value, rule])

function hash(text: string): number {
  let number = 0
  for (let at = 0; at < text.length; at++) number = (Math.imul(number, 31) + text.charCodeAt(at)) | 0
  // V8 keeps numbers of 31 bits in place.
  return number >>> 2
}

/** The column that a rule reads, the first empty one when there is one, for saying where a problem is. */
export function columnOf(rule: ValueRule | undefined, source: Source): { column?: string } {
  if (!rule) return {}
  const parts = rule.templates.flat().filter((part) => typeof part !== 'string')
  const isEmpty = ({ column }: { column: string }) => !source.cells.get(column) && !source.names.get(column)
  const part = parts.find(isEmpty) ?? parts[0]
  return part ? { column: part.column } : {}
}

export function withNames(source: Source, names: Record<string, string>): Source {
  return { ...source, names: new Map([...source.names, ...Object.entries(names)]) }
}

function present(properties: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))
}
