import type { Value } from '../record.ts'
import { vocabulary } from '../vocabulary.ts'
import type { Ledger } from './ledger.ts'
import { propertiesOf, shared } from './nodes.ts'
import type { TidyRow } from './tidy.ts'
import { linkTypeOf, numberOf } from './words.ts'

const managed = ['id', 'source', 'recordedBy', 'recordedOn']

/**
 * Makes the link of a row; what a funder gave is a grant beside it. Gives the link's ends. A row without a type or an end
 * is read to its end too, for what else is wrong with it.
 */
export function addEdge(
  ledger: Ledger,
  row: TidyRow,
): { type: string; start: string; end: string } | undefined {
  const word = row.cells.get('type') ?? ''
  const told = linkTypeOf(word)
  if ('rule' in told) ledger.complain(row, { column: 'type', value: word, rule: told.rule })
  const { type, ...implied } = 'is' in told ? told.is : { type: undefined }
  const [start, end] = [ledger.named(row, 'source'), ledger.named(row, 'target')]
  const { links } = vocabulary()
  const all =
    type === undefined
      ? shared([...links.values()].map(({ properties }) => properties))
      : links.get(type)?.properties
  const known = new Map([...(all ?? [])].filter(([name]) => !managed.includes(name)))
  const failed = new Set<string>()
  const properties: Record<string, Value> = { ...implied, ...propertiesOf(ledger, row, known, failed) }
  for (const [name, { required }] of type === undefined ? [] : known)
    if (required && properties[name] === undefined && !failed.has(name))
      ledger.complain(row, { column: name, rule: `is empty, and ${type} needs it` })
  const given = grantOf(ledger, row, type)
  if (type === undefined || start === undefined || end === undefined) return undefined
  const wrong = endsProblem(ledger, type, start, end)
  if (wrong) ledger.complain(row, { column: 'type', value: type, rule: wrong })
  ledger.link(type, start, end, properties, row)
  if (given) addGrant(ledger, row, given, { start, end, since: properties['since'] })
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

type Given = { amount: number; currency: string; programme: string | undefined }

/** The money that a row says was given, unless something is wrong with it. */
function grantOf(ledger: Ledger, row: TidyRow, type: string | undefined): Given | undefined {
  const text = row.cells.get('amount')
  if (!text) return undefined
  const amount = numberOf(text)
  const [currency, programme] = [row.cells.get('currency'), row.cells.get('programme')]
  const isSum = amount !== undefined && amount >= 0
  const isCurrency = currency !== undefined && /^[A-Z]{3}$/.test(currency)
  const carries = type === undefined || type === 'PARTNERS_IN'
  const complain = (column: string, value: string | undefined, rule: string) =>
    ledger.complain(row, { column, value, rule })
  if (!isSum) complain('amount', text, 'is no sum of money')
  else if (!carries) complain('amount', text, `${type} carries no money: only PARTNERS_IN does`)
  if (!isCurrency) complain('currency', currency, 'should be a code such as EUR')
  const isSaid = programme === undefined || ledger.mayPublish(row, 'programme', programme)
  return isSum && isCurrency && carries && isSaid ? { amount, currency, programme } : undefined
}

function addGrant(
  ledger: Ledger,
  row: TidyRow,
  { amount, currency, programme }: Given,
  { start, end, since }: { start: string; end: string; since: Value },
): void {
  const local =
    row.cells.get('id') ?? `${start}-${end}-${String(since ?? amount)}`.replaceAll(`${ledger.recorder}:`, '')
  const id = ledger.own(`grant-${local.replace(/\s+/g, '-')}`)
  if (ledger.nodes.has(id))
    return ledger.complain(row, {
      column: 'id',
      value: local,
      rule: 'another grant has this id: give each edge its own',
    })
  ledger.node('Grant', id, { amount, currency, awardedOn: since, programme }, row)
  ledger.link('AWARDED', start, id, {}, row)
  ledger.link('FOR', id, end, {}, row)
}
