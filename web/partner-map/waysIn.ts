import type { Bridges, StartAnswer } from './startQuery.ts'

export type Way = { id: string; name: string; count: number }

/** Networks that have members, regions and themes that have initiatives: those with most first. */
export function waysIn({
  networks,
  territoryCounts,
  themes,
}: StartAnswer): Record<'networks' | 'regions' | 'themes', Way[]> {
  const most = (ways: Way[]) =>
    ways.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))
  return {
    networks: most(
      networks.map(({ id, name, membersConnection }) => ({ id, name, count: membersConnection.totalCount })),
    ),
    regions: most(
      territoryCounts.territories.map(({ code, name, initiatives }) => ({
        id: code,
        name,
        count: initiatives,
      })),
    ),
    themes: most(
      themes.map(({ id, name, initiativesConnection }) => ({
        id,
        name,
        count: initiativesConnection.totalCount,
      })),
    ),
  }
}

/** The best linked of those whose loss would part the graph, at most a dozen. */
export function joining(bridges: Bridges): { id: string; name: string; degree: number }[] {
  return bridges
    .flatMap(({ partner }) =>
      partner ? [{ id: partner.id, name: partner.name, degree: partner.centrality?.degree ?? 0 }] : [],
    )
    .sort((a, b) => b.degree - a.degree)
    .slice(0, 12)
}
