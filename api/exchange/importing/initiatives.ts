import { checkRow, compareWithFirst } from './checks.ts'
import { CommonsMade } from './commons.ts'
import { withNames } from './draft.ts'
import type { Draft } from './draft.ts'
import { linkGrants, linkResults } from './figures.ts'
import type { Partners } from './partners.ts'
import { placeName, placesOfRow } from './places.ts'
import { foundRows, rowsOf } from './rows.ts'
import { themeOf } from './themes.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { NearWords } from '../nearest.ts'
import type { RowPlace } from '../kept/origins.ts'
import type { Place } from '../places/places.ts'
import { saysAny } from '../mapping/valueRule.ts'
import type { Source, ValueRule } from '../mapping/valueRule.ts'

export type Group = { key: string; rows: Source[] }
type Rules = NonNullable<Mapping['initiatives']>
/** One that lacks its id or name is read to its end, for what else is wrong with its row, and never written. */
type Initiative = { id: string; name: string; source: Source; isWhole: boolean }
type Described = Omit<Rules, 'same' | 'furtherSites'>
type On = 'project' | 'sites'

/**
 * The rows of each project, in the order of the file; rows that the mapping leaves out are told. A row that names no
 * project is told and read as one of its own, for what else is wrong with it.
 */
export function projectsIn(draft: Draft): Group[] {
  const { initiatives } = draft.mapping
  const groups = new Map<string, Group>()
  if (!initiatives) return []
  for (const source of draft.inputs.rows) {
    if (initiatives.when && draft.values(initiatives.when, source).length === 0) {
      draft.leaveOut(initiatives.when, initiatives.name, source)
      continue
    }
    const key = draft.required('group', initiatives.group ?? initiatives.id, source)
    const group = key === undefined ? undefined : groups.get(key)
    const own = key ?? `?${source.file}:${source.row}`
    if (group) group.rows.push(source)
    else groups.set(own, { key: own, rows: [source] })
  }
  return [...groups.values()]
}

/** Makes initiatives of projects and their further sites, with all that is linked to them. */
export class Initiatives {
  private readonly origins = new Map<string, RowPlace>()
  private readonly commons: CommonsMade
  private readonly near = new NearWords()

  constructor(
    private readonly draft: Draft,
    private readonly partners: Partners,
  ) {
    this.commons = new CommonsMade(draft, (local, source) => this.known(local, source))
  }

  /** The first row is the project in its own place, the others are further sites or tell more of it. */
  project({ key, rows }: Group): void {
    const { draft } = this
    const { initiatives } = draft.mapping
    const [first, ...further] = rows
    if (!first || !initiatives) return
    const { furtherSites } = initiatives
    // One entry may have become several rows, that all lie in its place.
    const isFirst = (row: Source) => row === first || row.row !== first.row || row.file !== first.file
    const places = rows.map((row) => (isFirst(row) ? placesOfRow(draft, draft.mapping.territory, row) : []))
    const project = this.initiative(initiatives, first, places[0] ?? [], initiatives.familyName)
    rows.forEach((row, index) => checkRow(draft, row, places[index]?.[0] ?? {}))
    for (const row of further) compareWithFirst(draft, initiatives.same, first, row)
    if (project.isWhole) draft.report.projects++
    this.about(project, project.source, 'project', key)
    for (const [index, row] of further.entries()) {
      const named = withNames(row, { project: project.name })
      if (!furtherSites) {
        for (const { territory } of places[index + 1] ?? [])
          if (territory) draft.link('ACTS_IN', project.id, territory, {}, row)
        this.about(project, withNames(named, { initiative: project.id }), 'project', key)
        continue
      }
      const site = this.initiative(furtherSites, named, places[index + 1] ?? [])
      if (site.isWhole) draft.report.sites++
      const properties = draft.properties(furtherSites.replicates, site.source)
      draft.link('REPLICATES', site.id, project.id, properties, site.source)
      this.about(site, site.source, 'sites', key)
    }
  }

  /** Which initiative takes up which, as rows say it, and commons that rows of their own tell of. */
  relations(): void {
    const { draft } = this
    for (const rule of draft.mapping.replications)
      for (const row of rowsOf(draft, rule)) this.replication(rule, row)
    for (const rule of draft.mapping.commons)
      for (const row of rowsOf(draft, rule)) this.commons.make(rule, row)
    for (const { rule, source } of this.waiting) this.replication(rule, source)
    this.commons.join()
  }

  private readonly waiting: { rule: Mapping['replications'][number]; source: Source }[] = []

  private initiative(
    rules: Described,
    from: Source,
    places: readonly Place[],
    familyName?: ValueRule,
  ): Initiative {
    const { draft } = this
    const near = draft.mapping.territory.find((rule) => rule.near)?.near
    const placed = withNames(from, { place: placeName(near, places[0] ?? {}) })
    const local = draft.required('id', rules.id, placed)
    const name = draft.required('name', rules.name, placed)
    const id = local === undefined ? undefined : draft.own(local, placed)
    const isWhole = id !== undefined && name !== undefined && this.isFirst(id, placed)
    const made = isWhole ? id : `${draft.options.recorder}:?${placed.file}:${placed.row}`
    const source = withNames(placed, { initiative: made })
    if (isWhole) this.origins.set(id, draft.placeOf(source))
    const { summary, status, reason, startedOn, endedOn, website } = rules
    const properties = draft.properties(
      { summary, status, reason, startedOn, endedOn, website, familyName },
      source,
    )
    draft.node('Initiative', made, { name, ...properties }, source, rules.source)
    for (const { territory } of places) if (territory) draft.link('ACTS_IN', made, territory, {}, source)
    return { id: made, name: name ?? '', source, isWhole }
  }

  /** Whether no row before made this id; else that is told. */
  private isFirst(id: string, source: Source): boolean {
    const twin = this.origins.get(id)
    const rule = `this id was made of row ${twin?.row} of ${twin?.file} already`
    if (twin) this.draft.complain(source, { value: id, rule })
    return twin === undefined
  }

  /** Whom and what a row links to its initiative. */
  private about(initiative: Initiative, source: Source, on: On, group: string): void {
    const { draft } = this
    const { partners, themes, replications, commons } = draft.mapping
    const isHere = (rule: { on: On | 'all' | 'nothing' }) => rule.on === on || rule.on === 'all'
    const found = new Map<string, string[]>()
    for (const [name, rule] of Object.entries(partners))
      if (isHere(rule)) found.set(name, this.partners.link(rule, initiative, source, group))
    for (const { name, broader } of themes.filter(isHere))
      for (const theme of draft.values(name, source))
        draft.link('ABOUT', initiative.id, themeOf(draft, theme, broader, source), {}, source)
    linkGrants(draft, initiative.id, source, found)
    linkResults(draft, initiative.id, source)
    for (const rule of commons) if (rule.from === undefined) this.commons.make(rule, source, found)
    // Its parent may come further down.
    for (const rule of replications)
      if (rule.from === undefined && (rule.each || saysAny(rule.parent, source)))
        this.waiting.push({ rule, source })
  }

  private replication(rule: Mapping['replications'][number], from: Source): void {
    const { draft } = this
    for (const source of foundRows(draft, rule, from)) {
      const [child] = rule.child
        ? draft.values(rule.child, source).map((local) => this.known(local, source))
        : [source.names.get('initiative')]
      for (const local of draft.values(rule.parent, source)) {
        const parent = this.known(local, source)
        const { level, mode, since, note } = rule
        const properties = draft.properties({ level, mode, since, note }, source)
        if (child && parent && properties['level'])
          draft.link('REPLICATES', child, parent, properties, source, [], rule.source)
      }
    }
  }

  /** The initiative of an id: one made here, or one of another network by its whole id. */
  private known(local: string, source: Source): string | undefined {
    const { draft, origins } = this
    const id = draft.own(local, source)
    if (origins.has(id)) return id
    if (local.includes(':') && !local.startsWith(`${draft.options.recorder}:`)) return local
    const near = this.near.of(id, () => origins.keys())
    draft.complain(source, {
      value: local,
      rule: `is no initiative of these files${near ? `: did you mean ${near}?` : ''}`,
    })
    return undefined
  }
}
