import { isPartialDate } from '../../partialDate.ts'
import type { Value } from '../record.ts'
import { notIn, slug } from '../mapping/valueRule.ts'
import { vocabulary } from '../vocabulary.ts'
import type { Ledger } from './ledger.ts'
import { propertiesOf } from './nodes.ts'
import type { TidyRow } from './tidy.ts'
import { dateOf, hint, notDate, numberOf } from './words.ts'

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
  const isSaid = ledger.mayPublish(row, 'element', element)
  const known = vocabulary().links.get(type ?? 'ADAPTS')?.properties ?? new Map()
  const properties = type === 'CONSISTS_OF' ? {} : propertiesOf(ledger, row, known)
  if (!replication || !type || !isSaid || slug(element) === '') return
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
  if (type !== 'CONSISTS_OF') ledger.link(type, replication.start, id, properties, row)
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
  const isSaid = (['indicator', 'unit', 'method'] as const)
    .map((column) => ledger.mayPublish(row, column, cells.get(column) ?? ''))
    .every((is) => is)
  const dates = ['period_start', 'period_end'].map((column) => dateIn(ledger, row, column))
  if (initiative === undefined || !indicator || !unit || value === undefined || !isSaid) return
  const { period, span } = periodOf(...dates)
  const method = [cells.get('method'), span].filter(Boolean).join(' ') || undefined
  const properties: Record<string, Value> = { indicator, unit, value, period, method }
  const local = initiative.replace(`${ledger.recorder}:`, '')
  const id = ledger.own(`result-${local}-${slug(indicator)}${period ? `-${period}` : ''}`)
  const twin = ledger.nodes.originOf(id)
  if (twin)
    return ledger.complain(row, {
      column: 'indicator',
      value: indicator,
      rule: `row ${twin.row} measured it already`,
    })
  ledger.node('Result', id, properties, row)
  ledger.link('ACHIEVED', initiative, id, {}, row)
}

/** The date in a cell; a text that is none is told. */
function dateIn(ledger: Ledger, row: TidyRow, column: string): string | undefined {
  const text = row.cells.get(column)
  const date = text ? dateOf(text) : undefined
  if (date === undefined || isPartialDate(date)) return date
  ledger.complain(row, { column, value: text, rule: notDate })
  return undefined
}

/** One date that covers both: their year or month, else the later one, with the span in words. */
function periodOf(from?: string, to?: string): { period?: string; span?: string } {
  if (!from || !to || from === to) return { period: to || from || undefined }
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return { period: from.slice(0, 4) }
  if (from.slice(0, 7) === to.slice(0, 7) && from.length >= 7) return { period: from.slice(0, 7) }
  if (from.slice(0, 4) === to.slice(0, 4)) return { period: from.slice(0, 4), span: `(${from} – ${to})` }
  return { period: to, span: `(${from} – ${to})` }
}
