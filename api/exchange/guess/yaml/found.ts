import type { Meaning, Target } from '../meaning.ts'

/** The first column that was taken for this. */
export function find(meanings: readonly Meaning[], is: Target['is']): Meaning | undefined {
  return meanings.find(({ target }) => target.is === is)
}

/** Why a column was taken for this. */
export function because(meanings: readonly Meaning[], is: Target['is']): string | undefined {
  return find(meanings, is)?.because
}
