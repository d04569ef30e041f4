import { tiesAround, type Mark, type Network } from '../network.ts'

/** What several marks have in common: the neighbours that at least two of them are tied to, shared by most first. */
export function shared(whole: Network, ids: readonly string[]): { mark: Mark; by: string[] }[] {
  const around = tiesAround(whole.ties)
  const by = new Map<string, Set<string>>()
  for (const id of new Set(ids))
    for (const { partner, initiative } of around.get(id) ?? []) {
      const other = partner === id ? initiative : partner
      by.set(other, (by.get(other) ?? new Set()).add(id))
    }
  return whole.marks
    .flatMap((mark) => {
      const own = [...(by.get(mark.id) ?? [])]
      return own.length > 1 ? [{ mark, by: own }] : []
    })
    .sort((a, b) => b.by.length - a.by.length || a.mark.name.localeCompare(b.mark.name))
}
