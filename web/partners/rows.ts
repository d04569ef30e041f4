import { t } from '../messages.ts'
import { commonsHref, networkHref } from '../ui/links.ts'
import { isPast, period } from '../ui/period.ts'
import type { Partner } from './query.ts'

/** The networks of a partner as rows: those it heads, then those it is a member of, with tier and dates. */
export const networkRows = ({ heads, memberOfConnection }: Partner) => [
  ...heads.map(({ id, name, source }) => ({
    key: `heads ${id}`,
    name,
    href: networkHref(id),
    says: [t('partner.heads')],
    source,
  })),
  ...memberOfConnection.edges.map(({ properties, node }) => ({
    key: properties.id,
    name: node.name,
    href: networkHref(node.id),
    says: [
      t('partner.memberOf'),
      ...(properties.tier ? [t(`networkTier.${properties.tier}`)] : []),
      period(properties.since, properties.until),
    ],
    source: properties.source,
    isPast: isPast(properties.until),
  })),
]

/** The commons that a partner looks after, as rows. */
export const commonsRows = ({ stewards }: Partner) =>
  stewards.map(({ id, name, kind, licence, source }) => ({
    key: id,
    name,
    href: commonsHref(id),
    says: [t(`commonsKind.${kind}`), ...(licence ? [t('initiative.licence', { licence })] : [])],
    source,
  }))

/** True when anything is known of when it took part in anything. */
export const hasDates = ({ initiativesConnection }: Partner): boolean =>
  initiativesConnection.edges.some(({ properties }) => properties.since || properties.until)

/** The sections of the sheet of a partner that say something, in their order on the page. */
export function sectionsOf(partner: Partner): { id: string; label: string; count?: number }[] {
  const { heads, memberOfConnection, sponsorshipsGiven, sponsorshipsReceived } = partner
  const roles = partner.initiativesConnection.totalCount
  const all = [
    { id: 'years', label: t('section.years'), count: hasDates(partner) ? roles : 0 },
    { id: 'roles', label: t('section.roles'), count: roles },
    { id: 'networks', label: t('section.networks'), count: heads.length + memberOfConnection.edges.length },
    { id: 'grants', label: t('section.given'), count: partner.grantsConnection.totalCount },
    { id: 'stewards', label: t('section.commons'), count: partner.stewards.length },
    {
      id: 'sponsorships',
      label: t('section.sponsorships'),
      count: sponsorshipsGiven.length + sponsorshipsReceived.length,
    },
    { id: 'identifiers', label: t('section.identifiers'), count: partner.identifiersConnection.edges.length },
    { id: 'same-as', label: t('section.sameAs'), count: partner.sameAsConnection.edges.length },
  ]
  return all.flatMap(({ id, label, count }) =>
    count === 0 ? [] : [id === 'years' ? { id, label } : { id, label, count }],
  )
}
