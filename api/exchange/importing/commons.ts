import type { Draft } from './draft.ts'
import { foundRows } from './rows.ts'
import type { Mapping } from '../mapping/mapping.ts'
import type { Source, ValueRule } from '../mapping/valueRule.ts'

type Rule = Mapping['commons'][number]
type Use = {
  type: 'USES' | 'CONTRIBUTES_TO'
  rule: Rule
  commons: string
  local: string
  source: Source
}
type Known = (local: string, source: Source) => string | undefined

/** The commons that rows tell of, with who uses, enriches and looks after them. */
export class CommonsMade {
  private readonly uses: Use[] = []

  constructor(
    private readonly draft: Draft,
    private readonly known: Known,
  ) {}

  /** Makes the commons of a row; `found` holds the partners of the row by the name of their rule. */
  make(rule: Rule, from: Source, found: ReadonlyMap<string, readonly string[]> = new Map()): void {
    const { draft } = this
    for (const source of foundRows(draft, rule, from)) {
      const local = draft.required('id', rule.id, source)
      const name = draft.required('name', rule.name, source)
      if (local === undefined || name === undefined) continue
      const commons = draft.own(local, source)
      if (!draft.nodes.has(commons)) {
        const { kind, licence, url } = rule
        draft.node(
          'Commons',
          commons,
          { name, ...draft.properties({ kind, licence, url }, source) },
          source,
          rule.source,
        )
      }
      for (const { partner, when } of rule.stewardedBy)
        if (!when || draft.values(when, source).length > 0)
          for (const steward of found.get(partner) ?? []) draft.link('STEWARDS', steward, commons, {}, source)
      const use = (type: Use['type'], values: readonly ValueRule[]) => {
        for (const local of values.flatMap((value) => draft.values(value, source)))
          this.uses.push({ type, rule, commons, local, source })
      }
      use('USES', rule.usedBy)
      use('CONTRIBUTES_TO', rule.enrichedBy)
    }
  }

  /** Links them to initiatives, once all of these are made. */
  join(): void {
    const { draft, known } = this
    for (const { type, rule, commons, local, source } of this.uses) {
      const initiative = known(local, source)
      const properties = draft.properties({ since: rule.since }, source)
      if (initiative) draft.link(type, initiative, commons, properties, source, [], rule.source)
    }
  }
}
