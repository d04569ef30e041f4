const size = 1000

/** Hands over rows a thousand at a time, one batch after the other. */
export async function inBatches<T>(
  rows: readonly T[],
  work: (batch: T[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += size) await work(rows.slice(from, from + size))
}
