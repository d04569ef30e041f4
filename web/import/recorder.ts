import type { Bringing, Choices, Recognised } from '../../api/exchange/upload/answers.ts'

/** Whose data it is: a network that is recorded with them, one that is there, or the one that the files name. */
export type Recorder = { by: 'new' | 'known' | 'files'; id: string; name: string; licence: string }

export const nobodyYet: Recorder = { by: 'new', id: '', name: '', licence: '' }

/** The network that the files, or their mapping, name. */
export function namedIn(recognised: Recognised | null): string | null {
  if (recognised?.form === 'direct') return recognised.owner
  return recognised?.form === 'mapped' ? (recognised.network?.name ?? null) : null
}

/** Which ways to say whose data it is make sense for these files. */
export function waysOf(recognised: Recognised | null): Recorder['by'][] {
  if (recognised?.form === 'guessed') return ['new', 'known']
  const own = namedIn(recognised) === null ? [] : (['files'] as const)
  // A mapping records its own network, or none.
  return recognised?.form === 'mapped' ? [...own, 'known'] : [...own, 'new', 'known']
}

export function isComplete({ by, id, name }: Recorder): boolean {
  if (by === 'files') return true
  return by === 'known' ? id !== '' : isId(id) && name.trim() !== ''
}

/** An id has no spaces; these letters can be read aloud and stand in any address. */
export const isId = (id: string) => /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id)

/** « Les Cantines de l’Ouest » as an id: `les-cantines-de-l-ouest`. */
export const idOf = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

export function networkChosen(recorder: Recorder): Choices['network'] {
  if (!isComplete(recorder) || recorder.by === 'files') return undefined
  const { by, id, name, licence } = recorder
  if (by === 'known') return { id }
  return { id, name: name.trim(), ...(licence.trim() && { licence: licence.trim() }) }
}

export function recordedAs({ by, id, name }: Recorder, form: Recognised['form']): Partial<Bringing> {
  if (by === 'files' || (by === 'new' && form !== 'direct')) return {}
  return { as: id, ...(by === 'new' && { networkName: name.trim() }) }
}
