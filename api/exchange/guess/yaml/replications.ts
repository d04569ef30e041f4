import { find } from './found.ts'
import type { Profile } from '../profile.ts'
import { parentsIn } from '../sheets.ts'
import type { Plan } from '../sheets.ts'
import { dateValue } from '../values.ts'
import type { Lines } from './lines.ts'
import { flow, quoted } from './lines.ts'

/** Which initiative took up which, as a column of the main sheet or a sheet of pairs says. */
export function addReplications(out: Lines, { main, others }: Plan): void {
  const found = [main, ...others.map(({ sheet }) => sheet)].flatMap((sheet) =>
    parentsIn(main, sheet).map((pair) => ({ sheet, ...pair })),
  )
  if (found.length === 0) return
  out.gap()
  out.add(0, 'replications:')
  const named = ({ column }: Profile) =>
    flow([
      ['value', quoted(`projet-{${column}}`)],
      ['slug', 'true'],
    ])
  for (const { sheet, child, parent } of found) {
    if (parent.target.is !== 'parent') continue
    const since = sheet === main ? undefined : find(sheet.meanings, 'startedOn')
    const rule = flow([
      child && ['from', quoted(sheet.input)],
      child && ['child', named(child)],
      ['parent', named(parent.profile)],
      ['level', parent.target.level],
      since && ['since', dateValue(since.profile).text],
    ])
    out.add(1, `- ${rule}`, `unsure: INSPIRED, REDONE or SCALED; ${parent.because}`)
  }
}
