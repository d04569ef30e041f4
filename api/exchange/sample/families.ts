import type { Family, FamilyInitiative, PlaceName } from './familyFile.ts'
import { identify } from './identity.ts'
import type { Records } from '../record.ts'
import { recording } from './recording.ts'
import type { Recorder } from './recording.ts'
import { searchText } from '../searchText.ts'
import { describe } from './sheets.ts'
import { countryName, places, territoryRecords } from '../places/territories.ts'

/** What the ids of the sample begin with, so that they never meet another network's. */
export const prefix = 'sample:'
const themeSource = 'Mot choisi en codant les faits'

/** Families as records: one prefix for their ids, each link with the source of the fact that states it. */
export function familyRecords(
  families: readonly Family[],
  recorder: Recorder,
  broader: Readonly<Record<string, string>>,
): Records {
  const codes = new Set<string>()
  const themes = new Set<string>()
  const { nodes, links, node, link } = recording(recorder)
  const at = (place: PlaceName, where: string) => {
    const code = codeOf(place, where)
    codes.add(code)
    return code
  }

  node('Network', recorder.id, { name: recorder.name, source: recorder.source })
  const origins = familyOrigins(families)
  for (const initiative of families.flatMap((family) => family.initiatives)) {
    const {
      territory,
      elements,
      replicates,
      keeps,
      adapts,
      drops,
      partners,
      uses,
      themes: about,
      results,
      grants,
    } = initiative
    const { name, summary, status, reason, startedOn, endedOn, website, source } = initiative
    const id = prefix + initiative.id
    const own = { name, summary, status, reason, startedOn, endedOn, website, source }
    node('Initiative', id, { ...own, ...origins.get(initiative.id) })
    if (territory) link('ACTS_IN', id, at(territory, initiative.id), { source })
    for (const theme of about) {
      themes.add(theme)
      link('ABOUT', id, themeId(theme), { source })
    }
    for (const { id: part, ...rest } of elements) {
      node('Element', prefix + part, rest)
      link('CONSISTS_OF', id, prefix + part, { source: rest.source })
    }
    for (const { of, ...rest } of replicates) link('REPLICATES', id, prefix + of, rest)
    for (const { element, ...rest } of keeps) link('KEEPS', id, prefix + element, rest)
    for (const { element, ...rest } of adapts) link('ADAPTS', id, prefix + element, rest)
    for (const { element, ...rest } of drops) link('DROPS', id, prefix + element, rest)
    for (const { partner, ...rest } of partners) {
      link('PARTNERS_IN', prefix + partner, id, rest, rest.role, rest.since)
    }
    for (const { commons, ...rest } of uses) link('USES', id, prefix + commons, rest)
    for (const { on, ...rest } of results) {
      const result = factId(id, 'result', rest.indicator, on)
      node('Result', result, { ...rest, period: on })
      link('ACHIEVED', id, result, { source: rest.source })
    }
    for (const { from, on, ...rest } of grants) {
      const grant = factId(id, 'grant', from, on, rest.programme)
      node('Grant', grant, { ...rest, awardedOn: on })
      link('AWARDED', prefix + from, grant, { source: rest.source })
      link('FOR', grant, id, { source: rest.source })
    }
    describe({ node, link }, id, initiative)
  }
  for (const { id, territory, identifiers, sameAs, ...rest } of merged(
    families,
    (family) => family.partners,
  )) {
    node('Partner', prefix + id, rest)
    identify({ node, link }, prefix + id, { identifiers, sameAs }, (partner) => prefix + partner)
    if (territory) link('BASED_IN', prefix + id, at(territory, id), { source: rest.source })
  }
  for (const { id, steward, ...rest } of merged(families, (family) => family.commons)) {
    node('Commons', prefix + id, rest)
    if (steward) link('STEWARDS', prefix + steward, prefix + id, { source: rest.source })
  }
  for (const { id, head, members, name, source } of merged(families, (family) => family.networks)) {
    node('Network', prefix + id, { name, source })
    link('HEADS', prefix + head, prefix + id, { source })
    for (const member of members) link('MEMBER_OF', prefix + member, prefix + id, { source })
  }
  for (const [narrow, wide] of Object.entries(broader)) {
    if (!themes.has(narrow)) continue
    themes.add(wide)
    link('BROADER', themeId(narrow), themeId(wide), { source: themeSource })
  }
  for (const theme of themes) node('Theme', themeId(theme), { name: theme, source: themeSource })
  const territories = territoryRecords([...codes], recorder.id, recorder.recordedOn)
  return { nodes: [...territories.nodes, ...nodes], links: [...territories.links, ...links] }
}

/** The id of a theme by its word. */
export function themeId(theme: string): string {
  return `theme:${searchText(theme).replaceAll(' ', '-')}`
}

/** The id of what has none in the file: by its initiative, and what tells it from others there. */
function factId(initiative: string, kind: string, ...telling: (string | undefined)[]): string {
  const folded = telling.flatMap((part) => (part ? [searchText(part).replaceAll(' ', '-')] : []))
  return [initiative, kind, ...folded].join(':')
}

/** The code of a place by what the file says of it: a code of the COG, a country, or a place abroad by its name. */
function codeOf({ name, country, cog, dep, reg }: PlaceName, where: string): string {
  if (cog) return `cog:${cog}`
  if (dep) return `dep:${dep}`
  if (reg) return `reg:${reg}`
  if (countryName(country) === name) return `iso:${country}`
  const known = [...places().territories, ...places().within]
  const found = known.find((place) => place.name === name && place.country === country)
  if (!found) throw new Error(`${where}: unknown territory: ${name} (${country}): add it to places.yaml`)
  return found.code
}

/** The records that several files give are one: their sources add up, what else they say must agree. */
function merged<T extends { id: string; source: string }>(
  families: readonly Family[],
  of: (family: Family) => readonly T[],
): T[] {
  const byId = new Map<string, T>()
  for (const family of families) {
    for (const record of of(family)) {
      const known = byId.get(record.id)
      byId.set(record.id, known ? both(known, record, family.file) : record)
    }
  }
  return [...byId.values()]
}

function both<T extends { id: string; source: string }>(known: T, record: T, file: string): T {
  for (const [name, value] of Object.entries(record)) {
    const other = (known as Record<string, unknown>)[name]
    if (name === 'source' || other === undefined || value === undefined) continue
    if (JSON.stringify(value) === JSON.stringify(other)) continue
    throw new Error(`${file}: ${record.id}: ${name} differs from another file's: ${JSON.stringify(other)}`)
  }
  const sources = new Set([...known.source.split('; '), record.source])
  return { ...record, ...known, source: [...sources].join('; ') }
}

/** What each family is called, for the initiative of its file that most others came from and that came from none. */
function familyOrigins(
  families: readonly Family[],
): Map<string, { familyName: string; familySummary: string }> {
  const children = new Map<string, string[]>()
  for (const { id, replicates } of families.flatMap((family) => family.initiatives)) {
    for (const { of } of replicates) children.set(of, [...(children.get(of) ?? []), id])
  }
  const descendants = (id: string, found = new Set<string>()): number => {
    for (const child of children.get(id) ?? []) {
      if (found.has(child)) continue
      found.add(child)
      descendants(child, found)
    }
    return found.size
  }
  return new Map(
    families.flatMap((family) => {
      const roots = family.initiatives.filter((initiative) => initiative.replicates.length === 0)
      const sizes = new Map(roots.map((root) => [root, descendants(root.id)]))
      const size = (root: FamilyInitiative) => sizes.get(root) ?? 0
      const root = roots.sort((one, other) => size(other) - size(one))[0]
      const called = { familyName: family.title, familySummary: family.summary.trim() }
      return root && size(root) > 0 ? [[root.id, called] as const] : []
    }),
  )
}
