import type { Value } from '../record.ts'
import { notIn, slug } from '../mapping/valueRule.ts'
import { vocabulary } from '../vocabulary.ts'
import type { Ledger } from './ledger.ts'
import { propertiesOf } from './nodes.ts'
import type { TidyRow } from './tidy.ts'
import { dateOf, hint, numberOf } from './words.ts'

const dispositions: Readonly<Record<string, string>> = {
  KEPT: 'KEEPS',
  KEEPS: 'KEEPS',
  ADAPTED: 'ADAPTS',
  ADAPTS: 'ADAPTS',
  DROPPED: 'DROPS',
  DROPS: 'DROPS',
  ADDED: 'CONSISTS_OF',
}

/** Says what a replication did with an element of its model; an element that is only named becomes the parent's. */
export function addElement(
  ledger: Ledger,
  row: TidyRow,
  replications: ReadonlyMap<string, { start: string; end: string }>,
  /** Edges that were told to be wrong. */
  broken: ReadonlySet<string>,
): void {
  const { cells } = row
  const named = cells.get('replication_id') ?? ''
  const replication = replications.get(named)
  const word = cells.get('disposition') ?? ''
  const type = dispositions[word.toUpperCase()]
  const element = cells.get('element') ?? ''
  if (!replication && !broken.has(named)) {
    const rule = `is no replication of these files${hint(named, [...replications.keys()])}`
    ledger.complain(row, { column: 'replication_id', value: named, rule })
  }
  if (!type)
    ledger.complain(row, {
      column: 'disposition',
      value: word,
      rule: notIn(word.toUpperCase(), ['KEPT', 'ADAPTED', 'DROPPED', 'ADDED'], 'disposition'),
    })
  if (slug(element) === '') ledger.complain(row, { column: 'element', value: element, rule: 'is empty' })
  if (!replication || !type || slug(element) === '') return
  const owner = type === 'CONSISTS_OF' ? replication.start : replication.end
  const given = ledger.own(element)
  const isGiven = ledger.nodes.get(given)?.label === 'Element'
  const id = isGiven
    ? given
    : ledger.own(`element-${owner.replace(`${ledger.recorder}:`, '')}-${slug(element)}`)
  if (!ledger.nodes.has(id)) {
    ledger.node('Element', id, { name: element, core: false }, row)
    ledger.link('CONSISTS_OF', owner, id, {}, row)
  }
  const known = vocabulary().links.get(type)?.properties ?? new Map()
  if (type !== 'CONSISTS_OF') ledger.link(type, replication.start, id, propertiesOf(ledger, row, known), row)
}

/** Says what an initiative measured. */
export function addResult(ledger: Ledger, row: TidyRow): void {
  const initiative = ledger.named(row, 'deployment_id')
  const { cells } = row
  const [indicator, unit] = [cells.get('indicator'), cells.get('unit')]
  const value = numberOf(cells.get('value') ?? '')
  if (!indicator) ledger.complain(row, { column: 'indicator', rule: 'is empty' })
  if (!unit) ledger.complain(row, { column: 'unit', rule: 'is empty: persons, euros, tonnes, …' })
  if (value === undefined)
    ledger.complain(row, { column: 'value', value: cells.get('value'), rule: 'is no number' })
  if (initiative === undefined || !indicator || !unit || value === undefined) return
  const { period, span } = periodOf(cells.get('period_start'), cells.get('period_end'))
  const method = [cells.get('method'), span].filter(Boolean).join(' ') || undefined
  const known = vocabulary().labels.get('Result') ?? new Map()
  const checked = { period, method }
  const asked = {
    ...row,
    cells: new Map(Object.entries(checked).filter((pair): pair is [string, string] => !!pair[1])),
  }
  const properties: Record<string, Value> = { indicator, unit, value, ...propertiesOf(ledger, asked, known) }
  const local = initiative.replace(`${ledger.recorder}:`, '')
  const id = ledger.own(`result-${local}-${slug(indicator)}${period ? `-${period}` : ''}`)
  const twin = ledger.rows.get(id)
  if (twin)
    return ledger.complain(row, {
      column: 'indicator',
      value: indicator,
      rule: `row ${twin.row} measured it already`,
    })
  ledger.node('Result', id, properties, row)
  ledger.link('ACHIEVED', initiative, id, {}, row)
}

/** One date that covers both: their year or month, else the later one, with the span in words. */
function periodOf(start?: string, end?: string): { period?: string; span?: string } {
  const [from, to] = [start && dateOf(start), end && dateOf(end)]
  if (!from || !to || from === to) return { period: to || from || undefined }
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return { period: from.slice(0, 4) }
  if (from.slice(0, 7) === to.slice(0, 7) && from.length >= 7) return { period: from.slice(0, 7) }
  if (from.slice(0, 4) === to.slice(0, 4)) return { period: from.slice(0, 4), span: `(${from} – ${to})` }
  return { period: to, span: `(${from} – ${to})` }
}
