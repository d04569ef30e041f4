import type { Table } from '../files/format.ts'
import { tidyRow } from '../tidy/tidy.ts'
import type { Tidy } from '../tidy/tidy.ts'
import { dateOf } from '../tidy/words.ts'
import { slug } from '../mapping/valueRule.ts'

type Fact = 'id' | 'purpose' | 'summary' | 'amount' | 'currency' | 'on' | 'programme' | 'source'
type Side = { name: string[]; numbers: string[] }
/** Where a form of grants keeps what: the first of the columns that is filled. */
type Form = { telling: string[]; giver: Side; receiver: Side } & Record<Fact, string[]>

const forms: readonly Form[] = [
  // 360Giving as JSON, keys by their path.
  {
    telling: ['amountAwarded', 'awardDate'],
    giver: { name: ['fundingOrganization.name'], numbers: ['fundingOrganization.id'] },
    receiver: { name: ['recipientOrganization.name'], numbers: ['recipientOrganization.id'] },
    id: ['id'],
    purpose: ['title'],
    summary: ['description'],
    amount: ['amountAwarded'],
    currency: ['currency'],
    on: ['awardDate'],
    programme: ['grantProgramme.title'],
    source: ['dataSource'],
  },
  // 360Giving as a table.
  {
    telling: ['Amount Awarded', 'Award Date'],
    giver: { name: ['Funding Org:Name'], numbers: ['Funding Org:Identifier'] },
    receiver: { name: ['Recipient Org:Name'], numbers: ['Recipient Org:Identifier'] },
    id: ['Identifier'],
    purpose: ['Title'],
    summary: ['Description'],
    amount: ['Amount Awarded'],
    currency: ['Currency'],
    on: ['Award Date'],
    programme: ['Grant Programme:Title'],
    source: ['Data Source'],
  },
  // The French schema of subsidies (SCDL), always in euros.
  {
    telling: ['nomAttribuant', 'montant'],
    giver: { name: ['nomAttribuant'], numbers: ['idAttribuant'] },
    receiver: { name: ['nomBeneficiaire'], numbers: ['idBeneficiaire', 'rnaBeneficiaire'] },
    id: ['referenceDecision'],
    purpose: ['objet'],
    summary: [],
    amount: ['montant'],
    currency: [],
    on: ['dateConvention'],
    programme: ['dispositifAide'],
    source: [],
  },
]

/**
 * Grants of 360Giving or SCDL: who gave how much to whom, for what. What a receiver was given money for is one initiative,
 * which it carries, however many grants it got. Says whether any table was one.
 */
export function readGrants(name: string, tables: readonly Table[], tidy: Tidy, isTrial = false): boolean {
  const fitting = tables.flatMap((table) => {
    const form = forms.find(({ telling }) => telling.every((column) => table.columns.includes(column)))
    return form ? [{ table, form }] : []
  })
  if (fitting.length === 0 && !isTrial)
    tidy.problems.push({ file: name, severity: 'critical', rule: 'holds no grants of 360Giving' })
  for (const { table, form } of fitting) readTable(name, table, form, tidy)
  return fitting.length > 0
}

function readTable(file: string, { rows, problems }: Table, form: Form, tidy: Tidy): void {
  const known = new Set<string>()
  tidy.problems.push(...problems)
  tidy.read.push({ file, as: 'grants', rows: rows.length })
  for (const { row, cells } of rows) {
    const get = (columns: readonly string[]) => columns.map((column) => cells.get(column)).find(Boolean) ?? ''
    const source = get(form.source)
    const make = (id: string, given: Record<string, string>) => {
      if (!known.has(id)) tidy.nodes.push(tidyRow(file, row, { id, source_url: source, ...given }))
      known.add(id)
    }
    const [giver, receiver] = [form.giver, form.receiver].map(({ name, numbers }) => {
      const given = numbers.map((column) => cells.get(column) ?? '').filter(Boolean)
      const identifiers = given.map(numberOf).filter((number) => number !== undefined)
      const id = `org-${slug(given[0] ?? '') || slug(get(name))}`
      make(id, { type: 'Partner', name: get(name), identifiers: identifiers.join('|') })
      return id
    })
    const purpose = get(form.purpose)
    const initiative = `for-${receiver?.replace('org-', '')}-${slug(purpose).slice(0, 80)}`
    make(initiative, { type: 'Initiative', name: purpose, summary: get(form.summary) })
    const link = { target: initiative, source_url: source }
    const since = dateOf(get(form.on))
    const id = get(form.id) || String(row)
    const grant = {
      amount: get(form.amount),
      currency: get(form.currency) || (form.currency.length ? '' : 'EUR'),
    }
    const receiverEdge = `${receiver} ${initiative}`
    if (!known.has(receiverEdge))
      tidy.edges.push(tidyRow(file, row, { ...link, type: 'CARRIER', source: receiver }))
    known.add(receiverEdge)
    tidy.edges.push(
      tidyRow(file, row, {
        ...{ ...link, ...grant, id, type: 'FUNDER', source: giver, start: since },
        programme: get(form.programme),
      }),
    )
  }
}

/** A number as the tidy tables write it: org-id.guide's `FR-RCS-` and bare numbers are SIREN and SIRET. */
function numberOf(text: string): string | undefined {
  const bare = text.replace(/^FR-(RCS|INSEE)-/i, '').replace(/\s/g, '')
  if (/^\d{14}$/.test(bare)) return `siret:${bare}`
  if (/^\d{9}$/.test(bare)) return `siren:${bare}`
  if (/^W\d[\dAB]\d{7}$/i.test(bare)) return `rna:${bare}`
  const [, country, register, number] = /^([A-Z]{2})-([A-Z]+)-(.+)$/.exec(text) ?? []
  return number ? `${country}-${register}:${number}`.toLowerCase() : undefined
}
