import type { Listed, Told } from '../../api/exchange/upload/answers.ts'

/** What a load came to: told by itself, or read from the list of imports when its end was not heard. */
export type Load = Pick<Told, 'number' | 'families'> & {
  recorder: string
  made: number
  changed: number
  ended: number
  /** Whether the mapping is known to be kept with it. */
  isKept: boolean
}

export const loadedAs = ({ number, families, counts, report }: Told, isKept: boolean): Load => ({
  ...{ number, families, isKept, recorder: report.recorder },
  ...{ made: counts?.made ?? 0, changed: counts?.changed ?? 0, ended: counts?.ended ?? 0 },
})

/** The import of these files that is newer than the one with this number. */
export function loadFound(former: Listed['imports'], names: readonly string[], before: number): Load | null {
  const found = former.find(({ number, files }) => number > before && files.join('\t') === names.join('\t'))
  if (!found) return null
  const { number, recordedBy: recorder, made, changed, ended } = found
  return { number, recorder, made, changed, ended, families: [], isKept: false }
}
