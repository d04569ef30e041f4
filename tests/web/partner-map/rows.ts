import type { MapLink, MapNode, Membership } from '../../../web/partner-map/query.ts'

/** A node of a small story: only what the story needs is said. */
export const node = (id: string, kind: 'PARTNER' | 'INITIATIVE', more: Partial<MapNode> = {}): MapNode => ({
  id,
  kind,
  name: id,
  depth: 1,
  degree: 1,
  partnerKind: kind === 'PARTNER' ? 'ASSOCIATION' : null,
  status: null,
  startedOn: null,
  endedOn: null,
  familyId: null,
  familyName: null,
  territory: null,
  withinCode: null,
  within: null,
  ...more,
})

export const link = (partner: string, initiative: string, more: Partial<MapLink> = {}): MapLink => ({
  id: `${partner} ${initiative} ${more.role ?? 'CARRIER'}`,
  partner,
  initiative,
  role: 'CARRIER',
  since: null,
  until: null,
  note: null,
  source: 'an annual report',
  ...more,
})

export const membership = (node: string, network: string, more: Partial<Membership> = {}): Membership => ({
  node,
  network,
  name: network,
  isHead: false,
  since: null,
  until: null,
  tier: null,
  source: 'a list of members',
  ...more,
})
