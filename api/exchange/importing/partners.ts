import { identifierOf } from '../identity/identifiers.ts'
import type { Identifier } from '../identity/identifiers.ts'
import { columnOf, withNames, type Draft } from './draft.ts'
import { placesOfRow } from './places.ts'
import { foundRows, rowsOf } from './rows.ts'
import { twins } from './twins.ts'
import type { Mapping } from '../mapping/mapping.ts'
import type { RowPlace } from '../kept/origins.ts'
import type { NodeRow, Value } from '../record.ts'
import { slug } from '../mapping/valueRule.ts'
import type { Source } from '../mapping/valueRule.ts'

type PartnerRule = Mapping['partners'][string]
type OrganisationRule = Omit<PartnerRule, 'role' | 'on' | 'note'>
type Merging = {
  id: string
  row: NodeRow
  origin: RowPlace
  spellings: Set<string>
  groups: Set<string>
  isNamed: boolean
  identifiers: Map<string, Identifier>
}

/** What is longer is a sentence that slipped into the column of names. */
const longestName = 150

/** The partners that the rows name: one for each id, under however many spellings. */
export class Partners {
  private readonly merged = new Map<string, Merging>()
  private readonly byIdentifier = new Map<string, string>()

  constructor(private readonly draft: Draft) {}

  /** Links an initiative to the partners that a rule finds in a row; their ids. */
  link(rule: PartnerRule, initiative: { id: string; name: string }, source: Source, group: string): string[] {
    const { draft } = this
    if (rule.when && draft.values(rule.when, source).length === 0) {
      const said = { ...rule.when, is: undefined, isNot: undefined }
      if (draft.values(said, source).length === 0)
        draft.report.leftOut.push({
          file: source.file,
          row: source.row,
          ...columnOf(rule.when, source),
          rule: `empty: ${initiative.name} is not linked to ${draft.values(rule.name, source).join(', ')}`,
          severity: 'warning',
        })
      return []
    }
    const before = draft.complained
    const found = this.partnersIn(rule, source, group)
    if (found.length === 0 && draft.complained > before) this.readToTheEnd(rule, source)
    return found.map(({ id, source: named }) => {
      const { role, since, until, note } = rule
      const properties = draft.properties({ role, since, until, note }, named)
      const rest = [text(properties['role']), text(properties['since'])]
      if (properties['role'] !== undefined)
        draft.link('PARTNERS_IN', id, initiative.id, properties, source, rest)
      return id
    })
  }

  /** The members of the network that records: one row, one partner. */
  members(): void {
    const { draft } = this
    for (const rule of draft.mapping.members)
      for (const source of rule.from === undefined ? draft.inputs.rows : rowsOf(draft, rule)) {
        if (rule.when && draft.values(rule.when, source).length === 0) {
          draft.leaveOut(rule.when, rule.name, source)
          continue
        }
        const group = draft.required('name', rule.name, source)
        if (group === undefined) {
          this.readToTheEnd(rule, source)
          continue
        }
        for (const { id, source: named } of this.partnersIn(rule, source, group)) {
          const { since, until, tier } = rule
          const properties = draft.properties({ since, until, tier }, named)
          draft.link('MEMBER_OF', id, draft.options.recorder, properties, named)
        }
      }
  }

  /** Tells what else is wrong with a row whose partner has no name that could be taken. */
  private readToTheEnd(rule: PartnerRule | Mapping['members'][number], source: Source): void {
    const { acronym, kind, website, since, until } = rule
    this.identifiers(rule, source)
    this.draft.properties({ acronym, kind, website, since, until }, source)
    placesOfRow(this.draft, rule.territory, source)
  }

  /** The network that records, with whoever heads it. */
  network(): void {
    const { draft } = this
    const { network, partners } = draft.mapping
    const { recorder, ownsNetwork, networkName, licence = network?.licence } = draft.options
    const [first] = draft.inputs.rows
    const own = ownsNetwork ? network : undefined
    const name = own?.name ?? networkName
    if (name === undefined || !first) return
    draft.node('Network', recorder, { name, website: own?.website, licence }, first)
    const head = own?.headedBy ? partners[own.headedBy] : undefined
    for (const row of head ? draft.inputs.rows : []) {
      const [found] = head ? this.partnersIn(head, row, '') : []
      if (!found) continue
      draft.link('HEADS', found.id, recorder, {}, first)
      return
    }
  }

  /** Puts the partners among the records, and tells which of them were brought together. */
  settle(): void {
    const { nodes, report } = this.draft
    for (const { id, row, origin, isNamed, spellings, groups } of this.merged.values()) {
      const twin = nodes.get(id)
      if (twin)
        this.draft.complain(origin, {
          value: id,
          rule: `this id is also that of the ${twin.label} ${String(twin.properties['name'])}: give partners ids of their own`,
        })
      nodes.set(row, origin)
      // The file itself says that who has an id is one.
      if (spellings.size > 1 || (groups.size > 1 && isNamed))
        report.merged.push({ id, spellings: [...spellings], projects: groups.size })
    }
    report.partners = this.merged.size
    for (const [one, other] of twins([...this.merged.values()], ({ row }) => String(row.properties['name'])))
      report.notes.push({
        ...other.origin,
        value: String(other.row.properties['name']),
        rule: `may be ${String(one.row.properties['name'])} of row ${one.origin.row}, spelt otherwise: two partners until both are written alike`,
        severity: 'note',
      })
  }

  private partnersIn(
    rule: OrganisationRule,
    source: Source,
    group: string,
  ): { id: string; source: Source }[] {
    const { draft } = this
    return foundRows(draft, { ...rule, when: undefined }, source).flatMap((row) =>
      draft.values(rule.name, row).flatMap((name) => {
        const named = withNames(row, { value: name })
        const id = this.partner(rule, name, named, group)
        return id === undefined ? [] : [{ id, source: named }]
      }),
    )
  }

  private partner(rule: OrganisationRule, name: string, source: Source, group: string): string | undefined {
    const { draft } = this
    if (name.length > longestName) {
      draft.report.leftOut.push({
        ...{ file: source.file, row: source.row, ...columnOf(rule.name, source), value: name },
        ...{ rule: `is no name of a partner: it has more than ${longestName} signs`, severity: 'warning' },
      })
      return undefined
    }
    const identifiers = this.identifiers(rule, source)
    const local = (rule.id ? draft.values(rule.id, source)[0] : undefined) ?? slug(name)
    if (local === '') {
      draft.complain(source, { value: name, rule: 'has no letter or digit to make an id of' })
      return undefined
    }
    const id = this.idOf(draft.own(local, source), name, identifiers, source)
    const merging = this.merged.get(id)
    if (merging) {
      merging.groups.add(group)
      merging.spellings.add(name)
      this.fill(merging, rule, source)
      this.identify(merging, identifiers, source)
      return id
    }
    const { acronym, kind, website } = rule
    const properties = {
      name,
      ...draft.properties({ acronym, kind, website }, source),
      ...draft.said(source),
    }
    const row = { label: 'Partner', id, properties }
    const isNamed = !rule.id && rule.name.templates.flat().some((part) => typeof part !== 'string')
    const made: Merging = {
      ...{ id, row, origin: draft.placeOf(source), isNamed, identifiers: new Map<string, Identifier>() },
      ...{ spellings: new Set([name]), groups: new Set([group]) },
    }
    this.merged.set(id, made)
    this.identify(made, identifiers, source)
    for (const { territory } of placesOfRow(draft, rule.territory, source))
      if (territory) draft.link('BASED_IN', id, territory, {}, source)
    return id
  }

  /** A later row tells what earlier ones left open; what they said stays. */
  private fill({ row }: Merging, { acronym, website }: OrganisationRule, source: Source): void {
    for (const [name, rule] of Object.entries({ acronym, website }))
      if (rule && row.properties[name] === undefined) {
        const [value] = this.draft.values(rule, source)
        if (value !== undefined) row.properties[name] = value
      }
  }

  /** The record that has one of the identifiers, whatever its name; another one when the same name has others. */
  private idOf(id: string, name: string, identifiers: readonly Identifier[], source: Source): string {
    const { draft } = this
    const known = identifiers.map((each) => this.byIdentifier.get(each.id)).find((each) => each !== undefined)
    if (known !== undefined) return known
    const twin = this.merged.get(id)
    const other = identifiers.find(({ scheme }) => twin?.identifiers.has(scheme))
    if (!twin || !other) return id
    draft.report.leftOut.push({
      file: source.file,
      row: source.row,
      value: name,
      rule: `another record of this name has another ${other.scheme}: they are kept apart`,
      severity: 'warning',
    })
    return `${id}-${other.value.toLowerCase()}`
  }

  private identifiers(rule: OrganisationRule, source: Source): Identifier[] {
    const { draft } = this
    return Object.entries(rule.identifiers).flatMap(([scheme, value]) =>
      (value ? draft.values(value, source) : []).flatMap((said) => {
        const found = identifierOf(scheme, said)
        if (!('rule' in found)) return [found]
        const problem = { ...(value ? columnOf(value, source) : {}), value: said, rule: found.rule }
        if (value?.leaveOut)
          draft.report.leftOut.push({ file: source.file, row: source.row, severity: 'warning', ...problem })
        else draft.complain(source, problem)
        return []
      }),
    )
  }

  private identify(merging: Merging, identifiers: readonly Identifier[], source: Source): void {
    for (const identifier of identifiers) {
      const { id, scheme, value } = identifier
      merging.identifiers.set(scheme, identifier)
      this.byIdentifier.set(id, merging.id)
      this.draft.node('Identifier', id, { scheme, value }, source)
      this.draft.link('IDENTIFIED_BY', merging.id, id, {}, source)
    }
  }
}

function text(value: Value): string | undefined {
  return typeof value === 'string' ? value : undefined
}
