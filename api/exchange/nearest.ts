/** The word of the list that is closest to this one, or nothing when none is close. */
export function nearest(word: string, list: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.ceil(word.length / 3))
  return list
    .map((candidate) => ({ candidate, distance: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter((found) => found.distance <= limit)
    .sort((one, other) => one.distance - other.distance)[0]?.candidate
}

/** Levenshtein's distance, one row at a time. */
export function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1]
    for (let column = 0; column < to.length; column++) {
      const change = (row[column] ?? 0) + (letter === to[column] ? 0 : 1)
      next.push(Math.min(change, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
