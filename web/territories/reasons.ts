import type { EnumOf } from '../graphql.ts'
import { t } from '../messages.ts'
import { figure } from '../ui/figure.ts'
import { commonsHref, initiativeHref, mapHref, partnerHref, territoryHref } from '../ui/links.ts'
import type { Part } from './query.ts'

export type Reason = EnumOf<'FitReason'>
type Proof = Part['evidence'][number]

/** The most points that each reason gives, in the order in which reasons are told. */
export const mostOf: Record<Reason, number> = {
  SHARED_THEMES: 9,
  NEARBY: 6,
  SIMILAR_TERRITORIES: 6,
  LITTLE_EFFORT: 4,
  LOW_COST: 4,
  COMMONS_AT_HAND: 6,
  SPONSOR_NEAR: 3,
  MEMBERS_READY: 3,
}

export const reasons = Object.keys(mostOf) as Reason[]
export const mostInAll = reasons.reduce((sum, reason) => sum + mostOf[reason], 0)

/** Why a model fits, as the beginning of a sentence that its evidence ends; `bySize`: territories are alike in population too. */
export function why({ reason, points, evidence }: Part, bySize: boolean): string {
  const value = evidence[0]?.value ?? 0
  return t(`fit.why.${reason}`, {
    points,
    count: evidence.length,
    like: bySize ? 'size' : 'level',
    days: value,
    cost: figure(value, 'EUR'),
  })
}

const hrefs: Partial<Record<Proof['kind'], (id: string) => string>> = {
  INITIATIVE: initiativeHref,
  PARTNER: partnerHref,
  TERRITORY: territoryHref,
  COMMONS: commonsHref,
  THEME: mapHref,
}

/** Where a piece of evidence can be read. */
export const proofHref = ({ kind, id }: Proof): string | undefined => hrefs[kind]?.(id)

/** What stands behind its name: the place where it is so, the days that a member can give. */
export function proofDetail(reason: Reason, { name, territory, value }: Proof): string {
  const place = territory && !name.includes(territory) ? territory : ''
  const days = reason === 'MEMBERS_READY' && value ? t('fit.days', { days: value }) : ''
  const told = [place, days].filter(Boolean).join(', ')
  return told ? ` (${told})` : ''
}
