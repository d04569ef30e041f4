import type { Value } from '../record.ts'
import { vocabulary } from '../vocabulary.ts'
import type { Ledger } from './ledger.ts'
import { propertiesOf } from './nodes.ts'
import type { TidyRow } from './tidy.ts'
import { linkTypeOf, numberOf } from './words.ts'

const managed = ['id', 'source', 'recordedBy', 'recordedOn']

/** Makes the link of a row; what a funder gave is a grant beside it. Gives the link's id. */
export function addEdge(
  ledger: Ledger,
  row: TidyRow,
): { type: string; start: string; end: string } | undefined {
  const word = row.cells.get('type') ?? ''
  const told = linkTypeOf(word)
  if ('rule' in told) {
    ledger.complain(row, { column: 'type', value: word, rule: told.rule })
    return undefined
  }
  const { type, ...implied } = told.is
  const [start, end] = [ledger.named(row, 'source'), ledger.named(row, 'target')]
  if (start === undefined || end === undefined) return undefined
  const link = vocabulary().links.get(type)
  const known = new Map([...(link?.properties ?? [])].filter(([name]) => !managed.includes(name)))
  const before = ledger.problems.length
  const properties: Record<string, Value> = { ...implied, ...propertiesOf(ledger, row, known) }
  const wrong = endsProblem(ledger, type, start, end)
  if (wrong) ledger.complain(row, { column: 'type', value: type, rule: wrong })
  for (const [name, { required }] of known)
    if (required && properties[name] === undefined && ledger.problems.length === before)
      ledger.complain(row, { column: name, rule: `is empty, and ${type} needs it` })
  ledger.link(type, start, end, properties, row)
  addGrant(ledger, row, type, { start, end, since: properties['since'] })
  return { type, start, end }
}

/** What is wrong with the kinds of records that a link joins, as far as these files know them. */
function endsProblem(ledger: Ledger, type: string, start: string, end: string): string | undefined {
  const allowed = vocabulary().links.get(type)?.ends ?? []
  const kind = (id: string) =>
    ledger.nodes.get(id)?.label ?? (ledger.territories.has(id) ? 'Territory' : undefined)
  const [from, to] = [kind(start), kind(end)]
  if (from === undefined || to === undefined) return undefined
  if (allowed.some((pair) => pair.start === from && pair.end === to)) return undefined
  const wanted = allowed.map((pair) => `${pair.start} to ${pair.end}`).join(' or ')
  const isTurned = allowed.some((pair) => pair.start === to && pair.end === from)
  return `goes from ${from} to ${to}, wants ${wanted}${isTurned ? ': turn source and target round' : ''}`
}

function addGrant(
  ledger: Ledger,
  row: TidyRow,
  type: string,
  { start, end, since }: { start: string; end: string; since: Value },
): void {
  const text = row.cells.get('amount')
  if (!text) return
  const amount = numberOf(text)
  const currency = row.cells.get('currency')
  if (amount === undefined || amount < 0)
    return ledger.complain(row, { column: 'amount', value: text, rule: 'is no sum of money' })
  if (!currency || !/^[A-Z]{3}$/.test(currency))
    return ledger.complain(row, { column: 'currency', value: currency, rule: 'should be a code such as EUR' })
  if (type !== 'PARTNERS_IN')
    return ledger.complain(row, {
      column: 'amount',
      value: text,
      rule: `${type} carries no money: only PARTNERS_IN does`,
    })
  const local =
    row.cells.get('id') ?? `${start}-${end}-${String(since ?? amount)}`.replaceAll(`${ledger.recorder}:`, '')
  const id = ledger.own(`grant-${local.replace(/\s+/g, '-')}`)
  if (ledger.nodes.has(id))
    return ledger.complain(row, {
      column: 'id',
      value: local,
      rule: 'another grant has this id: give each edge its own',
    })
  ledger.node('Grant', id, { amount, currency, awardedOn: since, programme: row.cells.get('programme') }, row)
  ledger.link('AWARDED', start, id, {}, row)
  ledger.link('FOR', id, end, {}, row)
}
