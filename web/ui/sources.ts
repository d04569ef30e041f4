import { getContext, setContext } from 'svelte'

/** The sources of a sheet in the order in which they are first cited, each with its number, from 1. */
export type Notes = Map<string, number>
const key = Symbol('notes')

/** Has the sources that the caller's parts cite numbered, so that paper tells each once. */
export const openNotes = (): Notes => setContext<Notes>(key, new Map())

/** The notes of the sheet around the caller, if it stands in one. */
export const notesAround = (): Notes | undefined => getContext<Notes | undefined>(key)

/** The number of a source, which it keeps once it is cited. */
export function noteOf(notes: Notes, source: string): number {
  const number = notes.get(source) ?? notes.size + 1
  notes.set(source, number)
  return number
}

/** The address that a source is, if it is one of the web. */
export const addressIn = (source: string): URL | null =>
  /^https?:\/\/\S+$/i.test(source) && URL.canParse(source) ? new URL(source) : null

/** What a source cites: addresses of the web, parted by semicolons, and what stands between them as it is. */
export function citedIn(source: string): string[] {
  const cited: string[] = []
  let words: string[] = []
  const end = () => {
    if (words.length > 0) cited.push(words.join('; '))
    words = []
  }
  for (const part of source.split(/;\s+/)) {
    if (!addressIn(part)) words.push(part)
    else {
      end()
      cited.push(part)
    }
  }
  end()
  return [...new Set(cited)]
}
