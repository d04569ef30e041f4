import type { LinkRow, NodeRow, Records, Value } from '../../api/exchange/record.ts'
import { linkId } from '../../api/exchange/record.ts'

type Given = Record<string, Value>
const provenance = { source: 'https://example.org/page', recordedBy: 'us', recordedOn: '2026-01-01' }

/** A record of the network `us`. */
export function node(label: string, id: string, given: Given = {}): NodeRow {
  return figure(label, id, { name: id, ...given })
}

/** A record without a name: a result, a grant. */
export function figure(label: string, id: string, given: Given): NodeRow {
  return { label, id, properties: { ...provenance, ...given } }
}

/** A link of the network `us`; its role and its date tell it from others between the same ends. */
export function link(type: string, start: string, end: string, given: Given = {}): LinkRow {
  const rest = [given['role'], given['since']].map((part) => part?.toString())
  return { type, start, end, id: linkId(type, start, end, ...rest), properties: { ...provenance, ...given } }
}

export const us = node('Network', 'us')

/** A garden that another one took up, with what it kept, who carries it, where, what it yields and was given. */
export function gardens(): Records {
  return {
    nodes: [
      us,
      node('Initiative', 'garden', { startedOn: '1997' }),
      node('Initiative', 'orchard', { startedOn: '2003-05', status: 'RUNNING' }),
      node('Element', 'fence', { core: true }),
      node('Partner', 'town', { kind: 'LOCAL_AUTHORITY' }),
      node('Commons', 'charter', { kind: 'CHARTER' }),
      node('Territory', 'iso:FR', { level: 'COUNTRY' }),
      node('Territory', 'dep:26', { level: 'DEPARTMENT', population: 516762 }),
      node('Theme', 'theme:garden'),
      figure('Result', 'harvest', { indicator: 'pears', value: 600.5, unit: 'kg', period: '2004' }),
      figure('Grant', 'seeds', { amount: 1200, currency: 'EUR', awardedOn: '1998-03' }),
    ],
    links: [
      link('REPLICATES', 'orchard', 'garden', { level: 'SCALED', since: '2003' }),
      link('CONSISTS_OF', 'garden', 'fence'),
      link('KEEPS', 'orchard', 'fence'),
      link('PARTNERS_IN', 'town', 'garden', { role: 'CARRIER', since: '1997', until: '1997-04' }),
      link('USES', 'garden', 'charter'),
      link('USES', 'orchard', 'charter'),
      link('PART_OF', 'dep:26', 'iso:FR'),
      link('ACTS_IN', 'garden', 'dep:26'),
      link('ABOUT', 'garden', 'theme:garden'),
      link('ACHIEVED', 'orchard', 'harvest'),
      link('AWARDED', 'town', 'seeds'),
      link('FOR', 'seeds', 'garden'),
    ],
  }
}
