import { locale, t } from '../../messages.ts'
import type { PathLink } from '../query.ts'

/** A link of a path in words, whose subject acts: « Fondation Macif finance »; what it does it to is told beside. */
export function linkWords(link: PathLink, names: ReadonlyMap<string, string>): string {
  const ends = { start: names.get(link.start) ?? link.start, end: names.get(link.end) ?? link.end }
  switch (link.type) {
    case 'PARTNERS_IN': {
      const role = link.role ? t(`role.${link.role}`) : ''
      return `${ends.start} ${role.charAt(0).toLocaleLowerCase(locale())}${role.slice(1)}`
    }
    case 'REPLICATES':
      return t('pathLink.REPLICATES', { ...ends, level: link.level ?? 'other' })
    case 'HEADS':
    case 'MEMBER_OF':
    case 'USES':
    case 'CONTRIBUTES_TO':
    case 'STEWARDS':
      return t(`pathLink.${link.type}`, ends)
    default:
      return t('pathLink.other', ends)
  }
}
