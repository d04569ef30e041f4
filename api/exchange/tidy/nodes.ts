import { identifierOf } from '../identity/identifiers.ts'
import type { Value } from '../record.ts'
import { slug } from '../mapping/valueRule.ts'
import { vocabulary } from '../vocabulary.ts'
import type { Properties, Property } from '../vocabulary.ts'
import type { Ledger } from './ledger.ts'
import type { TidyRow } from './tidy.ts'
import { labelOf, valueOf } from './words.ts'
import { isTerritory, whereOf } from './where.ts'

const begins = ['startedOn', 'startsOn', 'opensOn', 'heldOn', 'awardedOn', 'validFrom', 'since', 'period']
const ends = ['endedOn', 'endsOn', 'closesOn', 'validUntil', 'until']
const placed: Readonly<Record<string, string>> = {
  Initiative: 'ACTS_IN',
  Partner: 'BASED_IN',
  MatchmakingEvent: 'HELD_IN',
}
// What the schema wants and a table need not say.
const usual: Readonly<Record<string, Record<string, Value>>> = {
  Partner: { kind: 'OTHER' },
  Element: { core: false },
}
const managed = ['id', 'source', 'recordedBy', 'recordedOn']

/**
 * Makes the record of a row, with its place, its identifiers and its themes. A row without an id or a kind is read to its
 * end too, for what else is wrong with it.
 */
export function addNode(ledger: Ledger, row: TidyRow): void {
  const { cells } = row
  const local = cells.get('id')
  const word = cells.get('type')
  for (const column of ['id', 'type'])
    if (!cells.get(column)) ledger.complain(row, { column, rule: 'is empty' })
  const told = word ? labelOf(word) : undefined
  if (told && 'rule' in told) ledger.complain(row, { column: 'type', value: word, rule: told.rule })
  const label = told && 'is' in told ? told.is : undefined
  if (label === 'Territory') return local ? addTerritory(ledger, row, local) : undefined
  const given = local ? ledger.own(local) : undefined
  const twin = given === undefined ? undefined : ledger.nodes.originOf(given)
  if (twin) {
    const rule = `row ${twin.row} of ${twin.file} has this id already`
    ledger.complain(row, { column: 'id', value: local, rule })
  }
  if (given !== undefined && label === undefined) ledger.broken.add(given)
  const id = given === undefined || twin || label === undefined ? ledger.nameless(row) : given
  const { labels } = vocabulary()
  const known = (label === undefined ? undefined : labels.get(label)) ?? shared([...labels.values()])
  const failed = new Set<string>()
  const properties = { ...usual[label ?? ''], ...propertiesOf(ledger, row, known, failed) }
  for (const [name, { required, isList }] of label === undefined ? [] : known)
    if (required && !isList && !managed.includes(name) && !failed.has(name) && properties[name] === undefined)
      ledger.complain(row, { column: name, rule: `is empty, and ${label} needs it` })
  ledger.node(label ?? '', id, properties, row)
  addPlace(ledger, row, label, id)
  addIdentifiers(ledger, row, label, id)
  addThemes(ledger, row, label, id)
}

/** What properties of one name are, where every kind that has it means the same. */
export function shared(kinds: readonly Properties[]): Properties {
  const same = new Map<string, Property>()
  const differing = new Set<string>()
  for (const [name, property] of kinds.flatMap((kind) => [...kind])) {
    const twin = same.get(name)
    if (twin && (twin.type !== property.type || twin.isList !== property.isList)) differing.add(name)
    same.set(name, property)
  }
  return new Map([...same].filter(([name]) => !differing.has(name)))
}

/** The properties that the columns of a row fill; `failed` takes those that a column names and does not say. */
export function propertiesOf(
  ledger: Ledger,
  row: TidyRow,
  known: Properties,
  failed = new Set<string>(),
): Record<string, Value> {
  const properties: Record<string, Value> = {}
  const fill = (column: string, name: string | undefined) => {
    const text = row.cells.get(column)
    const property = name === undefined ? undefined : known.get(name)
    if (!text || name === undefined || !property || properties[name] !== undefined) return
    const told = valueOf(text, property)
    if ('is' in told) properties[name] = told.is
    else {
      failed.add(name)
      ledger.complain(row, { column, value: text, rule: told.rule })
    }
  }
  for (const column of row.cells.keys()) if (!managed.includes(column)) fill(column, column)
  fill(
    'start',
    begins.find((name) => known.has(name)),
  )
  fill(
    'end',
    ends.find((name) => known.has(name)),
  )
  return properties
}

function addTerritory(ledger: Ledger, row: TidyRow, local: string): void {
  const { territory } = whereOf(row)
  const code = isTerritory(local) ? local : territory
  if (code) ledger.territories.add(code)
  else
    ledger.complain(row, { column: 'id', value: local, rule: 'is no code of a territory, such as cog:26345' })
}

function addPlace(ledger: Ledger, row: TidyRow, label: string | undefined, id: string): void {
  const type = placed[label ?? '']
  const { territory, problems } = whereOf(row)
  for (const problem of problems) ledger.complain(row, problem)
  if (!territory || label === undefined) return
  if (!type)
    return ledger.complain(row, {
      column: 'territory_code',
      rule: `${label} has no place`,
      severity: 'warning',
    })
  ledger.territories.add(territory)
  ledger.link(type, id, territory, {}, row)
}

function addIdentifiers(ledger: Ledger, row: TidyRow, label = 'Partner', id: string): void {
  const given = (row.cells.get('identifiers') ?? '').split('|').filter((text) => text.trim() !== '')
  for (const text of given) {
    const [scheme = '', ...rest] = text.trim().split(':')
    const isKnown = vocabulary().enums.get('IdentifierScheme')?.includes(scheme.toUpperCase()) ?? false
    const found = isKnown
      ? identifierOf(scheme.toUpperCase(), rest.join(':'))
      : identifierOf('OTHER', text.trim())
    const rule =
      'rule' in found ? found.rule : label === 'Partner' ? undefined : `only a Partner has identifiers`
    if (rule) ledger.complain(row, { column: 'identifiers', value: text.trim(), rule })
    if ('rule' in found || rule) continue
    if (!ledger.nodes.has(found.id))
      ledger.node('Identifier', found.id, { scheme: found.scheme, value: found.value }, row)
    ledger.link('IDENTIFIED_BY', id, found.id, {}, row)
  }
}

function addThemes(ledger: Ledger, row: TidyRow, label = '', id: string): void {
  const names = (row.cells.get('themes') ?? '').split('|').map((name) => name.trim())
  for (const name of names.filter((one) => slug(one) !== '')) {
    if (!['Initiative', 'Programme'].includes(label)) return
    if (!ledger.mayPublish(row, 'themes', name)) continue
    const theme = ledger.own(`theme-${slug(name)}`)
    if (!ledger.nodes.has(theme)) ledger.node('Theme', theme, { name }, row)
    ledger.link('ABOUT', id, theme, {}, row)
  }
}
