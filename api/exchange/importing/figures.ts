import type { Draft } from './draft.ts'
import { slug } from '../mapping/valueRule.ts'
import type { Source, ValueRule } from '../mapping/valueRule.ts'

/** The money that a row says was given for an initiative; `found` holds its partners by the name of their rule. */
export function linkGrants(
  draft: Draft,
  initiative: string,
  source: Source,
  found: ReadonlyMap<string, readonly string[]>,
): void {
  for (const { by, when, amount: said, currency, awardedOn, programme } of draft.mapping.grants) {
    if (!holds(draft, when, source)) continue
    const [amount] = draft.values(said, source)
    const [giver] = found.get(by) ?? []
    if (amount === undefined) continue
    if (giver === undefined) {
      draft.complain(source, { value: amount, rule: `is given by nobody: the row has no ${by}` })
      continue
    }
    const properties = draft.properties({ currency, awardedOn, programme }, source)
    const id = factId(initiative, 'grant', giver, properties['awardedOn'], properties['programme'])
    draft.node('Grant', id, { amount: Number(amount), ...properties }, source)
    draft.link('AWARDED', giver, id, {}, source)
    draft.link('FOR', id, initiative, {}, source)
  }
}

/** The figures that a row says an initiative achieved. */
export function linkResults(draft: Draft, initiative: string, source: Source): void {
  for (const { when, indicator: said, value, unit, period, method } of draft.mapping.results) {
    if (!holds(draft, when, source)) continue
    const [figure] = draft.values(value, source)
    const [indicator] = draft.values(said, source)
    if (figure === undefined || indicator === undefined) continue
    const properties = draft.properties({ unit, period, method }, source)
    const id = factId(initiative, 'result', indicator, properties['period'])
    draft.node('Result', id, { indicator, value: Number(figure), ...properties }, source)
    draft.link('ACHIEVED', initiative, id, {}, source)
  }
}

function holds(draft: Draft, when: ValueRule | undefined, source: Source): boolean {
  return !when || draft.values(when, source).length > 0
}

/** The id of what has none in the file: by its initiative, and what tells it from others there. */
function factId(initiative: string, kind: string, ...telling: unknown[]): string {
  return [
    initiative,
    kind,
    ...telling.flatMap((part) => (typeof part === 'string' ? [slug(part)] : [])),
  ].join(':')
}
