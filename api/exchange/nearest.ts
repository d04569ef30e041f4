/** The word of the list that is closest to this one, the first of several, or nothing when none is close. */
export function nearest(word: string, list: Iterable<string>): string | undefined {
  const letters = word.toLowerCase()
  let most = Math.max(2, Math.ceil(word.length / 3))
  let found: string | undefined
  for (const candidate of list) {
    const apart = distance(letters, candidate.toLowerCase(), most)
    if (apart > most) continue
    found = candidate
    // The next one is closer, or is none.
    most = apart - 1
    if (most < 0) break
  }
  return found
}

/** Levenshtein's distance, one row at a time; what is more than `most` is only told to be more. */
export function distance(from: string, to: string, most = Infinity): number {
  if (Math.abs(from.length - to.length) > most) return most + 1
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  let next = [...row]
  for (let line = 1; line <= from.length; line++) {
    let least = (next[0] = line)
    const letter = from.charCodeAt(line - 1)
    for (let column = 1; column <= to.length; column++) {
      const change = (row[column - 1] ?? 0) + (letter === to.charCodeAt(column - 1) ? 0 : 1)
      const apart = Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1)
      next[column] = apart
      if (apart < least) least = apart
    }
    if (least > most) return most + 1
    ;[row, next] = [next, row]
  }
  return row[to.length] ?? 0
}

/**
 * Proposes near words for the first hundred words that nobody knows: each takes a look at all that are known, and whoever
 * has more wrong ones than that has another column to choose, no letters to mend.
 */
export class NearWords {
  private readonly found = new Map<string, string | undefined>()

  of(word: string, known: () => Iterable<string>): string | undefined {
    if (!this.found.has(word) && this.found.size < mostProposed) this.found.set(word, nearest(word, known()))
    return this.found.get(word)
  }
}
const mostProposed = 100
