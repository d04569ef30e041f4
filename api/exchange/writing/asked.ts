import type { Record as Row, Result, ResultSummary } from 'neo4j-driver'

/** A session or a transaction. */
export type Runner = { run(query: string, parameters?: Record<string, unknown>): Result }

/**
 * What a statement answers. The driver keeps every result of a transaction until its end, with its parameters and, where
 * it is awaited, its rows: of one that is asked here nothing stays.
 */
export function asked(
  graph: Runner,
  text: string,
  parameters: Record<string, unknown> = {},
): Promise<{ records: Row[]; summary: ResultSummary }> {
  const handed = { ...parameters }
  const records: Row[] = []
  return new Promise<{ records: Row[]; summary: ResultSummary }>((resolve, reject) => {
    graph.run(text, handed).subscribe({
      onNext: (record) => records.push(record),
      onCompleted: (summary) => resolve({ records, summary }),
      onError: reject,
    })
  }).finally(() => {
    for (const name of Object.keys(handed)) handed[name] = null
  })
}
