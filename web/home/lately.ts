import type { Change } from './query.ts'

/** What began, with what it took up when both are said of the same place. */
export type News = {
  id: string
  name: string
  date: string
  parent: { id: string; name: string } | null
}

/** The initiatives that began or took another one up last, each once, the latest first, at most `count`. */
export function lately(changes: readonly Change[], count: number): News[] {
  const news = new Map<string, News>()
  for (const { kind, date, initiative, initiativeName, parent, parentName } of changes) {
    if (kind !== 'INITIATIVE_STARTED' && kind !== 'REPLICATION_BEGUN') continue
    const before = news.get(initiative)
    const taken = parent && parentName ? { id: parent, name: parentName } : null
    news.set(initiative, {
      id: initiative,
      name: initiativeName,
      // Of two dates the one that says more, of the same year; else the later one.
      date: before && closer(before.date, date) ? before.date : date,
      parent: taken ?? before?.parent ?? null,
    })
  }
  return [...news.values()].toSorted((a, b) => b.date.localeCompare(a.date)).slice(0, count)
}

const closer = (one: string, other: string) =>
  one.startsWith(other) ? true : !other.startsWith(one) && one > other
