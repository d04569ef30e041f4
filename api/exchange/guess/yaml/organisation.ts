import { find } from './found.ts'
import { placeFlow } from './places.ts'
import type { Profile } from '../profile.ts'
import type { Sheet } from '../sheets.ts'
import { kindValue } from '../values.ts'
import type { Lines } from './lines.ts'
import { cell, flow } from './lines.ts'

type Organisation = {
  name: string
  named?: Profile
  input?: string
  isListed?: boolean
  isDescribed?: boolean
}

/** What a sheet says of organisations: of what kind they are, their website, numbers and place. */
export function addOrganisation(
  out: Lines,
  depth: number,
  sheet: Sheet,
  { name, named, input, isListed = false, isDescribed = false }: Organisation,
): void {
  const { meanings } = sheet
  const kind = kindValue(find(meanings, 'kind'), name, named, input)
  out.add(depth, `kind: ${kind.text}`, kind.because)
  const website = isDescribed ? undefined : find(meanings, 'website')
  if (website)
    out.add(
      depth,
      `website: ${flow([
        ['value', cell(website.profile.column, input)],
        ['ifWrong', 'leave out'],
      ])}`,
      website.because,
    )
  const numbers = meanings.flatMap(({ profile, target }) =>
    target.is === 'identifier'
      ? [
          [
            target.scheme,
            flow([
              ['value', cell(profile.column, input)],
              ['ifWrong', 'leave out'],
            ]),
          ] as const,
        ]
      : [],
  )
  if (numbers.length)
    out.add(
      depth,
      `identifiers: ${flow(numbers)}`,
      'numbers that their register refuses are left out, and told',
    )
  const place = input !== undefined && !isListed ? placeFlow(sheet, input) : undefined
  if (place) out.add(depth, `territory: ${place.text}`, place.because)
}
