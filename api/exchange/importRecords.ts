import type { Problem } from './format.ts'
import { readInputs } from './importInputs.ts'
import type { Correction, GivenFile, Inputs } from './importInputs.ts'
import type { Mapping } from './mapping.ts'
import { departmentOf, holds, placeOf } from './places.ts'
import type { Place } from './places.ts'
import { linkId } from './record.ts'
import type { LinkRow, NodeRow, Records, Value } from './record.ts'
import { fold, valuesOf } from './values.ts'
import type { Source, ValueRule } from './values.ts'

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
  places: Record<'commune' | 'department' | 'region' | 'country' | 'none', number>
  territories: string[]
  merged: { id: string; spellings: string[]; projects: number }[]
  leftOut: Problem[]
  unplaced: Problem[]
  checks: Check[]
}
export type Imported = { records: Records; report: ImportReport; problems: Problem[] }
type Options = {
  recorder: string
  ownsNetwork: boolean
  today: string
  progress?: (done: number, of: number) => void
}

/** What the files say in the words of the graph, and what had to be left out; territories are only named by code. */
export function importRecords(mapping: Mapping, files: readonly GivenFile[], options: Options): Imported {
  return new Import(mapping, readInputs(mapping, files), options).run()
}

type Group = { key: string; rows: Source[] }
type Initiative = { id: string; name: string; source: Source; place: Place }
type Described = Mapping['initiatives'] | NonNullable<Mapping['initiatives']['furtherSites']>
type PartnerRule = Mapping['partners'][string]
type Merging = { id: string; row: NodeRow; spellings: Set<string>; groups: Set<string>; isRead: boolean }

class Import {
  private readonly nodes = new Map<string, NodeRow>()
  private readonly origins = new Map<string, Source>()
  private readonly links = new Map<string, LinkRow>()
  private readonly partners = new Map<string, Merging>()
  private readonly problems: Problem[]
  private readonly report: ImportReport
  private readonly provenance: Record<string, Value>

  constructor(
    private readonly mapping: Mapping,
    private readonly inputs: Inputs,
    private readonly options: Options,
  ) {
    this.problems = [...inputs.problems]
    this.provenance = { recordedBy: options.recorder, recordedOn: mapping.recordedOn ?? options.today }
    this.report = {
      title: mapping.title,
      recorder: options.recorder,
      read: inputs.read,
      absent: Object.keys(mapping.inputs).filter((name) => !inputs.read.some(({ input }) => input === name)),
      joins: inputs.joins,
      corrections: inputs.corrections,
      projects: 0,
      sites: 0,
      partners: 0,
      themes: 0,
      links: {},
      places: { commune: 0, department: 0, region: 0, country: 0, none: 0 },
      territories: [],
      merged: [],
      leftOut: [],
      unplaced: [],
      checks: mapping.checks.map(({ what }) => ({ what, agree: 0, silent: 0, conflicts: [] })),
    }
  }

  run(): Imported {
    const groups = this.groups()
    let done = 0
    for (const group of groups) {
      this.project(group)
      this.options.progress?.((done += group.rows.length), this.inputs.rows.length)
    }
    if (this.problems.length === 0) this.network()
    for (const { id, row, isRead, spellings, groups: projects } of this.partners.values()) {
      this.nodes.set(id, row)
      if (spellings.size > 1 || (projects.size > 1 && isRead))
        this.report.merged.push({ id, spellings: [...spellings], projects: projects.size })
    }
    this.report.partners = this.partners.size
    this.report.themes = [...this.nodes.values()].filter(({ label }) => label === 'Theme').length
    for (const { type } of this.links.values()) this.report.links[type] = (this.report.links[type] ?? 0) + 1
    return {
      records: { nodes: [...this.nodes.values()], links: [...this.links.values()] },
      report: this.report,
      problems: this.problems,
    }
  }

  private groups(): Group[] {
    const groups = new Map<string, Group>()
    for (const source of this.inputs.rows) {
      const key = this.required('group', this.mapping.initiatives.group, source)
      if (key === undefined) continue
      const group = groups.get(key)
      if (group) group.rows.push(source)
      else groups.set(key, { key, rows: [source] })
    }
    return [...groups.values()]
  }

  private project({ key, rows }: Group): void {
    const { initiatives } = this.mapping
    const [first, ...further] = rows
    if (!first) return
    const places = rows.map((row) => this.place(row))
    const project = this.initiative(initiatives, first, places[0] ?? {}, initiatives.familyName)
    rows.forEach((row, index) => this.check(row, places[index] ?? {}))
    for (const row of further) this.sameAsFirst(first, row)
    if (!project) return
    this.report.projects++
    const { furtherSites } = initiatives
    this.about(project, first, 'project', key)
    for (const [index, row] of further.entries()) {
      if (!furtherSites) {
        this.about(project, row, 'project', key)
        continue
      }
      const named = withNames(row, { project: project.name })
      const site = this.initiative(furtherSites, named, places[index + 1] ?? {})
      if (!site) continue
      this.report.sites++
      this.replication(site, project, furtherSites.replicates)
      this.about(site, site.source, 'sites', key)
    }
  }

  private initiative(
    rules: Described,
    from: Source,
    place: Place,
    familyName?: ValueRule,
  ): Initiative | undefined {
    const source = withNames(from, { place: this.placeName(place) })
    const local = this.required('id', rules.id, source)
    const name = this.required('name', rules.name, source)
    if (local === undefined || name === undefined) return undefined
    const id = this.own(local, source)
    const twin = this.origins.get(id)
    if (twin) {
      this.problems.push({
        file: source.file,
        row: source.row,
        value: id,
        rule: `this id was made of row ${twin.row} of ${twin.file} already`,
      })
      return undefined
    }
    this.origins.set(id, source)
    const { summary, status, reason, startedOn, endedOn, website } = rules
    const properties = this.properties(
      { summary, status, reason, startedOn, endedOn, website, familyName },
      source,
    )
    this.node('Initiative', id, { name, ...properties }, source, rules.source)
    if (place.territory) this.link('ACTS_IN', id, place.territory, {}, source)
    return { id, name, source, place }
  }

  private replication(
    site: Initiative,
    project: Initiative,
    rules: NonNullable<Mapping['initiatives']['furtherSites']>['replicates'],
  ): void {
    const properties = this.properties(rules, site.source)
    this.link('REPLICATES', site.id, project.id, properties, site.source)
  }

  private about(initiative: Initiative, source: Source, on: 'project' | 'sites', group: string): void {
    for (const rule of Object.values(this.mapping.partners))
      if (rule.on === on || rule.on === 'all') this.partnership(rule, initiative, source, group)
    for (const { name, broader, on: where } of this.mapping.themes)
      if (where === on || where === 'all')
        for (const theme of this.values(name, source))
          this.link('ABOUT', initiative.id, this.theme(theme, broader, source), {}, source)
  }

  private partnership(rule: PartnerRule, initiative: Initiative, source: Source, group: string): void {
    if (rule.when && this.values(rule.when, source).length === 0) {
      this.report.leftOut.push({
        file: source.file,
        row: source.row,
        ...this.columnOf(rule.when, source),
        rule: `empty: ${initiative.name} is not linked to ${this.values(rule.name, source).join(', ')}`,
      })
      return
    }
    for (const name of this.values(rule.name, source)) {
      const named = withNames(source, { value: name })
      const partner = this.partner(rule, name, named, group)
      const { role, since, until, note } = rule
      const properties = this.properties({ role, since, until, note }, named)
      if (partner && properties['role'] !== undefined)
        this.link('PARTNERS_IN', partner, initiative.id, properties, source, [
          text(properties['role']),
          text(properties['since']),
        ])
    }
  }

  private partner(rule: PartnerRule, name: string, source: Source, group: string): string | undefined {
    const local = (rule.id ? this.values(rule.id, source)[0] : undefined) ?? slug(name)
    if (local === '') {
      this.problems.push({
        file: source.file,
        row: source.row,
        value: name,
        rule: 'has no letter or digit to make an id of',
      })
      return undefined
    }
    const id = this.own(local, source)
    const merging = this.partners.get(id)
    if (merging) {
      merging.groups.add(group)
      merging.spellings.add(name)
      return id
    }
    const { acronym, kind, website } = rule
    const properties = { name, ...this.properties({ acronym, kind, website }, source), ...this.said(source) }
    const row = { label: 'Partner', id, properties }
    const isRead = rule.name.templates.flat().some((part) => typeof part !== 'string')
    this.partners.set(id, { id, row, spellings: new Set([name]), groups: new Set([group]), isRead })
    return id
  }

  /** The id of a theme, which is recorded with all that is broader. */
  private theme(name: string, broader: Readonly<Record<string, string>>, source: Source): string {
    const id = this.own(`theme-${slug(name)}`, source)
    if (this.nodes.has(id)) return id
    this.node('Theme', id, { name }, source)
    const wider = broader[name]
    if (wider) this.link('BROADER', id, this.theme(wider, broader, source), {}, source)
    return id
  }

  private network(): void {
    const { network, partners } = this.mapping
    if (!network || !this.options.ownsNetwork) return
    const [first] = this.inputs.rows
    if (!first) return
    const { name, website } = network
    this.node('Network', this.options.recorder, { name, website }, first)
    const head = network.headedBy ? partners[network.headedBy] : undefined
    const [headName] = head ? this.values(head.name, first) : []
    if (!head || headName === undefined) return
    const id = this.partner(head, headName, withNames(first, { value: headName }), '')
    if (id) this.link('HEADS', id, this.options.recorder, {}, first)
  }

  private place(source: Source): Place {
    const { territory } = this.mapping
    if (!territory) return {}
    const [north] = this.values(territory.latitude, source)
    const [east] = this.values(territory.longitude, source)
    const cell = { file: source.file, row: source.row }
    if (north === undefined || east === undefined) {
      this.report.places.none++
      this.report.unplaced.push({ ...cell, rule: 'no coordinates: no territory' })
      return {}
    }
    const [latitude, longitude] = [degrees(north), degrees(east)]
    if (!(Math.abs(latitude) <= 90))
      this.problems.push({
        ...cell,
        ...this.columnOf(territory.latitude, source),
        value: north,
        rule: 'is no latitude: -90 to 90',
      })
    if (!(Math.abs(longitude) <= 180))
      this.problems.push({
        ...cell,
        ...this.columnOf(territory.longitude, source),
        value: east,
        rule: 'is no longitude: -180 to 180',
      })
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return {}
    const place = placeOf(latitude, longitude)
    this.report.places[place.level ?? 'none']++
    if (place.territory && !this.report.territories.includes(place.territory))
      this.report.territories.push(place.territory)
    if (place.doubt) {
      const said = place.name ? `taken as ${place.name}` : 'no territory'
      this.report.unplaced.push({ ...cell, value: `${north}, ${east}`, rule: `${said}: ${place.doubt}` })
    }
    return place
  }

  private placeName({ level, name = '', nearestTown }: Place): string {
    const near = this.mapping.territory?.near
    if (level === 'commune' || !near || !nearestTown) return name
    return near.replace('{town}', nearestTown)
  }

  /** Compares what other columns say; a conflict is told, and changes nothing. */
  private check(source: Source, place: Place): void {
    this.mapping.checks.forEach(({ says, department, like }, index) => {
      const check = this.report.checks[index]
      const [said] = this.values(says, source)
      if (!check) return
      const expected = like ? this.values(like, source)[0] : undefined
      const same =
        said === undefined
          ? undefined
          : department
            ? holds(departmentOf(said) ?? said, place)
            : expected === undefined
              ? undefined
              : fold(said) === fold(expected)
      if (same === undefined) check.silent++
      else if (same) check.agree++
      else {
        const rule = department
          ? `the coordinates lie in ${whereabouts(place)}`
          : `elsewhere: ${expected ?? ''}`
        check.conflicts.push({
          file: source.file,
          row: source.row,
          ...this.columnOf(says, source),
          value: said,
          rule,
        })
      }
    })
  }

  private sameAsFirst(first: Source, row: Source): void {
    for (const column of this.mapping.initiatives.same) {
      const [here, there] = [row.cells.get(column) ?? '', first.cells.get(column) ?? '']
      if (here === there) continue
      this.report.leftOut.push({
        file: row.file,
        row: row.row,
        column,
        value: here,
        rule: `row ${first.row} of the same project says ${JSON.stringify(there)}, which is taken`,
      })
    }
  }

  private node(
    label: string,
    id: string,
    properties: Record<string, Value>,
    source: Source,
    sourceRule?: ValueRule,
  ): void {
    this.nodes.set(id, {
      label,
      id,
      properties: { ...present(properties), ...this.said(source, sourceRule) },
    })
  }

  private link(
    type: string,
    start: string,
    end: string,
    properties: Record<string, Value>,
    source: Source,
    rest: (string | undefined)[] = [],
  ): void {
    const id = linkId(type, start, end, ...rest)
    if (!this.links.has(id))
      this.links.set(id, {
        type,
        start,
        end,
        id,
        properties: { ...present(properties), ...this.said(source) },
      })
  }

  private said(source: Source, rule?: ValueRule): Record<string, Value> {
    const own = rule ? this.values(rule, source)[0] : undefined
    return { source: own ?? this.required('source', this.mapping.source, source), ...this.provenance }
  }

  private properties(
    rules: Readonly<Record<string, ValueRule | undefined>>,
    source: Source,
  ): Record<string, Value> {
    const entries = Object.entries(rules).map(
      ([name, rule]) => [name, rule ? this.values(rule, source)[0] : undefined] as const,
    )
    return present(Object.fromEntries(entries))
  }

  private required(what: string, rule: ValueRule, source: Source): string | undefined {
    const before = this.problems.length
    const [value] = this.values(rule, source)
    if (value === undefined && this.problems.length === before)
      this.problems.push({
        file: source.file,
        row: source.row,
        ...this.columnOf(rule, source),
        rule: `is empty, and ${what} needs it`,
      })
    return value
  }

  private values(rule: ValueRule, source: Source): string[] {
    return valuesOf(rule, source, (problem, isLeftOut) => {
      const list = isLeftOut ? this.report.leftOut : this.problems
      const same = (other: Problem) =>
        other.row === problem.row &&
        other.column === problem.column &&
        other.file === problem.file &&
        other.rule === problem.rule &&
        other.value === problem.value
      if (!list.slice(-20).some(same)) list.push(problem)
    })
  }

  /** The column that a rule reads, the first empty one when there is one, for saying where a problem is. */
  private columnOf(rule: ValueRule, source: Source): { column?: string } {
    const parts = rule.templates.flat().filter((part) => typeof part !== 'string')
    const isEmpty = ({ column }: { column: string }) => !source.cells.get(column) && !source.names.get(column)
    const part = parts.find(isEmpty) ?? parts[0]
    return part ? { column: part.column } : {}
  }

  private own(local: string, source: Source): string {
    const id = local.startsWith(`${this.options.recorder}:`) ? local : `${this.options.recorder}:${local}`
    if (/\s/.test(id))
      this.problems.push({
        file: source.file,
        row: source.row,
        value: local,
        rule: 'an id has no space in it',
      })
    return id
  }
}

function withNames(source: Source, names: Record<string, string>): Source {
  return { ...source, names: new Map([...source.names, ...Object.entries(names)]) }
}

function present(properties: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))
}

function slug(name: string): string {
  return fold(name).replaceAll(' ', '-')
}

function text(value: Value): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function whereabouts({ name = '', department, level }: Place): string {
  return department && level !== 'department' ? `${name} (${department})` : name
}

function degrees(cell: string): number {
  return /^[+-]?\d+([.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : NaN
}
