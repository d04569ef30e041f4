import { locale, t } from '../../messages.ts'
import type { PathLink } from './queries.ts'

/** A link of a path in words, whose subject acts: « Fondation Macif finance »; what it does it to is told beside. */
export function linkWords(link: PathLink, names: ReadonlyMap<string, string>): string {
  const ends = { start: names.get(link.start) ?? link.start, end: names.get(link.end) ?? link.end }
  if (link.type === 'REPLICATES') return t('pathLink.REPLICATES', { ...ends, level: link.level ?? 'other' })
  if (link.type !== 'PARTNERS_IN' || !link.role) return t(`pathLink.${link.type}`, ends)
  const role = t(`role.${link.role}`)
  return `${ends.start} ${role.charAt(0).toLocaleLowerCase(locale())}${role.slice(1)}`
}
