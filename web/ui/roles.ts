import type { EnumOf } from '../graphql.ts'

export type PartnerRole = EnumOf<'PartnerRole'>
export type RoleFamily = 'carries' | 'funds' | 'supports' | 'governs' | 'relays'

const families: Record<PartnerRole, RoleFamily> = {
  CARRIER: 'carries',
  IMPLEMENTER: 'carries',
  HOST: 'carries',
  FUNDER: 'funds',
  NETWORK_HEAD: 'supports',
  SPONSOR_GROUP: 'supports',
  INCUBATOR: 'supports',
  METHODOLOGICAL: 'supports',
  TECHNICAL: 'supports',
  EVALUATOR: 'supports',
  INSTITUTIONAL: 'governs',
  ELECTED_BODY: 'governs',
  RELAY: 'relays',
  USERS_VOICE: 'relays',
  COMMONS_STEWARD: 'relays',
}

/** The five families in the order in which they are always told. */
export const roleFamilies = ['carries', 'funds', 'supports', 'governs', 'relays'] as const

/** The family whose colour a role wears: `var(--${roleFamily(role)})`. */
export const roleFamily = (role: PartnerRole): RoleFamily => families[role]

export const rolesOf = (family: RoleFamily): PartnerRole[] =>
  (Object.keys(families) as PartnerRole[]).filter((role) => families[role] === family)
