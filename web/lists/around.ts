/**
 * All that values lie in, themselves included, each once: the communes of a row with their departments, regions and
 * countries. Rows that name the same values get the same list.
 */
export function around(
  partOf: ReadonlyMap<string, readonly string[]>,
): (values: readonly string[]) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (values) => {
    const key = values.length === 1 ? (values[0] ?? '') : values.join('\n')
    const before = known.get(key)
    if (before) return before
    const found = new Set(values)
    // A set goes on to what is added while it is walked.
    for (const value of found) for (const wider of partOf.get(value) ?? []) found.add(wider)
    const all = [...found]
    known.set(key, all)
    return all
  }
}
