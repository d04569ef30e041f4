import type { Sheet } from '../sheets.ts'
import type { Lines } from './lines.ts'
import { cell, flow } from './lines.ts'

/** Where an initiative acts. */
export function addTerritory(out: Lines, sheet: Sheet): void {
  const place = placeFlow(sheet)
  if (!place) return
  out.gap()
  out.note(0, 'Where it acts; what the columns say is compared, and contradictions are told.')
  out.add(0, `territory: ${place.text}`, place.because)
}

/** The columns of a sheet that tell a place, as a rule of the mapping. */
export function placeFlow(
  { meanings }: Sheet,
  input?: string,
): { text: string; because: string } | undefined {
  const clues = meanings.flatMap(({ profile, target }) =>
    target.is === 'place' ? [{ clue: target.clue, profile }] : [],
  )
  // One coordinate alone is no place.
  const has = (wanted: string) => clues.some(({ clue }) => clue === wanted)
  const sound = clues.filter(
    ({ clue }) => !['latitude', 'longitude'].includes(clue) || (has('latitude') && has('longitude')),
  )
  if (sound.length === 0) return undefined
  // A city abroad may have a namesake here.
  const believed = has('country') && has('name') ? ([['believe', '[country]']] as const) : []
  return {
    text: flow([
      ...sound.map(({ clue, profile }) => [clue, cell(profile.column, input)] as const),
      ...believed,
    ]),
    because: `by the names of ${sound.map(({ profile }) => profile.column).join(', ')}`,
  }
}
