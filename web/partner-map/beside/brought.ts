import { roleFamilies, roleFamily, type RoleFamily } from '../../ui/roles.ts'
import type { Expansions } from './queries.ts'

/** What opening a node would bring to what is there: how many, and how many in each family of roles. */
export function brought(
  { links }: Expansions,
  id: string,
  there: ReadonlySet<string>,
): { count: number; families: { family: RoleFamily; count: number }[] } {
  const all = new Set<string>()
  const byFamily = new Map<RoleFamily, Set<string>>()
  for (const { partner, initiative, role } of links) {
    const other = partner === id ? initiative : initiative === id ? partner : null
    if (other === null || there.has(other)) continue
    all.add(other)
    byFamily.set(roleFamily(role), (byFamily.get(roleFamily(role)) ?? new Set()).add(other))
  }
  return {
    count: all.size,
    families: roleFamilies.flatMap((family) => {
      const count = byFamily.get(family)?.size
      return count ? [{ family, count }] : []
    }),
  }
}
