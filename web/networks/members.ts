import { t } from '../messages.ts'
import { folded } from '../ui/folded.ts'
import { partnerHref } from '../ui/links.ts'
import { isPast, period } from '../ui/period.ts'
import type { RecordRow } from '../ui/rows.ts'
import type { Member } from './query.ts'

/** A member as a row: what it is, at which tier, since when. */
export const memberRow = ({ properties, node }: Member): RecordRow => ({
  ...{ key: properties.id, name: node.name, href: partnerHref(node.id), source: properties.source },
  place: node.basedIn[0]?.name,
  says: [
    t(`partnerKind.${node.kind}`),
    ...(properties.tier ? [t(`networkTier.${properties.tier}`)] : []),
    ...(properties.since || properties.until
      ? [t('network.member.period', { period: period(properties.since, properties.until) })]
      : []),
  ],
  isPast: isPast(properties.until),
})

/** The members whose name or place holds these words, whatever their accents; all without words. */
export function named(members: Member[], wanted: string): Member[] {
  const words = folded(wanted).split(/\s+/).filter(Boolean)
  return members.filter(({ node }) => {
    const text = folded([node.name, node.basedIn[0]?.name].join(' '))
    return words.every((word) => text.includes(word))
  })
}
