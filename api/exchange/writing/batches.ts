const size = 1000

/** Hands over rows a thousand at a time, one batch after the other. */
export async function inBatches<T>(rows: Iterable<T>, work: (batch: T[]) => Promise<unknown>): Promise<void> {
  for (const batch of batches(rows, size)) await work(batch)
}

/** Rows, so many at a time. */
export function* batches<T>(rows: Iterable<T>, most: number): Generator<T[]> {
  let batch: T[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length < most) continue
    yield batch
    batch = []
  }
  if (batch.length) yield batch
}

export function* only<T>(rows: Iterable<T>, isWanted: (row: T) => boolean): Generator<T> {
  for (const row of rows) if (isWanted(row)) yield row
}
