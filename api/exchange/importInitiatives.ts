import { checkRow, compareWithFirst } from './importChecks.ts'
import { withNames, type Draft } from './importDraft.ts'
import type { Partners } from './importPartners.ts'
import { placeName, placeOfRow } from './importPlaces.ts'
import { themeOf } from './importThemes.ts'
import type { Mapping } from './mapping.ts'
import type { Place } from './places.ts'
import type { Source, ValueRule } from './values.ts'

export type Group = { key: string; rows: Source[] }
type Initiative = { id: string; name: string; source: Source }
type Described = Mapping['initiatives'] | NonNullable<Mapping['initiatives']['furtherSites']>

/** The rows of each project, in the order of the file. */
export function projectsIn(draft: Draft): Group[] {
  const groups = new Map<string, Group>()
  for (const source of draft.inputs.rows) {
    const key = draft.required('group', draft.mapping.initiatives.group, source)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.rows.push(source)
    else groups.set(key, { key, rows: [source] })
  }
  return [...groups.values()]
}

/** Makes initiatives of projects and their further sites, with all that is linked to them. */
export class Initiatives {
  private readonly origins = new Map<string, Source>()

  constructor(
    private readonly draft: Draft,
    private readonly partners: Partners,
  ) {}

  /** The first row is the project in its own place, the others are further sites or tell more of it. */
  project({ key, rows }: Group): void {
    const { draft } = this
    const { initiatives } = draft.mapping
    const { furtherSites } = initiatives
    const [first, ...further] = rows
    if (!first) return
    const places = rows.map((row) => placeOfRow(draft, row))
    const project = this.initiative(initiatives, first, places[0] ?? {}, initiatives.familyName)
    rows.forEach((row, index) => checkRow(draft, row, places[index] ?? {}))
    for (const row of further) compareWithFirst(draft, first, row)
    if (!project) return
    draft.report.projects++
    this.about(project, first, 'project', key)
    for (const [index, row] of further.entries()) {
      if (!furtherSites) {
        this.about(project, row, 'project', key)
        continue
      }
      const named = withNames(row, { project: project.name })
      const site = this.initiative(furtherSites, named, places[index + 1] ?? {})
      if (!site) continue
      draft.report.sites++
      const properties = draft.properties(furtherSites.replicates, site.source)
      draft.link('REPLICATES', site.id, project.id, properties, site.source)
      this.about(site, site.source, 'sites', key)
    }
  }

  private initiative(
    rules: Described,
    from: Source,
    place: Place,
    familyName?: ValueRule,
  ): Initiative | undefined {
    const { draft } = this
    const source = withNames(from, { place: placeName(draft.mapping, place) })
    const local = draft.required('id', rules.id, source)
    const name = draft.required('name', rules.name, source)
    if (local === undefined || name === undefined) return undefined
    const id = draft.own(local, source)
    const twin = this.origins.get(id)
    if (twin) {
      const rule = `this id was made of row ${twin.row} of ${twin.file} already`
      draft.complain(source, { value: id, rule })
      return undefined
    }
    this.origins.set(id, source)
    const { summary, status, reason, startedOn, endedOn, website } = rules
    const properties = draft.properties(
      { summary, status, reason, startedOn, endedOn, website, familyName },
      source,
    )
    draft.node('Initiative', id, { name, ...properties }, source, rules.source)
    if (place.territory) draft.link('ACTS_IN', id, place.territory, {}, source)
    return { id, name, source }
  }

  /** Whom and what a row links to its initiative. */
  private about(initiative: Initiative, source: Source, on: 'project' | 'sites', group: string): void {
    const { draft } = this
    const isHere = (rule: { on: 'project' | 'sites' | 'all' }) => rule.on === on || rule.on === 'all'
    for (const rule of Object.values(draft.mapping.partners).filter(isHere))
      this.partners.link(rule, initiative, source, group)
    for (const { name, broader } of draft.mapping.themes.filter(isHere))
      for (const theme of draft.values(name, source))
        draft.link('ABOUT', initiative.id, themeOf(draft, theme, broader, source), {}, source)
  }
}
