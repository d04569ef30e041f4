import { searchText } from '../searchText.ts'
import type { Meaning } from './meaning.ts'
import { percent } from './profile.ts'
import type { Profile } from './profile.ts'
import { kindWords, roleWords, statusWords, wordIn, yesWords } from './words.ts'
import type { Words } from './words.ts'
import { cell, flow, quoted } from './yaml/lines.ts'

export type Said = { text: string; because?: string }

/** A date as the column writes it. */
export function dateValue({ column, dates }: Profile, input?: string): Said {
  const isSure = dates.share > 0.99
  const pattern = dates.pattern ? ([['date', dates.pattern]] as const) : []
  if (isSure && !dates.pattern) return { text: cell(column, input) }
  const text = flow([
    ['value', cell(column, input)],
    ...pattern,
    isSure ? undefined : ['ifWrong', 'leave out'],
  ])
  const order = dates.pattern?.startsWith('DD') ? 'day first, as in French' : ''
  const rest = isSure ? '' : `only ${percent(dates.share)} are dates: the others are left out, and told`
  return { text, because: [order, rest].filter(Boolean).join('; ') || undefined }
}

/** The words of a column translated; those that nothing is known of are left out, and named. */
function translated(profile: Profile, words: Words, input?: string, isStatus = false): Said {
  const known: [string, string][] = []
  const unknown: string[] = []
  for (const value of profile.values.keys()) {
    const meant = meantBy(profile, value, words, isStatus)
    if (meant) known.push([value, meant])
    else unknown.push(value)
  }
  const table = flow(known.map(([value, meant]) => [value, meant]))
  const doubt = unknown.slice(0, 5).join(', ')
  const text = flow([
    ['value', cell(profile.column, input)],
    ['words', table],
    unknown.length ? ['ifWrong', 'leave out'] : undefined,
  ])
  return { text, because: unknown.length ? `unsure of ${doubt}: left out, and told` : undefined }
}

function meantBy(profile: Profile, value: string, words: Words, isStatus: boolean): string | undefined {
  const chosen = profile.chosen?.get(value)
  if (chosen !== undefined) return chosen || undefined
  return isStatus ? statusOf(profile, value) : wordIn(words, value)
}

/** What each word of a column means, for columns whose words are translated; `null` is left out. */
export function wordsOf({
  profile,
  target,
}: Meaning): { value: string; count: number; meant: string | null }[] | undefined {
  const words = { status: statusWords, kind: kindWords, role: roleWords }[String(target.is)]
  return (
    words &&
    [...profile.values].map(([value, count]) => ({
      value,
      count,
      meant: meantBy(profile, value, words, target.is === 'status') ?? null,
    }))
  )
}

export function statusValue(profile: Profile): Said {
  return translated(profile, statusWords, undefined, true)
}

function statusOf({ name, isYesNo }: Profile, value: string): string | undefined {
  if (!isYesNo) return wordIn(statusWords, value)
  const isYes = yesWords.includes(searchText(value))
  const isEnd = /termin|clos|ferm|fini|ended|closed/.test(name)
  return isYes === isEnd ? 'ENDED' : 'RUNNING'
}

/** Roles in a column of their own; one that is unknown leaves the link out. */
export function roleValue(profile: Profile, input?: string): Said {
  return translated(profile, roleWords, input)
}

/** The words by which names of this column tell their kind: only those that are there. */
function wordsWithin({ values }: Profile): string {
  const names = [...values.keys()].map((value) => ` ${searchText(value)} `)
  const found = kindWords.flatMap(([kind, ...words]) =>
    words
      .filter((word) => word.length > 2 && names.some((name) => name.includes(` ${word} `)))
      .map((word) => [word, kind] as const),
  )
  return flow(found)
}

/** What kind an organisation is: by its column if there is one, else by words in its name. */
export function kindValue(
  meaning: Meaning | undefined,
  name: string,
  named: Profile | undefined,
  input?: string,
): Said {
  if (meaning) {
    const { profile } = meaning
    const known = [...profile.values.keys()].flatMap((value) => {
      const kind = meantBy(profile, value, kindWords, false)
      return kind ? [[value, kind] as const] : []
    })
    const unknown = [...profile.values.keys()].filter((value) => !meantBy(profile, value, kindWords, false))
    const text = flow([
      ['value', `[${cell(profile.column, input)}, ${quoted('?')}]`],
      ['words', flow(known)],
      ['otherwise', 'OTHER'],
    ])
    return {
      text,
      because: unknown.length ? `unsure of ${unknown.slice(0, 5).join(', ')}: OTHER` : meaning.because,
    }
  }
  const words = named ? wordsWithin(named) : '{  }'
  if (words === '{  }') return { text: 'OTHER', because: 'nothing says what kind it is' }
  const text = flow([
    ['value', name],
    ['wordsWithin', words],
    ['otherwise', 'OTHER'],
  ])
  return { text, because: 'no column says what kind it is: by words in its name' }
}
