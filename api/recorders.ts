/** Id, name and licence of a network. */
export type Named = [string, string, string | null]
type Recorded = { recordedBy?: string | null | undefined }

/** The rows of `recorders`: who recorded these, who recorded most first, then by name. */
export function recordersOf(records: readonly Recorded[], networks: readonly Named[]) {
  const counts = new Map<string, number>()
  for (const { recordedBy } of records)
    if (recordedBy) counts.set(recordedBy, (counts.get(recordedBy) ?? 0) + 1)
  return networks
    .map(([network, name, licence]) => ({ network, name, licence, records: counts.get(network) ?? 0 }))
    .filter(({ records }) => records > 0)
    .sort((a, b) => b.records - a.records || a.name.localeCompare(b.name))
}
