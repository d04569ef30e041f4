import { find } from './found.ts'
import type { Plan } from '../sheets.ts'

/** What the partner is called who records, and gave what the rows say was given. */
export const recorderKey = 'recorder'
/** The name of who records stands once in a mapping, and is meant again by this. */
export const recorderName = { said: '&recorder', again: '*recorder' }

/** Whether rows say what was given and name nobody who gave it: a funder's own list of what it funds. */
export function givenByRecorder({ main: { meanings }, others, isRecorderNamed }: Plan): boolean {
  const amount = find(meanings, 'amount')
  if (!amount || !isRecorderNamed) return false
  if (
    !/accorde|attribue|octroye|verse|subvention|dotation|\b(aide|grant|awarded)\b/.test(amount.profile.name)
  )
    return false
  const isFunder = meanings.some(
    ({ target, profile }) => target.is === 'partner' && target.role === 'FUNDER' && !profile.list,
  )
  return !isFunder && !others.some(({ join, sheet }) => join.each && find(sheet.meanings, 'amount'))
}
