import { folded } from '../ui/folded.ts'

/** A question that each row answers by some values: its status, the territories around it. */
export type Facet<Row> = {
  key: string
  label: string
  /** The values of a row, each once. */
  of: (row: Row) => readonly string[]
  name: (value: string) => string
  /** Where a value stands among the others; otherwise the one that most rows have comes first. */
  place?: (value: string) => number
  /** What a value lies in: a region in its country. */
  within?: (value: string) => string | undefined
  /** True for values that only show when they are looked for. */
  isAside?: (value: string) => boolean
  /** True for names as people recorded them, in their language. */
  isRecorded?: boolean
}

/** The values chosen of each facet, by its key. */
export type Chosen = ReadonlyMap<string, readonly string[]>
/** How many rows one would get by choosing each value of each facet, the other facets given. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>

type Named = { name: string; acronym?: string | null }
const texts = new WeakMap<Named, string>()

function textOf(row: Named): string {
  const known = texts.get(row)
  if (known !== undefined) return known
  const text = folded(`${row.name} ${row.acronym ?? ''}`)
  texts.set(row, text)
  return text
}

/**
 * The rows whose name holds all these words and that have one of the chosen values of each facet, and the counts of all
 * facets: choosing several values of one facet widens, so its own choices do not narrow its counts.
 */
export function narrowed<Row extends Named>(
  rows: readonly Row[],
  facets: readonly Facet<Row>[],
  chosen: Chosen,
  text: string,
): { rows: Row[]; counts: Counts } {
  const words = folded(text).split(/\s+/).filter(Boolean)
  const sides = facets.map((facet) => {
    const values = chosen.get(facet.key) ?? []
    return { facet, wanted: values.length > 0 ? new Set(values) : null, counts: new Map<string, number>() }
  })
  const kept: Row[] = []
  for (const row of rows) {
    if (words.length > 0 && !words.every((word) => textOf(row).includes(word))) continue
    const values = sides.map(({ facet }) => facet.of(row))
    const missed = sides.flatMap(({ wanted }, at) =>
      wanted && !values[at]?.some((value) => wanted.has(value)) ? [at] : [],
    )
    if (missed.length > 1) continue
    if (missed.length === 0) kept.push(row)
    sides.forEach(({ counts }, at) => {
      if (missed.length === 1 && missed[0] !== at) return
      for (const value of values[at] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1)
    })
  }
  return { rows: kept, counts: new Map(sides.map(({ facet, counts }) => [facet.key, counts])) }
}
