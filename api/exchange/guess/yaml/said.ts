import type { Sheet } from '../sheets.ts'
import { dateValue, statusValue } from '../values.ts'
import type { Lines } from './lines.ts'
import { cell, flow } from './lines.ts'

/** What a row says of an initiative itself: its summary, its status, its dates, its website. */
export function addSaid(out: Lines, depth: number, { meanings }: Sheet): void {
  for (const { profile, target, because: why, isUnsure } of meanings) {
    const reason = (more?: string) => [isUnsure ? `unsure: ${why}` : why, more].filter(Boolean).join('; ')
    if (target.is === 'summary')
      out.add(
        depth,
        `summary: ${
          profile.persons > 0
            ? flow([
                ['value', cell(profile.column)],
                ['ifWrong', 'leave out'],
              ])
            : cell(profile.column)
        }`,
        reason(profile.persons > 0 ? 'some hold e-mails or telephones: left out, and told' : undefined),
      )
    if (target.is === 'status')
      out.add(depth, `status: ${statusValue(profile).text}`, reason(statusValue(profile).because))
    if (target.is === 'startedOn' || target.is === 'endedOn')
      out.add(depth, `${target.is}: ${dateValue(profile).text}`, reason(dateValue(profile).because))
    if (target.is === 'website')
      out.add(
        depth,
        `website: ${flow([
          ['value', cell(profile.column)],
          ['ifWrong', 'leave out'],
        ])}`,
        reason(),
      )
  }
}
