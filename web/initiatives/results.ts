import type { Initiative } from './query.ts'

export type Result = Initiative['resultsConnection']['edges'][number]['node']
export type Indicator = { key: string; name: string; results: Result[] }

/** Results by what they measure, each indicator in the order of time; what has no date comes last. */
export function indicators(results: readonly Result[]): Indicator[] {
  const groups = new Map<string, Indicator>()
  for (const result of results.toSorted(inTime)) {
    const key = `${result.indicator}\n${result.unit}`
    const group = groups.get(key) ?? { key, name: result.indicator, results: [] }
    group.results.push(result)
    groups.set(key, group)
  }
  return [...groups.values()]
}

const inTime = (a: Result, b: Result) =>
  (a.period ?? '9999').localeCompare(b.period ?? '9999') || a.indicator.localeCompare(b.indicator)
