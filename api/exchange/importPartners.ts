import { columnOf, withNames, type Draft } from './importDraft.ts'
import type { Mapping } from './mapping.ts'
import type { NodeRow, Value } from './record.ts'
import { slug } from './values.ts'
import type { Source } from './values.ts'

type PartnerRule = Mapping['partners'][string]
type Merging = { id: string; row: NodeRow; spellings: Set<string>; groups: Set<string>; isRead: boolean }

/** The partners that the rows name: one for each id, under however many spellings. */
export class Partners {
  private readonly merged = new Map<string, Merging>()

  constructor(private readonly draft: Draft) {}

  /** Links an initiative to the partners that a rule finds in a row. */
  link(rule: PartnerRule, initiative: { id: string; name: string }, source: Source, group: string): void {
    const { draft } = this
    if (rule.when && draft.values(rule.when, source).length === 0) {
      draft.report.leftOut.push({
        file: source.file,
        row: source.row,
        ...columnOf(rule.when, source),
        rule: `empty: ${initiative.name} is not linked to ${draft.values(rule.name, source).join(', ')}`,
      })
      return
    }
    for (const name of draft.values(rule.name, source)) {
      const named = withNames(source, { value: name })
      const partner = this.partner(rule, name, named, group)
      const { role, since, until, note } = rule
      const properties = draft.properties({ role, since, until, note }, named)
      const rest = [text(properties['role']), text(properties['since'])]
      if (partner && properties['role'] !== undefined)
        draft.link('PARTNERS_IN', partner, initiative.id, properties, source, rest)
    }
  }

  /** The network that records, with whoever heads it. */
  network(): void {
    const { draft } = this
    const { network, partners } = draft.mapping
    const { recorder, ownsNetwork } = draft.options
    const [first] = draft.inputs.rows
    if (!network || !ownsNetwork || !first) return
    draft.node('Network', recorder, { name: network.name, website: network.website }, first)
    const head = network.headedBy ? partners[network.headedBy] : undefined
    const [headName] = head ? draft.values(head.name, first) : []
    if (!head || headName === undefined) return
    const id = this.partner(head, headName, withNames(first, { value: headName }), '')
    if (id) draft.link('HEADS', id, recorder, {}, first)
  }

  /** Puts the partners among the records, and tells which of them were brought together. */
  settle(): void {
    const { nodes, report } = this.draft
    for (const { id, row, isRead, spellings, groups } of this.merged.values()) {
      nodes.set(id, row)
      if (spellings.size > 1 || (groups.size > 1 && isRead))
        report.merged.push({ id, spellings: [...spellings], projects: groups.size })
    }
    report.partners = this.merged.size
  }

  private partner(rule: PartnerRule, name: string, source: Source, group: string): string | undefined {
    const { draft } = this
    const local = (rule.id ? draft.values(rule.id, source)[0] : undefined) ?? slug(name)
    if (local === '') {
      draft.complain(source, { value: name, rule: 'has no letter or digit to make an id of' })
      return undefined
    }
    const id = draft.own(local, source)
    const merging = this.merged.get(id)
    if (merging) {
      merging.groups.add(group)
      merging.spellings.add(name)
      return id
    }
    const { acronym, kind, website } = rule
    const properties = {
      name,
      ...draft.properties({ acronym, kind, website }, source),
      ...draft.said(source),
    }
    const row = { label: 'Partner', id, properties }
    const isRead = rule.name.templates.flat().some((part) => typeof part !== 'string')
    this.merged.set(id, { id, row, spellings: new Set([name]), groups: new Set([group]), isRead })
    return id
  }
}

function text(value: Value): string | undefined {
  return typeof value === 'string' ? value : undefined
}
