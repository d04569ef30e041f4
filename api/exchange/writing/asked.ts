import type { Record as Row, Result, ResultSummary } from 'neo4j-driver'

/** A session or a transaction. */
export type Runner = { run(query: string, parameters?: Record<string, unknown>): Result }

/**
 * What a statement answers. The driver keeps every result of a transaction until its end, with its parameters, who listens
 * to it and, where it is awaited, its rows: of one that is asked here nothing stays.
 */
export async function asked(
  graph: Runner,
  text: string,
  parameters: Record<string, unknown> = {},
): Promise<{ records: Row[]; summary: ResultSummary }> {
  const handed = { ...parameters }
  const heard: { records: Row[] } = { records: [] }
  const summary = await new Promise<ResultSummary>((resolve, reject) => {
    graph.run(text, handed).subscribe({
      onNext: (record) => heard.records.push(record),
      onCompleted: resolve,
      onError: reject,
    })
  })
  const { records } = heard
  heard.records = []
  for (const name of Object.keys(handed)) handed[name] = null
  return { records, summary }
}
